/** The member's door, as far as messages go. */
import * as v from 'valibot'
import { MESSAGE_CLASSES, TEMPLATES, type MessageClass, type TemplateName } from '../domain/messages/kinds'
import { command, query } from './envelope'
import type { NoticesView } from './notice-views'

const NoticeCursor = v.pipe(v.string(), v.regex(/^\d{14}:\d{13}:notice:[A-Za-z0-9:._-]{1,160}$/))

export const memberMessageActions = {
  /** What the mall told the member, newest first, 20 at a time. */
  notices: query(v.strictObject({ after: v.optional(NoticeCursor) })),
  /** Everything up to this one was read. */
  'read-notices': command(v.strictObject({ upTo: NoticeCursor })),
  /** The member allowed one message more of each of these templates, on WeChat's own sheet. */
  'allow-messages': command(
    v.strictObject({
      accepted: v.pipe(v.array(v.picklist(TEMPLATES)), v.minLength(1), v.maxLength(TEMPLATES.length)),
    }),
  ),
  /** Which classes of messages are not to be sent; the whole list. They can still be read. */
  'stop-messages': command(
    v.strictObject({
      stopped: v.pipe(v.array(v.picklist(MESSAGE_CLASSES)), v.maxLength(MESSAGE_CLASSES.length)),
    }),
  ),
}

export interface MemberMessageOutputs {
  notices: NoticesView
  'read-notices': { readonly unread: number }
  'allow-messages': { readonly allowed: Readonly<Partial<Record<TemplateName, number>>> }
  'stop-messages': { readonly stopped: readonly MessageClass[] }
}
