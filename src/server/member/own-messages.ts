/**
 * What members decide about messages: what they have read, what they allow, what they stop. Each changes the own account alone.
 * Calls: those of an own change.
 */
import type { MemberOutputs } from '../../contract/member'
import { allowed, readTo } from '../../domain/messages/gate'
import type { MessageClass, TemplateName } from '../../domain/messages/kinds'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { messagesOf } from '../store/notices'
import { ownChange } from './own-change'

export const readNotices = (
  call: Call,
  { upTo }: { upTo: string },
): Promise<Outcome<MemberOutputs['read-notices']>> =>
  ownChange(call, 'read-notices', async (member) => {
    const messages = readTo(messagesOf(member), upTo)
    return { member: { ...member, messages }, subject: 'read', data: { unread: messages.unread } }
  })

export const allowMessages = (
  call: Call,
  { accepted }: { accepted: readonly TemplateName[] },
): Promise<Outcome<MemberOutputs['allow-messages']>> =>
  ownChange(call, 'allow-messages', async (member) => {
    const messages = allowed(messagesOf(member), accepted)
    return {
      member: { ...member, messages },
      subject: accepted.join(' '),
      data: { allowed: messages.quota },
    }
  })

export const stopMessages = (
  call: Call,
  { stopped }: { stopped: readonly MessageClass[] },
): Promise<Outcome<MemberOutputs['stop-messages']>> =>
  ownChange(call, 'stop-messages', async (member) => {
    const classes = [...new Set(stopped)].sort()
    return {
      member: { ...member, messages: { ...messagesOf(member), stopped: classes } },
      subject: classes.join(' ') || 'none',
      data: { stopped: classes },
    }
  })
