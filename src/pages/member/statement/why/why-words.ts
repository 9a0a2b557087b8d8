/** How an entry came about, as lines that a person can add up. Pure. */
import { dayText, momentText } from '../../../../components/day-words'
import type { BonusView, WhyView } from '../../../../contract/points-and-growth'
import type { EntryView, LotView, PendingDayView } from '../../../../contract/views'
import { fen } from '../../../../domain/money/fen'
import { countText, shortYuanText, yuanText } from '../../../../domain/money/yuan-text'
import { businessDay, businessDayOf, mallClockText } from '../../../../domain/time/business-day'
import { words } from '../../../../text/member'
import { POINTS_TEXT, WHY_TEXT as text } from '../../../../text/points'
import { entryTitle, isGain, placeWords } from '../points/entry-words'

export interface WhyLine {
  readonly label: string
  readonly value: string
}

export interface WhyPart {
  readonly title: string
  readonly lines: readonly WhyLine[]
  readonly advice: string | null
}

const times = (rate: number): string => `× ${rate / 100}`
const signed = (points: number): string => `${points < 0 ? '−' : '+'}${countText(Math.abs(points))}`
const line = (label: string, value: string): WhyLine => ({ label, value })

export function whyTitle({ entry }: WhyView): string {
  if (entry.rewardName !== undefined) return rewardWords(entry.kind).title(entry.rewardName)
  if (entry.checkIn === 'place' && entry.storeName !== null)
    return text.checkIn.title(entry.eventName ?? entry.storeName)
  if (entry.targetName !== undefined) return entry.targetName
  if (entry.merged || entry.referral || entry.storeName === null) return entryTitle(entry)
  return entry.kind === 'earned' ? text.earned(entry.storeName) : text.takenBack(entry.storeName)
}

/** Points that went to a reward, or came back from one. */
const rewardWords = (kind: EntryView['kind']) =>
  kind === 'returned'
    ? { title: text.broughtBack, advice: text.broughtBackAdvice }
    : { title: text.exchanged, advice: text.exchangedAdvice }

/** Base, rate, bonuses and cap of what was earned; share and reason of what was taken back. */
export function howPart(why: WhyView): WhyPart {
  if (why.entry.merged) return mergedPart(why.entry)
  if (why.entry.rewardName !== undefined) return rewardPart(why.entry)
  if (why.entry.referral) return referralPart(why.entry)
  if (why.entry.occasion) return occasionPart(why)
  if (why.entry.upgrade) return upgradePart(why)
  if (why.entry.checkIn && why.checkIn) return checkInPart(why.entry.checkIn, why, why.checkIn)
  if (why.entry.targetName !== undefined) return targetPart(why)
  const lines = why.earning ? earningLines(why, why.earning) : takingBackLines(why)
  const advice = why.earning ? text.roundedDown : why.corrects ? text.share : null
  return { title: text.how, lines, advice }
}

/** What an old card had goes over as it was: nothing is worked out anew. */
function mergedPart({ kind, storeName }: EntryView): WhyPart {
  const { how, boundAt, advice } = text.merged
  return {
    title: how,
    lines: storeName === null ? [] : [line(boundAt, storeName)],
    advice: advice[kind === 'earned' ? 'points' : 'debt'],
  }
}

function rewardPart({ kind, storeName }: EntryView): WhyPart {
  const lines = storeName === null ? [] : [line(text.at, storeName)]
  return { title: text.how, lines, advice: rewardWords(kind).advice }
}

function referralPart({ kind, points }: EntryView): WhyPart {
  const way = kind === 'earned' ? 'reward' : 'back'
  const lines = [line(POINTS_TEXT.referral[way], signed(kind === 'earned' ? points : -points))]
  return { title: text.how, lines, advice: text.referral[way] }
}

const occasionPart = ({ entry, coupon }: WhyView): WhyPart => ({
  title: text.how,
  lines: [line(entryTitle(entry), signed(entry.points)), ...couponLine(coupon)],
  advice: text.occasion,
})

function checkInPart(
  sort: 'daily' | 'place',
  { entry: { points, eventName, storeName }, coupon }: WhyView,
  { extra, streak }: NonNullable<WhyView['checkIn']>,
): WhyPart {
  const { streak: inRow, dailyAdvice, placeAdvice, eventAdvice } = text.checkIn
  const called = sort === 'daily' ? POINTS_TEXT.checkIn.daily : placeWords(eventName)
  const isEvent = eventName !== undefined && storeName !== null
  const lines = [
    line(called, signed(points - extra)),
    ...(isEvent ? [line(text.at, storeName)] : []),
    ...(extra > 0 && streak !== null ? [line(inRow(streak), signed(extra))] : []),
    ...couponLine(coupon),
  ]
  const advice = sort === 'daily' ? dailyAdvice : isEvent ? eventAdvice : placeAdvice
  return { title: text.how, lines, advice }
}

