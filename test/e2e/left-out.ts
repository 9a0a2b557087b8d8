/**
 * What only the local phone can do is left out where the same tests run on WeChat DevTools: such a test ends there, is told
 * by name and counts as skipped, never as passed.
 */
export class LeftOut extends Error {
  override readonly name = 'LeftOut'
}

/** Set by `npm run e2e -- --devtools`: DevTools' command line program, or empty where it is in its usual place. */
export const DEVTOOLS_VARIABLE = 'SHUKE_E2E_DEVTOOLS'

export const onDevTools = (): boolean => process.env[DEVTOOLS_VARIABLE] !== undefined

/** By name, since an error of a test comes from another world than the environment. */
export const reasonOfLeavingOut = (error: unknown): string | null =>
  (error as { name?: unknown } | null)?.name === 'LeftOut' ? (error as Error).message : null
