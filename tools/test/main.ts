/**
 * What `npm test` and `npm run check` run after installing: types, style, layout, every test, and end to end on the built
 * mini program. Invariant: the last line is `N passed, N failed`, where each check and each test counts once, and the
 * exit code is 0 only when nothing failed and something ran.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { BuildFailure, buildFunctions, buildMiniProgram } from '../start/build-if-changed'

const ROOT = resolve(__dirname, '../..')

interface Tally {
  passed: number
  failed: number
}

interface Step {
  readonly title: string
  readonly run: () => Promise<Tally> | Tally
}

const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name)

/** A program that passes or fails as a whole. */
function check(command: string, args: readonly string[]): Tally {
  const { status } = spawnSync(bin(command), args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Jest, counted by its own report; a run that breaks before it reports counts as one failure. */
function jest(args: readonly string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-test-'))
  const report = join(folder, 'report.json')
  spawnSync(bin('jest'), [...args, '--json', `--outputFile=${report}`], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numRuntimeErrorTestSuites: number
    }
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function built(build: () => Promise<unknown>): Promise<Tally> {
  try {
    await build()
    return { passed: 1, failed: 0 }
  } catch (error) {
    if (error instanceof BuildFailure) console.error(`${error.message}:\n${error.output}`)
    else console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}

const CHECKS: readonly Step[] = [
  { title: 'cloud functions are bundled', run: () => built(buildFunctions) },
  { title: 'types', run: () => check('tsc', ['--noEmit', '-p', '.']) },
  { title: 'lint', run: () => check('eslint', ['.']) },
  { title: 'layout of the code', run: () => check('prettier', ['--check', '--log-level=warn', '.']) },
  { title: 'the mini program is built', run: () => built(buildMiniProgram) },
  { title: 'tests', run: () => jest([]) },
]

const END_TO_END: Step = {
  title: 'end to end',
  run: () => jest(['--config', 'jest.e2e.config.js']),
}

async function main(): Promise<void> {
  const steps = process.argv.includes('--no-e2e') ? CHECKS : [...CHECKS, END_TO_END]
  const sum: Tally = { passed: 0, failed: 0 }
  for (const { title, run } of steps) {
    const started = performance.now()
    console.log(`▸ ${title} …`)
    const tally = await run()
    sum.passed += tally.passed
    sum.failed += tally.failed
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(
      `  ${tally.failed === 0 ? 'ok' : 'FAILED'}: ${tally.passed} passed, ${tally.failed} failed in ${seconds} s`,
    )
  }
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

void main()
