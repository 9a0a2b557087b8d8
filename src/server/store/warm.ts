/**
 * Small documents that every request reads, remembered by a warm instance for 60 seconds at most.
 * Nothing of a caller is kept here: an instance serves many people.
 */
const LIFE_MS = 60_000

export interface Warm<Value> {
  (key: string, at: number, read: () => Promise<Value>): Promise<Value>
  forget(key: string): void
}

export function warm<Value>(): Warm<Value> {
  const kept = new Map<string, { value: Value; readAt: number }>()
  const recall = async (key: string, at: number, read: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key)
    if (known && at >= known.readAt && at - known.readAt < LIFE_MS) return known.value
    const value = await read()
    if (value === null) kept.delete(key)
    else kept.set(key, { value, readAt: at })
    return value
  }
  return Object.assign(recall, { forget: (key: string) => void kept.delete(key) })
}
