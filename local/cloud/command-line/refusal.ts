/** What the command line says instead of a stack: wrong use ends with code 2, work that failed with code 1. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message)
  }
}

export const wrongUse = (message: string): Refusal => new Refusal(message, 2)
