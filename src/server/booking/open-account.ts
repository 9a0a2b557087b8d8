/** A member document that nobody has claimed yet: opened by a first receipt, or the start of a joining member. */
import { newAccount } from '../../domain/members/account'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { newCardNumber, newId } from '../run/chance'
import { phoneFingerprint } from '../run/secret'
import type { Transaction } from '../store/collection'
import { noPhoneHash, unclaimedOpenid, type MemberDocument } from '../store/members'
import { isRetired } from '../store/retired-cards'

/** A card number that nobody gave up. That nobody has it, the unique index sees to. One call, hardly ever more. */
export async function newNumberFor(within: Transaction): Promise<string> {
  for (;;) {
    const number = newCardNumber()
    if (!(await isRetired(number, within))) return number
  }
}

export async function openAccount(
  known: { phone?: string; cardNumber?: string },
  programme: Programme,
  at: number,
  within: Transaction,
): Promise<MemberDocument> {
  const _id = newId()
  return {
    _id,
    openid: unclaimedOpenid(_id),
    cardNumber: known.cardNumber ?? (await newNumberFor(within)),
    phoneHash: known.phone ? phoneFingerprint(known.phone) : noPhoneHash(_id),
    phone: known.phone ?? null,
    name: null,
    openedAt: at,
    joinedAt: null,
    join: null,
    account: newAccount(programme, businessDayOf(at)),
    recent: [],
  }
}
