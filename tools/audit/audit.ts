/**
 * Audits a whole ledger. Pure: documents in, violations out.
 * Invariant: a document that cannot even be read is a violation, never an end of the audit.
 */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { Programme } from '../../src/domain/programme/programme'
import { expiryOf } from '../../src/domain/time-work/points-expiry'
import type { BusinessDay } from '../../src/domain/time/business-day'
import { closingOf, entryIdOf, mergingOf, moverOf, type EntryDocument } from '../../src/server/store/entries'
import { returnOf } from '../../src/server/store/exchanges'
import { auditAccount } from './audit-account'
import { auditAnniversaries, isOfAnniversary } from './audit-anniversaries'
import { auditBenefits } from './audit-benefits'
import { auditCampaigns } from './audit-campaigns'
import { auditCheckIns, placeOfEntry } from './audit-check-ins'
import { auditCoupons } from './audit-coupons'
import { auditEvents } from './audit-events'
import { auditExchanges } from './audit-exchanges'
import { auditGifts } from './audit-gifts'
import { auditGiven, givenCoupons } from './audit-given'
import { auditGrants } from './audit-grants'
import { auditNotices } from './audit-notices'
import { auditPurchase } from './audit-purchase'
import { auditMerged } from './audit-merged'
import { auditPurse } from './audit-purse'
import { auditReferrals, isOfReferral } from './audit-referrals'
import { auditStocks } from './audit-stocks'
import { auditTasks, auditTierLog } from './audit-tiers'
import { groupedBy, ownersOf, type Ledger, type MemberFile, type Report, type Violation } from './ledger'

export function auditLedger(ledger: Ledger): Violation[] {
  const violations: Violation[] = []
  const report: Report = (rule, ids, text) => void violations.push({ rule, ids, text })
  auditUnique(ledger, report)
  auditOrphans(ledger, report)
  auditCoupons(ledger, report)
  const programmeOf = programmesByVersion(ledger)
  const ownerOf = ownersOf(ledger)
  const of = {
    purchases: groupedBy(ledger.purchases, (each) => ownerOf(each.memberId)),
    refunds: groupedBy(ledger.refunds, (each) => ownerOf(each.memberId)),
    entries: groupedBy(ledger.entries, (each) => each.memberId),
    allEntries: groupedBy(ledger.entries, (each) => ownerOf(each.memberId)),
    absorbed: groupedBy(
      ledger.members.filter(({ merged }) => merged),
      ({ merged }) => merged?.into ?? '',
    ),
    grants: groupedBy(ledger.grants, (each) => ownerOf(each.memberId)),
    given: givenCoupons(ledger),
  }
  const programmes = [MALL_PROGRAMME, ...ledger.programmes]
  for (const member of ledger.members) {
    const { _id } = member
    const file: MemberFile = {
      member,
      purchases: of.purchases.get(_id) ?? [],
      refunds: of.refunds.get(_id) ?? [],
      entries: of.entries.get(_id) ?? [],
      allEntries: of.allEntries.get(_id) ?? [],
      absorbed: of.absorbed.get(_id) ?? [],
      grants: of.grants.get(_id) ?? [],
    }
    auditMember(file, programmeOf, report)
    const given = { coupons: of.given.get(_id) ?? [], programmes, programmeOf }
    readable(_id, report, () => auditGiven(file, given, report))
    readable(_id, report, () => auditAnniversaries(file, given, report))
    readable(_id, report, () => auditMerged(file, of.entries, report))
    readable(_id, report, () => auditCampaigns(file, ledger.programmes, report))
  }
  readable('exchanges', report, () => auditExchanges(ledger, report))
  readable('notices', report, () => auditNotices(ledger, report))
  readable('tasks', report, () => auditTasks(ledger, programmeOf(null), report))
  readable('stocks', report, () => auditStocks(ledger, report))
  readable('gifts', report, () => auditGifts(ledger, report))
  readable('events', report, () => auditEvents(ledger, programmeOf, report))
  readable('benefits', report, () => auditBenefits(ledger, report))
  readable('referrals', report, () => auditReferrals(ledger, report))
  return violations
}

function auditMember(file: MemberFile, programmeOf: ProgrammeOf, report: Report): void {
  const { member, purchases, refunds } = file
  const newest = programmeOf(null)
  readable(member._id, report, () => auditPurse(file, report))
  readable(member._id, report, () => auditAccount(file, newest, report))
  readable(member._id, report, () => auditGrants(file, report))
  readable(member._id, report, () => auditTierLog(member, newest, report))
  readable(member._id, report, () => auditCheckIns(file, programmeOf, report))
  readable(member._id, report, () => auditRecent(file, report))
  readable(member._id, report, () => auditClosed(file, report))
  const entryOf = new Map(file.allEntries.map((entry) => [entry._id, entry]))
  const refundsOf = groupedBy(refunds, (each) => each.purchaseId)
  for (const purchase of purchases)
    readable(purchase._id, report, () => {
      const programme = programmeOf(purchase.programmeVersion)
      const entry = entryOf.get(entryIdOf(purchase._id))
      auditPurchase({ purchase, refunds: refundsOf.get(purchase._id) ?? [], entry, programme }, report)
    })
  for (const refund of refunds)
    readable(refund._id, report, () => {
      const { points } = refund.quote
      const entry = entryOf.get(entryIdOf(refund._id))
      if (!entry) {
        if (points > 0) report('refund.entry', [refund._id], `${points} points taken back and no entry`)
        return
      }
      const { change, corrects } = entry
      if (change.kind !== 'reversed' || change.points !== points || change.debt !== refund.debtAdded)
        report('refund.entry', [refund._id, entry._id], 'the entry says otherwise')
      if (entry.about && entry.about.amountFen !== refund.quote.refundFen)
        report('entry.about', [refund._id, entry._id], `tells of ${entry.about.amountFen} fen`)
      if (corrects !== entryIdOf(refund.purchaseId))
        report('refund.corrects', [refund._id, entry._id], `corrects ${corrects ?? 'nothing'}`)
    })
}

