/**
 * `npm run e2e [-- --devtools[=CLI]] [jest's own arguments]`: the end-to-end tests on the built mini program, on local
 * phones or, with `--devtools`, in windows of WeChat DevTools (written from documentation, not run there).
 */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { DEVTOOLS_VARIABLE } from '../../test/e2e/left-out'
import { BuildFailure, buildMiniProgram } from '../start/build-if-changed'

const ROOT = resolve(__dirname, '../..')
const DEVTOOLS = /^--devtools(?:=(.*))?$/

async function main(): Promise<void> {
  const given = process.argv.slice(2)
  const asked = given.map((each) => DEVTOOLS.exec(each)).find((match) => match !== null)
  await buildMiniProgram()
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js')
  const args = [
    jest,
    '--config',
    'jest.e2e.config.js',
    // Windows of DevTools belong to the file that opened them, and a computer has one DevTools.
    ...(asked ? ['--runInBand'] : []),
    ...given.filter((each) => !DEVTOOLS.test(each)),
  ]
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...(asked ? { [DEVTOOLS_VARIABLE]: asked[1] ?? '' } : {}) },
  })
  process.exitCode = status ?? 1
}

void main().catch((error: unknown) => {
  console.error(error instanceof BuildFailure ? `${error.message}:\n${error.output}` : error)
  process.exitCode = 1
})
