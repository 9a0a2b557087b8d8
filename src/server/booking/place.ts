/**
 * Where something is bought, as campaigns ask for it, and what they give a member there. Of what sort the store is, is read
 * only for a programme that asks for it: mostly no call.
 */
import { asksForCategory, openBonuses, type OpenBonuses } from '../../domain/campaigns/campaign'
import type { Programme } from '../../domain/programme/programme'
import type { BusinessDay } from '../../domain/time/business-day'
import type { MemberDocument } from '../store/members'
import { allStores } from '../store/stores'

export interface Place {
  readonly storeId: string
  readonly category: string | null
}

export async function placeOf(storeId: string, programme: Programme, at: number): Promise<Place> {
  if (!asksForCategory(programme)) return { storeId, category: null }
  const store = (await allStores(at)).find(({ _id }) => _id === storeId)
  return { storeId, category: store?.category ?? null }
}

/** The same that booking here today finds. */
export const openFor = (
  { account, birthdayOn }: MemberDocument,
  place: Place,
  tierId: string,
  programme: Programme,
  day: BusinessDay,
): OpenBonuses => openBonuses(programme, { ...place, day, tierId, birthdayOn, counters: account.bonuses })
