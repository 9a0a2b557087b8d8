/** What a business document keeps of the command that made it: repeated, it gets the first answer; changed, it is refused. */
export interface OperationRecord {
  readonly inputHash: string
  readonly answer: unknown
}
