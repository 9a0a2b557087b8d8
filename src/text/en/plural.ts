/** `1 point`, `386 points`. The count may be a number or what was written for one. */
export const count = (number: string | number, one: string, many = `${one}s`): string =>
  `${number} ${String(number) === '1' ? one : many}`
