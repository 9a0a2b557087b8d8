/** A check-in moves the account: its points, and that the member took part, by which a tier may be reached. */
import { tookPart, type Account } from '../members/account'
import { applyChange, changeOn, earning, type PurseChange } from '../points/purse'
import type { Programme } from '../programme/programme'
import { addMonths, type BusinessDay } from '../time/business-day'

export function bookCheckIn(
  account: Account,
  points: number,
  programme: Programme,
  today: BusinessDay,
): { readonly account: Account; readonly change: PurseChange } {
  const expiresOn = addMonths(today, programme.pointsLifeMonths)
  const change = changeOn(account.purse, today, (now) => earning(now, points, 'check-in', expiresOn))
  const purse = applyChange(account.purse, change)
  return { account: tookPart({ ...account, purse }, programme, today), change }
}
