/** A member's export: its parts and what each page of it says. */
import * as v from 'valibot'

/** The parts of an export, in the order in which they are given. */
export const EXPORT_CHAPTERS = [
  'account',
  'purchases',
  'refunds',
  'entries',
  'coupons',
  'exchanges',
  'visits',
  'notes',
  'card',
  'looks',
  'notices',
  'changes',
] as const
export type ExportChapter = (typeof EXPORT_CHAPTERS)[number]

/** `purchases:1779069600000`: a part, and the instant below which it goes on. */
export const ExportCursor = v.pipe(v.string(), v.regex(/^[a-z]{1,16}:\d{0,15}$/))

export interface ExportView {
  readonly chapter: ExportChapter
  readonly rows: readonly unknown[]
  readonly next: string | null
  readonly serverNow: number
}
