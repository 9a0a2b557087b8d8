/** The subscribe messages that were sent, newest first, and the consents that are left. */
import { type Grant, type Message, wallTime } from './cloud'
import type { View } from './documents-view'
import { element } from './element'
import { listView, rowOf } from './list-view'
import { say } from './words'

export function messagesView(): View {
  return listView<{ messages: Message[]; grants: Grant[] }>(
    say('messages'),
    'messages',
    ({ messages, grants }) => {
      const consents = consentsOf(grants.filter(({ remaining }) => remaining > 0))
      return {
        rows: [
          ...[...messages].reverse().map(messageRow),
          ...(messages.length === 0 && consents ? [consents] : []),
        ],
        empty: [say('noMessages'), say('noMessagesAdvice')],
        more: messages.length > 0 ? consents : null,
      }
    },
  )
}

function messageRow({ id, openid, templateId, page, data, sentAt }: Message): HTMLElement {
  const fields = Object.entries(data).flatMap(([name, { value }]) => [
    element('dt', {}, name),
    element('dd', {}, String(value)),
  ])
  return rowOf(
    String(id),
    'row message',
    element(
      'div',
      { class: 'line' },
      element('b', {}, openid),
      element('span', { class: 'who', title: templateId }, templateId),
      element('span', { class: 'when' }, wallTime(sentAt)),
    ),
    element('dl', {}, ...fields),
    page ? element('p', { class: 'leads' }, `${say('leadsTo')} ${page}`) : null,
  )
}

function consentsOf(grants: Grant[]): HTMLElement | null {
  if (grants.length === 0) return null
  const rows = grants.map(({ openid, templateId, remaining }) =>
    element(
      'li',
      { class: 'line' },
      element('b', {}, openid),
      element('span', { class: 'who', title: templateId }, templateId),
      element('span', { class: 'when' }, `${remaining} ${say('left')}`),
    ),
  )
  return element(
    'section',
    { class: 'more' },
    element('h2', {}, say('consents')),
    element('ol', { class: 'row' }, ...rows),
  )
}
