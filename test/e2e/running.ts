/** What the environment tells a file of tests: how the running test stands, and what its worker keeps from file to file. */
import type { KEPT } from './kept'

export interface RunningTest {
  name: string
  failed: boolean
}

/** What the environment sets in a file's own world. */
export interface Told {
  kept: typeof KEPT
  runningTest?: RunningTest
}

const told = (): Told => globalThis as unknown as Told

export const kept = (): typeof KEPT => told().kept

/** The test that runs now. */
export const runningTest = (): RunningTest => {
  const { runningTest: running } = told()
  if (!running) throw new Error('no test runs, or not in the environment of the end-to-end tests')
  return running
}