function auditRecent({ member, purchases, refunds }: MemberFile, report: Report): void {
  const ids = new Set([...purchases, ...refunds].map(({ _id }) => _id))
  for (const { id, kind } of member.recent)
    if (kind !== 'exchange' && !ids.has(id))
      report('member.recent', [member._id, id], 'shows what is not there')
}

/** Of a closed account the ledger is left, and nobody's name. */
function auditClosed({ member, purchases }: MemberFile, report: Report): void {
  if (member.card?.state !== 'closed') return
  const { _id, openid, cardNumber, phoneHash, phone, name, profile, consents } = member
  const gone = [openid, cardNumber, phoneHash].every((each) => each === `closed:${_id}`)
  if (!gone || phone !== null || name !== null || profile || consents)
    report('closed.person', [_id], 'a closed account that still names a person')
  const named = purchases.filter(({ memberName }) => memberName !== null)
  if (named.length > 0) report('closed.name', [_id, ...named.map((each) => each._id)], 'names the buyer')
  if (purchases.some((purchase) => purchase.at > (member.card?.since ?? 0)))
    report('closed.purchase', [_id], 'a purchase after the account was closed')
}

function auditUnique({ members }: Ledger, report: Report): void {
  for (const field of ['openid', 'cardNumber', 'phoneHash'] as const)
    for (const [, group] of groupedBy(members, (member) => member[field]))
      if (group.length > 1)
        report(
          'member.unique',
          group.map(({ _id }) => _id),
          `share their ${field}`,
        )
}

function auditOrphans(
  { members, purchases, refunds, entries, exchanges = [] }: Ledger,
  report: Report,
): void {
  const memberIds = new Set(members.map(({ _id }) => _id))
  const purchaseIds = new Set(purchases.map(({ _id }) => _id))
  const closings = members
    .filter((member) => member.card?.state === 'closed')
    .map(({ _id }) => closingOf(_id))
  const causes = new Set([
    ...purchaseIds,
    ...refunds.map(({ _id }) => _id),
    ...closings,
    ...exchanges.flatMap(({ _id }) => [_id, returnOf(_id)]),
  ])
  const mergings = members.filter(({ merged }) => merged).map(({ _id }) => mergingOf(_id, ''))
  const isCause = (cause: string): boolean =>
    causes.has(moverOf(cause)) || mergings.some((merging) => cause.startsWith(merging))
  const isExpiry = ({ memberId, day, cause }: EntryDocument): boolean =>
    cause === expiryOf(memberId, day as BusinessDay)
  const isGift = ({ rule, memberId, cause }: EntryDocument): boolean =>
    rule === 'upgrade.gift' && cause.startsWith(`upgrade:${memberId}:`)
  for (const { _id, memberId } of [...purchases, ...refunds, ...entries, ...exchanges])
    if (!memberIds.has(memberId)) report('orphan.member', [_id, memberId], 'belongs to nobody')
  for (const { _id, purchaseId } of refunds)
    if (!purchaseIds.has(purchaseId))
      report('orphan.refund', [_id, purchaseId], 'refunds what was never bought')
  // A check-in and an expiry have no document but their entry; what a friend brought stands in the friend's.
  for (const entry of entries) {
    const { _id, cause } = entry
    const hasCause =
      isCause(cause) ||
      isExpiry(entry) ||
      isGift(entry) ||
      placeOfEntry(entry) !== null ||
      isOfAnniversary(entry) ||
      isOfReferral(entry)
    if (!hasCause || _id !== entryIdOf(cause)) report('orphan.entry', [_id, cause], 'has no cause')
  }
}

type ProgrammeOf = (version: number | null) => Programme

/** @returns the programme of a version, or the newest for null. */
function programmesByVersion({ programmes }: Ledger): ProgrammeOf {
  const known = [MALL_PROGRAMME, ...programmes]
  const byVersion = new Map(known.map((programme) => [programme.version, programme]))
  const newest = known.reduce((a, b) => (b.version >= a.version ? b : a))
  return (version) => {
    const found = version === null ? newest : byVersion.get(version)
    if (!found) throw new Error(`there is no programme ${version}`)
    return found
  }
}

function readable(id: string, report: Report, look: () => void): void {
  try {
    look()
  } catch (error) {
    report('document.unreadable', [id], error instanceof Error ? error.message : String(error))
  }
}
