/** What helps while functions are written: one instance for everything, stack traces of the source, nested calls. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { type GivenCloud, givenCloud, writeFunction } from './given-cloud'

let given: GivenCloud
beforeAll(async () => {
  given = await givenCloud(
    {
      leaky: {
        before: 'let last = null',
        main: 'const before = last; last = event.userInfo.openId; return before',
      },
      outer: {
        main: `const began = Date.now()
          const failure = await cloud.callFunction({ name: 'slow', timeout: 300 }).catch((error) => error)
          return { waited: Date.now() - began, message: failure.message }`,
        config: { timeout: 20 },
      },
      slow: { main: 'await new Promise((resolve) => setTimeout(resolve, 2000))', config: { timeout: 20 } },
    },
    {},
    { maxInstances: 1 },
  )
})
afterAll(() => given.end())

test('one instance serves everybody, so that a variable which leaks from one person to another is seen', async () => {
  const people = ['oAnna', 'oBen', 'oCleo']
  const seen = await Promise.all(people.map((openid) => given.cloud.invoke('leaky', {}, { openid })))
  expect(seen.map((answer) => answer.ok && answer.result)).toEqual([null, 'oAnna', 'oBen'])
})

test('a failure names the line of the source, when the bundle has its source map', async () => {
  const folder = path.join(given.functionsDir, 'mapped')
  writeFunction(given.functionsDir, 'mapped', { main: '' })
  writeFileSync(
    path.join(folder, 'price.ts'),
    `interface Price { fen: number }\n\nexport function main(): Price {\n  throw new Error('no price')\n}\n`,
  )
  const bundle = { bundle: true, minify: true, platform: 'node', format: 'cjs', sourcemap: 'inline' } as const
  buildSync({
    ...bundle,
    entryPoints: [path.join(folder, 'price.ts')],
    outfile: path.join(folder, 'index.js'),
  })
  const answer = await given.cloud.invoke('mapped', {})
  expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/price\.ts:4/) as string })
})

test('a call from function to function ends by the timeout of the SDK, before the function that is called', async () => {
  const answer = await given.cloud.invoke('outer', {})
  const { waited, message } = (answer.ok ? answer.result : {}) as { waited: number; message: string }
  expect(waited).toBeLessThan(1900)
  expect(message).toMatch(/ESOCKETTIMEDOUT|timed? ?out/i)
})
