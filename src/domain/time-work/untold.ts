/**
 * What a counter or a till left to be told. It is due at once, and belongs to no day.
 * Invariant: a notice is named by the change that it tells of, so it is written once.
 */
import { withoutUntold } from '../messages/untold'
import type { TimeKind } from './time-kind'

export const untold: TimeKind = {
  next: ({ messages }, after) => (messages?.untold ? after : null),
  on({ messages }) {
    if (!messages?.untold) return { effects: [] }
    return {
      changes: { messages: withoutUntold(messages) },
      effects: messages.untold.map((notice) => ({ does: 'notice', notice })),
    }
  },
}
