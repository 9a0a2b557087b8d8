/** Points: a purse is the replay of its entries, its counters add up, and its lots are in order. */
import {
  applyChange,
  EMPTY_PURSE,
  LOT_KINDS,
  purseOn,
  type Lot,
  type PendingPart,
  type Purse,
} from '../../src/domain/points/purse'
import type { BusinessDay } from '../../src/domain/time/business-day'
import { sum, type MemberFile, type Report } from './ledger'

const COUNTERS = ['earned', 'spent', 'expired', 'reversed', 'debt', 'returned'] as const
type Counter = (typeof COUNTERS)[number]
/** Points came back to nobody before it was counted. */
const counted = (purse: Purse, counter: Counter): number => purse[counter] ?? 0

export function auditPurse({ member, entries }: MemberFile, report: Report): void {
  const { purse } = member.account
  const { pending = [] } = purse
  const left = sum([...purse.lots, ...pending].map((each) => each.left))
  const gained = purse.earned + counted(purse, 'returned')
  if (gained - purse.spent - purse.expired - purse.reversed !== left - purse.debt)
    report('purse.identity', [member._id], `counters come to ${countersText(purse)}, lots hold ${left}`)
  for (const counter of COUNTERS)
    if (!Number.isSafeInteger(counted(purse, counter)) || counted(purse, counter) < 0)
      report('purse.counter', [member._id], `${counter} is ${purse[counter]}`)
  auditLots(purse.lots, orderOfLot, (text) => report('purse.lots', [member._id], text))
  auditLots(pending, orderOfPart, (text) => report('purse.pending', [member._id], text))
  const lastDay = entries.reduce((last, entry) => (entry.day > last ? entry.day : last), '')
  const then = purseOn(purse, lastDay as BusinessDay)
  if (then.debt > 0 && then.lots.some((lot) => lot.expiresOn >= lastDay))
    report('purse.debt', [member._id], `a debt of ${then.debt} beside points that can be spent`)
  auditActivation(entries, report)
  auditExpiry(entries, report)
  replay({ member, entries }, report)
}

/** A part becomes a lot on its day and not before. */
function auditActivation(entries: MemberFile['entries'], report: Report): void {
  for (const { _id, day, change } of entries)
    for (const part of change.activated ?? [])
      if (part.activatesOn > day) report('purse.early', [_id], `${partsText([part])} became a lot on ${day}`)
}

/** Only points whose day is over expire by the day; what a closed account had is void whatever its day. */
function auditExpiry(entries: MemberFile['entries'], report: Report): void {
  for (const { _id, day, change } of entries.filter(({ rule }) => rule === 'points.expired')) {
    const early = change.lots.filter(({ expiresOn }) => expiresOn >= day)
    if (early.length > 0) report('purse.expiry', [_id], `takes points of ${early[0]?.expiresOn} on ${day}`)
    if (change.kind !== 'expired') report('purse.expiry', [_id], `points that expired are ${change.kind}`)
  }
}

function replay({ member, entries }: Pick<MemberFile, 'member' | 'entries'>, report: Report): void {
  let purse: Purse = EMPTY_PURSE
  for (const entry of entries) {
    try {
      purse = applyChange(purse, entry.change)
    } catch (error) {
      return report(
        'purse.replay',
        [member._id, entry._id],
        `cannot be replayed: ${(error as Error).message}`,
      )
    }
  }
  const said = member.account.purse
  for (const counter of COUNTERS)
    if (counted(said, counter) !== counted(purse, counter))
      report(
        'purse.replay',
        [member._id],
        `${counter} is ${counted(said, counter)}, entries come to ${counted(purse, counter)}`,
      )
  if (partsText(said.pending) !== partsText(purse.pending))
    report(
      'purse.replay',
      [member._id],
      `${partsText(said.pending)} wait, entries come to ${partsText(purse.pending)}`,
    )
  if (lotsText(said.lots) !== lotsText(purse.lots))
    report(
      'purse.replay',
      [member._id],
      `lots are ${lotsText(said.lots)}, entries come to ${lotsText(purse.lots)}`,
    )
}

function auditLots<Part extends Lot>(
  lots: readonly Part[],
  orderOf: (lot: Part) => string,
  report: (text: string) => void,
): void {
  lots.forEach((lot, index) => {
    if (!(lot.left > 0)) report(`lot ${lotsText([lot])} is empty`)
    if (!LOT_KINDS.includes(lot.kind)) report(`lot ${lotsText([lot])} is of no known kind`)
    const before = lots[index - 1]
    if (before && orderOf(before) >= orderOf(lot))
      report(`lot ${lotsText([lot])} stands behind ${lotsText([before])}`)
  })
}

const orderOfLot = (lot: Lot): string => `${lot.expiresOn} ${LOT_KINDS.indexOf(lot.kind)}`
const orderOfPart = (part: PendingPart): string => `${part.activatesOn} ${orderOfLot(part)}`

const lotsText = (lots: readonly Lot[]): string =>
  lots.length === 0 ? 'none' : lots.map((lot) => `${lot.kind} ${lot.expiresOn} ${lot.left}`).join(', ')

const partsText = (parts: readonly PendingPart[] = []): string =>
  parts.length === 0 ? 'none' : parts.map((part) => `${part.activatesOn}: ${lotsText([part])}`).join(', ')

const countersText = ({ earned, returned = 0, spent, expired, reversed, debt }: Purse): string =>
  `${earned} + ${returned} − ${spent} − ${expired} − ${reversed} with a debt of ${debt}`
