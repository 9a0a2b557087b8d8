/** What seeding does at one instant of the past. Steps of one card are done one after the other, in the order of their instants. */
export interface Step {
  readonly card: string
  readonly at: number
  readonly run: () => Promise<void>
}
