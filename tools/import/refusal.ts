/** A tool's answer to what it cannot work with: it says where it is and what to do, and nothing has been changed. */
export class ToolRefusal extends Error {}

/** @param place file and line, e.g. `sales.csv:17`. */
export const refuseInput = (place: string, fault: string, advice: string): ToolRefusal =>
  new ToolRefusal(`${place}: ${fault}. ${advice}`)
