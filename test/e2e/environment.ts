/**
 * Tells the end-to-end tests how the running one stands, so that a failure keeps what was to be seen, and hands them what
 * their worker keeps.
 */
import { TestEnvironment } from 'jest-environment-node'
import { KEPT } from './kept'
import { reasonOfLeavingOut } from './left-out'
import type { Told } from './running'

interface CircusTest {
  readonly name: string
  /** Each alone, or with the place where it was awaited. */
  errors: unknown[]
  status?: string | null
}

interface CircusEvent {
  readonly name: string
  readonly test?: CircusTest
  readonly error?: unknown
}

const errorOf = (entry: unknown): unknown => (Array.isArray(entry) ? (entry as unknown[])[0] : entry)

/** Ends a test that was left out, and nothing else, as skipped. */
function leaveOut(test: CircusTest): void {
  const reasons = test.errors.map((entry) => reasonOfLeavingOut(errorOf(entry)))
  if (reasons.length === 0 || reasons.includes(null)) return
  process.stderr.write(`left out on DevTools: “${test.name}”: ${reasons[0]}\n`)
  test.errors = []
  test.status = 'skip'
}

export default class EndToEndEnvironment extends TestEnvironment {
  private readonly told = this.global as unknown as Told

  override async setup(): Promise<void> {
    await super.setup()
    this.told.kept = KEPT
  }

  override async teardown(): Promise<void> {
    await KEPT.quiet()
    await super.teardown()
  }

  handleTestEvent({ name, test, error }: CircusEvent): void {
    const running = this.told
    if (name === 'test_start' && test) running.runningTest = { name: test.name, failed: false }
    const failed = name === 'test_fn_failure' || name === 'hook_failure'
    if (failed && running.runningTest && !reasonOfLeavingOut(error)) running.runningTest.failed = true
    if (name === 'test_done' && test) leaveOut(test)
  }
}
