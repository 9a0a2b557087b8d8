/** Every action of the contract is served by the function of its door and by no other; refusals are a closed list. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { functionNames } from '../../config/functions/bundle'
import type { LocalCloud } from '../../local/cloud'
import { assistantActions } from '../../src/contract/assistant'
import { ERROR_CODES } from '../../src/contract/errors'
import { managerActions } from '../../src/contract/manager'
import { memberActions } from '../../src/contract/member'
import { tillActions } from '../../src/contract/till'
import { codeOf, dataOf, senderTo, startTestCloud } from '../server/cloud'
import { filesBelow, ROOT } from '../tidy/tree'

const DOORS: Readonly<Record<string, object>> = {
  member: memberActions,
  assistant: assistantActions,
  manager: managerActions,
  till: tillActions,
}
const ACTIONS = Object.entries(DOORS).flatMap(([door, actions]) =>
  Object.keys(actions).map((action) => ({ door, action })),
)
/** The till speaks HTTP: its actions are proved by signed requests, in the tests of the server. */
const CALLED = ['member', 'assistant', 'manager']

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

test('there is one function for each door of the contract', () => {
  // What time does, and what the platform tells of a payment, is called by nobody.
  const known = functionNames().filter((name) => name !== 'clock' && name !== 'pay')
  expect(known.sort()).toEqual(Object.keys(DOORS).sort())
  for (const door of Object.keys(DOORS)) expect(existsSync(join(ROOT, `src/contract/${door}.ts`))).toBe(true)
})

test.each(ACTIONS)('$action is served by the door of the $door and by no other', async ({ door, action }) => {
  const { send } = senderTo(cloud)
  for (const called of CALLED) {
    const answer = await send(called, { action, input: { notAField: 1 } }, { openid: 'openid-anybody' })
    const own = Object.hasOwn(DOORS[called] ?? {}, action)
    expect([called, codeOf(answer)]).toEqual([called, own ? 'request.malformed' : 'request.unknown-action'])
    if (called === door) expect(own).toBe(true)
  }
})

describe('an envelope', () => {
  test('of an answer holds the data and nothing else; a query takes an operation id and ignores it', async () => {
    const { send } = senderTo(cloud)
    const options = { openid: 'openid-anybody' }
    const plain = await send('member', { action: 'home' }, options)
    expect(Object.keys(plain).sort()).toEqual(['data', 'ok'])
    const withId = await send('member', { action: 'home', operationId: 'operation-1', input: {} }, options)
    const timeless = (answer: typeof plain): object => ({ ...(dataOf(answer) as object), serverNow: 0 })
    expect(timeless(withId)).toEqual(timeless(plain))
  })

  test('of a refusal holds code, retry and a request id that the log knows, and no stack', async () => {
    const { send } = senderTo(cloud)
    const answer = await send('assistant', { action: 'day-list', input: {} }, { openid: 'openid-anybody' })
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'role.required',
        retry: false,
        requestId: expect.stringMatching(/^[0-9a-f]{24}$/) as unknown,
        details: { role: 'assistant' },
      },
    })
    const logs = cloud.invocations().at(-1)?.logs.join('\n') ?? ''
    expect(logs).toContain(answer.ok ? '' : answer.error.requestId)
    expect(logs).not.toContain('openid-anybody')
  })

  test('of a malformed request repeats little of it', async () => {
    const { send } = senderTo(cloud)
    const made = 'x'.repeat(10_000)
    const answer = await send(
      'member',
      { action: 'home', input: { [made]: 1 } },
      { openid: 'openid-anybody' },
    )
    expect(codeOf(answer)).toBe('request.malformed')
    expect(JSON.stringify([answer, cloud.invocations().at(-1)?.logs]).length).toBeLessThan(600)
  })

  test('of a fault says that the same request may be sent again', async () => {
    const faulty = await startTestCloud(1, { SHUKE_SECRET: 'short' })
    const join = { action: 'claim-installation', operationId: 'operation-1', input: { code: 'x', name: 'x' } }
    const answer = await senderTo(faulty).send('manager', join, { openid: 'openid-anybody' })
    await faulty.close()
    expect(answer).toMatchObject({ ok: false, error: { code: 'server.fault', retry: true } })
    expect(JSON.stringify(answer)).not.toMatch(/SHUKE|at |\.ts/)
  })
})

describe('the codes of refusals', () => {
  const server = filesBelow(['src/server'], ['.ts'])

  test.each(Object.keys(ERROR_CODES))('%s is `area.reason` and is given by the server', (code) => {
    expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
    expect(server.filter(({ text }) => text.includes(`'${code}'`)).map(({ path }) => path)).not.toEqual([])
  })

  test('only what the server may have been too busy or too broken for is worth sending again', () => {
    const again = Object.entries(ERROR_CODES).filter(([, { retry }]) => retry)
    expect(again.map(([code]) => code)).toEqual(['server.busy', 'server.fault'])
  })
})

test('no door takes a person, a price rule or a role from a request', () => {
  const contract = ['member', 'assistant', 'manager', 'till', 'reward-actions'].map(
    (file) =>
      readFileSync(join(ROOT, `src/contract/${file}.ts`), 'utf8').split(/^export interface \w*Outputs/m)[0],
  )
  const inputs = contract.join('\n').match(/v\.strictObject\(\{[\s\S]*?\}\)/g) ?? []
  expect(inputs.length).toBeGreaterThan(8)
  const named = inputs.filter((text) => /\b(openid|memberId|points|discount\w*|tierId|rate):/i.test(text))
  // An assistant names an own member, and the server looks whether it is one: `own-members.test`, `show-phone.test`.
  expect(named).toEqual(Array(2).fill('v.strictObject({ memberId: Id })'))
})
