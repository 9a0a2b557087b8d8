/** Bonuses of campaigns: what a member's document counts of them is what purchases gave, less what came back. */
import { shareRoundedDown } from '../../src/domain/money/fen'
import type { Programme } from '../../src/domain/programme/programme'
import type { PurchaseDocument } from '../../src/server/store/purchases'
import type { MemberFile, Report } from './ledger'

export function auditCampaigns(
  { member, purchases }: MemberFile,
  programmes: readonly Programme[],
  report: Report,
): void {
  const { _id, account } = member
  const { day, today = {}, total = {} } = account.bonuses ?? {}
  const keptToday = keptBy(purchases.filter((purchase) => purchase.day === day))
  for (const rule of new Set([...Object.keys(today), ...keptToday.keys()]))
    if ((today[rule] ?? 0) !== (keptToday.get(rule) ?? 0))
      report(
        'bonus.today',
        [_id, rule],
        `counts ${today[rule] ?? 0} on ${day}, purchases ${keptToday.get(rule) ?? 0}`,
      )
  if (purchases.some((each) => (day === undefined ? hasBonus(each) : hasBonus(each) && each.day > day)))
    report('bonus.day', [_id], `of ${day ?? 'no day'}, a later purchase has bonuses`)
  const kept = keptBy(purchases)
  for (const [rule, points] of Object.entries(total)) {
    // Before a campaign has a cap in all, nothing is counted for it.
    const isAlwaysCounted = programmes.every((each) => isCounted(each, rule))
    const wanted = kept.get(rule) ?? 0
    if (isAlwaysCounted ? points !== wanted : points > wanted)
      report('bonus.total', [_id, rule], `counts ${points} in all, purchases ${wanted}`)
  }
  for (const [rule, points] of kept)
    if (points > 0 && total[rule] === undefined && programmes.every((each) => isCounted(each, rule)))
      report('bonus.total', [_id, rule], `is not counted, purchases gave ${points}`)
}

const isCounted = ({ campaigns = [] }: Programme, rule: string): boolean =>
  campaigns.some(({ id, caps }) => id === rule && caps?.inAll !== undefined)

const hasBonus = ({ earning }: PurchaseDocument): boolean => earning.bonusPoints > 0

/** By campaign, what purchases gave and did not take back. */
function keptBy(purchases: readonly PurchaseDocument[]): Map<string, number> {
  const kept = new Map<string, number>()
  for (const { earning, refundedQualifyingFen, qualifyingFen } of purchases)
    for (const { rule, points } of earning.bonuses) {
      const back = qualifyingFen === 0 ? 0 : shareRoundedDown(points, refundedQualifyingFen, qualifyingFen)
      kept.set(rule, (kept.get(rule) ?? 0) + points - back)
    }
  return kept
}
