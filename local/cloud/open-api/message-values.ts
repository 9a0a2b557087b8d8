/**
 * What a value of a subscribe message may be, by the type in front of its name: `thing1`, `amount12`. From the page on
 * limits of the parameters of subscribe messages.
 */
const TIME = String.raw`\d{1,2}[:：]\d{2}([:：]\d{2})?`
const DAY = String.raw`(\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2})`
const spanOf = (one: string) => new RegExp(`^${one}(\\s*[~～]\\s*${one})?$`)

const CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => [...value].length <= 20 && !/\p{Cc}/u.test(value),
  number: (value) => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => [...value].length <= 5 && !/[\p{L}\p{N}\p{Cc}]/u.test(value),
  character_string: (value) => /^[^\p{Script=Han}\p{Cc}]{1,32}$/u.test(value),
  time: (value) => spanOf(`(${DAY}\\s*)?${TIME}`).test(value),
  date: (value) => spanOf(`${DAY}(\\s*${TIME})?`).test(value),
  amount: (value) => /^(\p{Sc})?\d{1,10}(\.\d+)?元?$/u.test(value),
  phone_number: (value) => /^[^\p{L}\p{Cc}]{1,17}$/u.test(value),
  car_number: (value) =>
    /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]*[\p{Script=Han}A-Za-z0-9]$/u.test(value) && [...value].length <= 8,
  name: (value) =>
    [...value].length <= (/\p{Script=Han}/u.test(value) ? 10 : 20) && !/[\p{N}\p{Cc}]/u.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: () => true,
}

/** The name of the first value that is refused. */
export function refusedValue(data: Readonly<Record<string, unknown>>): string | undefined {
  return Object.entries(data).find(([name, entry]) => {
    const { value } = (typeof entry === 'object' && entry ? entry : {}) as { value?: unknown }
    const text = typeof value === 'number' ? String(value) : value
    const check = CHECKS[/^(.+?)\d+$/.exec(name)?.[1] ?? '']
    return typeof text !== 'string' || text === '' || !check?.(text)
  })?.[0]
}