/** The coupon that came with the points. */
const couponLine = (coupon: string | undefined): WhyLine[] =>
  coupon === undefined ? [] : [line(text.coupon, coupon)]

const upgradePart = ({ entry: { points }, coupon }: WhyView): WhyPart => ({
  title: text.how,
  lines: [line(POINTS_TEXT.upgrade, signed(points)), ...couponLine(coupon)],
  advice: text.upgrade,
})

/** A bonus of its own, for so many points in the first months. */
const targetPart = ({ entry: { kind, storeName }, coupon }: WhyView): WhyPart => ({
  title: text.how,
  lines: [...(storeName === null ? [] : [line(text.at, storeName)]), ...couponLine(coupon)],
  advice: kind === 'earned' ? text.target.reached : text.target.takenBack,
})

/** What a campaign added, and what cut it. */
const bonusLines = ({ name, rate, points, cuts }: BonusView): WhyLine[] => [
  line(text.bonus(name, String(rate / 100)), signed(points)),
  ...cuts.map((cut) => line(text.cap[cut.by], countText(cut.points))),
]

function earningLines({ entry }: WhyView, earning: NonNullable<WhyView['earning']>): WhyLine[] {
  const { qualifyingFen, base, rate, tierName, bonuses, bonusPoints, takenBack } = earning
  const paid = entry.amountFen ?? qualifyingFen
  const plain = entry.points - bonusPoints
  return [
    line(text.paid, yuanText(fen(paid))),
    ...(qualifyingFen === paid ? [] : [line(text.qualifying, yuanText(fen(qualifyingFen)))]),
    line(text.base, countText(base)),
    line(text.rate(tierName), times(rate)),
    line(text.sum(countText(base), String(rate / 100), countText(plain)), signed(plain)),
    ...bonuses.flatMap(bonusLines),
    ...(takenBack > 0 ? [line(text.takenBackSince, signed(-takenBack))] : []),
  ]
}

function takingBackLines({ entry, corrects }: WhyView): WhyLine[] {
  const money = (amountFen: number | null | undefined, label: string): WhyLine[] =>
    typeof amountFen === 'number' ? [line(label, yuanText(fen(amountFen)))] : []
  return [
    ...(entry.reason ? [line(text.reason, words.activity.reasons[entry.reason])] : []),
    ...money(entry.amountFen, text.refunded),
    ...money(corrects?.amountFen, text.of),
  ]
}

/** To which days points went, or from which they were taken; what a debt had to do with it. */
export function wherePart({ entry, lots, pending, debt, serverNow }: WhyView): WhyPart | null {
  const today = businessDayOf(serverNow)
  const sayDay = (day: string): string => dayText(businessDay(day), today)
  const lotLine = ({ expiresOn, points }: LotView): WhyLine =>
    line(text.lot(sayDay(expiresOn)), signed(points))
  const pendingLine = ({ activatesOn, expiresOn, points }: LotView & PendingDayView): WhyLine =>
    line(text.pendingLot(sayDay(activatesOn), sayDay(expiresOn)), signed(points))
  const waits = pending.some(({ activatesOn }) => activatesOn > today)
  const lines = [
    ...(debt < 0 ? [line(text.repaid, countText(-debt))] : []),
    ...pending.map(pendingLine),
    ...lots.map(lotLine),
    ...(debt > 0 ? [line(text.becameDebt, countText(debt))] : []),
  ]
  if (lines.length === 0) return null
  const title = isGain(entry.kind) ? text.where.to : text.where.from
  return { title, lines, advice: debt > 0 ? text.debtAdvice : waits ? text.waits : null }
}

export function recordPart({ entry, receipt, programmeVersion, serverNow }: WhyView): WhyPart {
  const lines = [
    line(
      text.moment,
      text.clock(dayText(businessDayOf(entry.at), businessDayOf(serverNow)), mallClockText(entry.at)),
    ),
    ...(receipt ? [line(text.receipt, receipt)] : []),
  ]
  return { title: text.record, lines, advice: text.rule(programmeVersion) }
}

/** The corrected entry as the name of a button. */
export function correctsWords({ corrects, serverNow }: WhyView): { detail: string; label: string } | null {
  if (!corrects) return null
  const store = corrects.storeName ?? POINTS_TEXT.noStore
  const moment = momentText(corrects.at, serverNow)
  const amount = corrects.amountFen === null ? '' : shortYuanText(fen(corrects.amountFen))
  return {
    detail: amount ? POINTS_TEXT.bought(moment, amount) : moment,
    label: text.correctsLabel(store, moment, countText(corrects.points)),
  }
}
