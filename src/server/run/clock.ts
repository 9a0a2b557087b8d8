/** The only place of the server that reads a clock. An invocation reads the instant once and passes it on. */
export const now = (): number => Date.now()

/** Time that this instance has been up, ms: for what ages with the instance, whatever the instants that it is asked about. */
export const uptime = (): number => performance.now()
