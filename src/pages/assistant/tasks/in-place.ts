/**
 * Rows that keep their places while they come and go: one that leaves is hidden and one that is new follows the others, so that
 * the list is not sent to the screen again. Pure.
 */
export interface Placed<Row> {
  readonly row: Row
  readonly hidden: boolean
}

interface Named {
  readonly taskId: string
}

/** @param before as it was drawn last. */
export function inPlace<Row extends Named>(
  before: readonly Placed<Row>[],
  now: readonly Row[],
): readonly Placed<Row>[] {
  const newest = new Map(now.map((row) => [row.taskId, row]))
  const standing = before.map(({ row }) => ({
    row: newest.get(row.taskId) ?? row,
    hidden: !newest.has(row.taskId),
  }))
  const known = new Set(before.map(({ row }) => row.taskId))
  const added = now.filter(({ taskId }) => !known.has(taskId)).map((row) => ({ row, hidden: false }))
  return [...standing, ...added]
}
