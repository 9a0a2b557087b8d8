/** `docs/messages-of-three-years.md`: what the mall told its members in the journey, what reached a phone, and why the rest did not. */
import { CLASS_OF, TEMPLATE_OF, type MessageKind } from '../../../src/domain/messages/kinds'
import { businessDayOf, mallClockText } from '../../../src/domain/time/business-day'
import type { NoticeDocument } from '../../../src/server/store/notices'

export interface Told extends Pick<NoticeDocument, 'kind' | 'state' | 'why' | 'at'> {
  readonly who: string
  readonly until: string
}

export interface Sent {
  readonly who: string
  readonly template: string
  readonly kind: MessageKind
  readonly at: number
}

const HEAD = `# What was sent to whom in three years

The journey [test/journeys/three-years.test.ts](../test/journeys/three-years.test.ts) lives three years of members with different habits on a moved clock. This
page is what the mall told them. Everything told can be read on the notices page; a part of it also leaves as a message of WeChat.

Tests hold over all of it:

1. No message leaves between 21:00 and 09:00.
2. A message leaves for every notice for which the member had a permission of its template, and for no other; a yes on WeChat's sheet is one
   permission, and the mall counts twenty at most.
3. What a member stopped is kept and not sent, permission or not; so is what the mall wishes, of who did not agree to offers.
4. At most two commercial messages leave in a week; the third is kept, permission or not.
5. The trigger came in time, so nothing is stale, and nothing is left waiting.

The page is made by the journey; \`npm test\` fails when the two differ, \`REWRITE=1 npx jest test/journeys/three-years\` writes it anew.
`

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

function counted(told: readonly Told[]): string[] {
  const groups = new Map<string, Told[]>()
  for (const each of told) {
    const group = `${each.who} ${each.kind}`
    groups.set(group, [...(groups.get(group) ?? []), each])
  }
  return [...groups.values()].map((group) => {
    const [{ who, kind } = { who: '', kind: 'points-expire' as const }] = group
    const count = (wanted: string): number =>
      group.filter(({ state, why }) => wanted === (why ?? state)).length
    const figures = ['sent', 'no-permission', 'stopped', 'week-full', 'stale'].map(
      (each) => count(each) || '',
    )
    return row(who, kind, CLASS_OF[kind], TEMPLATE_OF[kind], group.length, ...figures)
  })
}

export const messagesPage = (
  habits: readonly (readonly [who: string, habit: string])[],
  told: readonly Told[],
  sent: readonly Sent[],
): string =>
  [
    HEAD,
    '## Who',
    '',
    row('member', 'habit'),
    row('---', '---'),
    ...habits.map((each) => row(...each)),
    '',
    '## Told',
    '',
    row(
      'member',
      'kind',
      'class',
      'template',
      'told',
      'sent',
      'kept: no permission',
      'kept: stopped or not agreed',
      'kept: week full',
      'stale',
    ),
    row(...Array.from({ length: 10 }, () => '---')),
    ...counted(told),
    '',
    'Of a closed account the notices are erased; a message that had left before stands below.',
    '',
    '## Sent',
    '',
    row('when', 'member', 'kind', 'template'),
    row('---', '---', '---', '---'),
    ...sent.map(({ at, who, kind, template }) =>
      row(`${businessDayOf(at)} ${mallClockText(at)}`, who, kind, template),
    ),
    '',
  ].join('\n')
