/** What a member can be asked to allow, and how many messages of each are allowed yet. */
import type { TemplateView } from '../../contract/notice-views'
import { templateIds } from '../run/messenger'
import type { MemberDocument } from '../store/members'
import { messagesOf } from '../store/notices'

export function templatesView(member: MemberDocument): TemplateView[] {
  const { quota } = messagesOf(member)
  return templateIds().map(({ name, id }) => ({ name, id, allowed: quota[name] ?? 0 }))
}
