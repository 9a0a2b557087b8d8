/**
 * A stock that is spread over several counters, so that many can take from it at once.
 * Invariant: the totals of the counters sum to the stock, and none is less than what was taken from it.
 */

/**
 * The total of each counter; null when more was taken than the stock is to be.
 * @param taken of each counter that there is; those from `parts` on get nothing more.
 */
export function spreadStock(stock: number, parts: number, taken: readonly number[]): number[] | null {
  const left = stock - taken.reduce((sum, each) => sum + each, 0)
  if (left < 0) return null
  const share = Math.floor(left / parts)
  const more = left % parts
  return Array.from({ length: Math.max(parts, taken.length) }, (_, part) => {
    const added = part < parts ? share + (part < more ? 1 : 0) : 0
    return (taken[part] ?? 0) + added
  })
}
