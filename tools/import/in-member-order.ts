/**
 * Runs operations side by side, those of one member strictly one after the other.
 * Invariant: a member's operation starts only after the answer to the one before. Members share no document that a till
 * writes (a purchase and a refund write the member, its purchase, its refund and its entry), so any interleaving of
 * members ends in the state of the one global order.
 */
export interface Ordered {
  readonly card: string
}

/** Rejects with the first failure; what runs then is waited for, and nothing new is started. */
export async function runInMemberOrder<Item extends Ordered>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0
  let failure: { error: unknown } | null = null
  /** What waits behind a running operation of its member. */
  const behind = new Map<string, Item[]>()
  const freed: Item[] = []
  const take = (): Item | undefined => {
    const waiting = freed.shift()
    if (waiting) return waiting
    for (; next < items.length;) {
      const item = items[next] as Item
      next += 1
      const queue = behind.get(item.card)
      if (!queue) {
        behind.set(item.card, [])
        return item
      }
      queue.push(item)
    }
    return undefined
  }
  const done = (item: Item): void => {
    const following = behind.get(item.card)?.shift()
    if (following) freed.push(following)
    else behind.delete(item.card)
  }
  const lane = async (): Promise<void> => {
    for (let item = take(); item && !failure; item = take()) {
      try {
        await run(item)
        done(item)
      } catch (error) {
        failure ??= { error }
      }
    }
  }
  // A lane that finds nothing to take may end: what is left belongs to members whose lane goes on with it.
  await Promise.all(Array.from({ length: atOnce }, lane))
  if (failure) throw (failure as { error: unknown }).error
}
