/** The only place of the server that reads the clock. An invocation reads it once and passes the instant on. */
export const now = (): number => Date.now()
