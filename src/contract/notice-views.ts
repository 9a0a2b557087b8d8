/** What the member's door shows of notices. */
import type { MessageClass, MessageKind, TemplateName } from '../domain/messages/kinds'

export interface NoticeView {
  readonly id: string
  readonly kind: MessageKind
  readonly at: number
  readonly isRead: boolean
  readonly points?: number
  /** Money that was paid, or paid back. */
  readonly fen?: number
  /** How many there are, where there is more than one. */
  readonly count?: number
  readonly day?: string
  /** The last day, where what it tells of goes on after `day`, … */
  readonly to?: string
  /** … and how many of it are of `day` itself. */
  readonly first?: number
  readonly years?: number
  /** Of a store, a tier, a reward or a friend. */
  readonly name?: string
  /** Name of a coupon that was given. */
  readonly coupon?: string
  /** Name of the tier that was held before. */
  readonly before?: string
}

/** A template of WeChat's, and how many messages of it are allowed yet. */
export interface TemplateView {
  readonly name: TemplateName
  readonly id: string
  readonly allowed: number
}

export interface NoticesView {
  readonly notices: readonly NoticeView[]
  /** Cursor of the next page; null when there is none. */
  readonly next: string | null
  /** What `read-notices` is sent with; null when there is nothing to read. */
  readonly newest: string | null
  readonly unread: number
  /** What the member can be asked to allow, and how many messages of each are allowed. */
  readonly templates: readonly TemplateView[]
  readonly stopped: readonly MessageClass[]
  readonly serverNow: number
}
