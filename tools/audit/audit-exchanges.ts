/** Exchanges: each is borne out by its entries, money follows its state, and nothing came back twice. */
import type { EntryDocument } from '../../src/server/store/entries'
import { entryIdOf } from '../../src/server/store/entries'
import { handingOf, returnOf, type ExchangeDocument } from '../../src/server/store/exchanges'
import { groupedBy, sum, type Ledger, type Report } from './ledger'

export const hasEnded = ({ state }: ExchangeDocument): boolean => state === 'cancelled' || state === 'expired'

export function auditExchanges(ledger: Ledger, report: Report): void {
  const { exchanges = [], entries, members } = ledger
  const entryOf = new Map(entries.map((entry) => [entry._id, entry]))
  const closed = new Set(members.filter(({ card }) => card?.state === 'closed').map(({ _id }) => _id))
  for (const exchange of exchanges) {
    auditPoints(exchange, entryOf, closed.has(exchange.memberId), report)
    auditMoney(exchange, report)
    if (closed.has(exchange.memberId) && exchange.address !== null)
      report('exchange.person', [exchange._id], 'an address of a closed account')
  }
  auditCounts(ledger, report)
  auditRecent(ledger, report)
}

function auditPoints(
  exchange: ExchangeDocument,
  entryOf: ReadonlyMap<string, EntryDocument>,
  isClosed: boolean,
  report: Report,
): void {
  const { _id, points, taken, backOn } = exchange
  const spent = entryOf.get(entryIdOf(_id))
  const back = entryOf.get(entryIdOf(returnOf(_id)))
  if (spent?.change.kind !== 'spent' || spent.change.points !== points)
    report('exchange.entry', [_id], `${points} points and no entry that spends them`)
  else if (JSON.stringify(spent.change.lots) !== JSON.stringify(taken))
    report('exchange.lots', [_id, spent._id], 'the entry takes other lots')
  if (-sum(taken.map((lot) => lot.points)) !== points)
    report('exchange.lots', [_id], `its lots do not come to ${points}`)
  if ((back !== undefined) !== (backOn !== null))
    report('exchange.returned', [_id], back ? 'points came back unsaid' : 'says that points came back')
  if (
    back &&
    (back.change.kind !== 'returned' || back.change.points !== points || back.corrects !== spent?._id)
  )
    report('exchange.returned', [_id, back._id], 'the entry says otherwise')
  if (back && !hasEnded(exchange))
    report('exchange.returned', [_id], `points came back while it is ${exchange.state}`)
  if (!back && hasEnded(exchange) && !isClosed)
    report('exchange.returned', [_id], 'it ended and nothing came back')
}

function auditMoney({ _id, priceFen, payment, ...exchange }: ExchangeDocument, report: Report): void {
  if ((payment !== null) !== priceFen > 0)
    return report('exchange.money', [_id], `a price of ${priceFen} fen, and ${payment ? 'a' : 'no'} payment`)
  const { state } = exchange
  const isOver = state === 'cancelled' || state === 'expired'
  if (!payment || payment.state === 'waiting') {
    if (payment && !isOver && state !== 'unpaid') report('exchange.money', [_id], `${state} and not paid`)
    return
  }
  if ((payment.state === 'paid') === isOver || state === 'unpaid')
    report('exchange.money', [_id], `${state}, and the money is ${payment.state}`)
}

/** What a member's document counts, some exchange that was not given back bears out. */
function auditCounts({ members, exchanges = [] }: Ledger, report: Report): void {
  const kept = groupedBy(
    exchanges.filter((each) => !hasEnded(each)),
    ({ memberId, reward }) => `${memberId} ${reward.rewardId}`,
  )
  for (const { _id, exchanged = {} } of members)
    for (const [rewardId, count] of Object.entries(exchanged)) {
      const has = kept.get(`${_id} ${rewardId}`)?.length ?? 0
      if (count > has) report('exchange.count', [_id, rewardId], `counts ${count}, has ${has}`)
    }
}

/** What a member reads of exchanges lately happened, and was not taken back. */
function auditRecent({ members, exchanges = [] }: Ledger, report: Report): void {
  const happened = new Set(
    exchanges.flatMap(({ _id, handed, backOn }) => [
      _id,
      ...(handed ? [handingOf(_id)] : []),
      ...(backOn !== null ? [returnOf(_id)] : []),
    ]),
  )
  for (const { _id, recent } of members)
    for (const { id, kind } of recent)
      if (kind === 'exchange' && !happened.has(id))
        report('member.recent', [_id, id], 'shows what is not there')
}
