/** The audit finds nothing in notices that were written, sent and read by the rules, and everything that is broken in them. */
import { readTo, toldOnce, NO_MESSAGES } from '../../src/domain/messages/gate'
import { notSent, type NoticeDocument } from '../../src/server/store/notices'
import { listKey } from '../../src/server/store/purchases'
import { auditLedger } from '../../tools/audit/audit'
import { smallLedger, type OpenLedger } from './small-ledger'

const NOW = Date.parse('2026-03-01T10:00:00+08:00')

const written = (n: number): NoticeDocument => {
  const [_id, at] = [`notice:birthday:m1:${n}`, NOW + n]
  return {
    ...{ kind: 'birthday', figures: { on: '2026-03-01' }, until: '2026-03-01', memberId: 'm1' },
    ...{ _id, at, listKey: listKey(at, `${at}:${_id}`), state: 'waiting', sendAt: NOW, attempts: 0 },
  } as NoticeDocument
}
const sent = ({ sendAt: _sendAt, ...notice }: NoticeDocument): NoticeDocument => ({
  ...notice,
  state: 'sent',
})

/** One was sent and read; of those after it one waits and one is kept. */
function told(): OpenLedger {
  const ledger = smallLedger()
  const notices = [sent(written(1)), written(2), notSent(written(3), 'stopped')]
  const first = toldOnce(NO_MESSAGES, notices[0]?.listKey ?? '')
  const read = readTo(first, notices[0]?.listKey ?? '')
  const messages = notices.slice(1).reduce((purse, each) => toldOnce(purse, each.listKey), read)
  Object.assign(ledger.members[0] ?? {}, { messages })
  return structuredClone({ ...ledger, notices: notices })
}

const at = (ledger: OpenLedger, place: number) => {
  const notice = ledger.notices?.[place]
  if (!notice) throw new Error(`no notice ${place}`)
  return notice
}
const purse = (ledger: OpenLedger) => {
  const found = ledger.members[0]?.messages
  if (!found) throw new Error('nobody was told anything')
  return found
}

test('three notices have no violation', () => {
  expect(auditLedger(told() as never)).toEqual([])
})

test.each<[string, string, (ledger: OpenLedger) => void]>([
  ['one to nobody', 'notice.member', (l) => (at(l, 1).memberId = 'nobody')],
  [
    'one of a closed account',
    'notice.closed',
    (l) => Object.assign(l.members[0] ?? {}, { card: { state: 'closed', since: NOW } }),
  ],
  ['one that waits for no moment', 'notice.turn', (l) => void delete at(l, 1).sendAt],
  ['one that was sent and has its turn', 'notice.turn', (l) => (at(l, 0).sendAt = NOW)],
  ['one that is kept and being sent', 'notice.turn', (l) => (at(l, 2).sending = true)],
  ['one that is kept for no reason', 'notice.why', (l) => void delete at(l, 2).why],
  ['one that was sent and says why not', 'notice.why', (l) => (at(l, 0).why = 'gone')],
  ['one that was tried six times', 'notice.attempts', (l) => (at(l, 1).attempts = 6)],
  ['one that is listed elsewhere', 'notice.key', (l) => (at(l, 0).at += 1)],
  ['less unread than there are', 'notice.unread', (l) => (purse(l).unread = 1)],
  ['more unread than there are', 'notice.unread', (l) => (purse(l).unread = 4)],
  ['unread ones where all was read', 'notice.unread', (l) => (purse(l).readTo = at(l, 2).listKey)],
  ['a newest one that is not there', 'notice.newest', (l) => (purse(l).newest = 'none')],
])('%s is found', (_, rule, breakIt) => {
  const ledger = told()
  breakIt(ledger)
  expect(auditLedger(ledger as never).map((each) => each.rule)).toContain(rule)
})
