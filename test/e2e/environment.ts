/** Tells the end-to-end tests how the running one stands, so that a failure keeps what was to be seen. */
import { TestEnvironment } from 'jest-environment-node'

export interface RunningTest {
  name: string
  failed: boolean
}

interface CircusEvent {
  readonly name: string
  readonly test?: { readonly name: string }
}

export default class EndToEndEnvironment extends TestEnvironment {
  handleTestEvent({ name, test }: CircusEvent): void {
    const running = this.global as unknown as { runningTest?: RunningTest }
    if (name === 'test_start' && test) running.runningTest = { name: test.name, failed: false }
    if ((name === 'test_fn_failure' || name === 'hook_failure') && running.runningTest)
      running.runningTest.failed = true
  }
}

/** The test that runs now. */
export const runningTest = (): RunningTest => {
  const { runningTest: running } = globalThis as unknown as { runningTest?: RunningTest }
  if (!running) throw new Error('no test runs, or not in the environment of the end-to-end tests')
  return running
}
