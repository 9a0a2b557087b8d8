/** The audit finds nothing in invitations that went by the rules, and everything that is broken in them. */
import { applyChange, changeOn, earning, takingBack, type PurseChange } from '../../src/domain/points/purse'
import { newInviter, withJoined, withReward, withRewardTakenBack } from '../../src/domain/referrals/inviter'
import {
  addDays,
  addMonths,
  businessDay,
  startOfDay,
  type BusinessDay,
} from '../../src/domain/time/business-day'
import { newAccount } from '../../src/domain/members/account'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import {
  entryIdOf,
  referralBackOf,
  referralOfFriend,
  type EntryDocument,
} from '../../src/server/store/entries'
import { auditLedger } from '../../tools/audit/audit'
import { smallLedger, type OpenLedger } from './small-ledger'

const JOINED = businessDay('2026-06-01')
const GIVEN = businessDay('2026-06-12')
const LAST = addMonths(GIVEN, 12)

/** Of two friends one counts, with a purchase that stands; the other brought it back after the reward. */
function invited(): OpenLedger {
  const ledger = smallLedger()
  const referrer = { ...friendWith('r', undefined), inviter: newInviter('aaaaaaaaaa', 'phone') }
  const bookOf = (
    change: PurseChange,
    { cause, rule, corrects, on }: Pick<EntryDocument, 'cause' | 'rule' | 'corrects'> & { on: BusinessDay },
  ) => {
    referrer.account = { ...referrer.account, purse: applyChange(referrer.account.purse, change) }
    ledger.entries.push({
      ...{ _id: entryIdOf(cause), memberId: 'r', at: startOfDay(on), day: on, rule, programmeVersion: 1 },
      ...{ change, cause, earning: null, corrects },
    } as never)
  }
  for (const friend of ['f1', 'f2']) {
    referrer.inviter = withReward(withJoined(referrer.inviter, JOINED), GIVEN, startOfDay(GIVEN))
    const change = changeOn(referrer.account.purse, GIVEN, (purse) => earning(purse, 600, 'referral', LAST))
    bookOf(change, { cause: referralOfFriend(friend), rule: 'referral.reward', corrects: null, on: GIVEN })
  }
  const back = addDays(GIVEN, 3)
  const lot = { kind: 'referral', expiresOn: LAST, points: 600 } as const
  bookOf(takingBack(referrer.account.purse, 600, [lot], back), {
    ...{ cause: referralBackOf('f2'), rule: 'referral.back', on: back },
    corrects: entryIdOf(referralOfFriend('f2')),
  })
  referrer.inviter = withRewardTakenBack(referrer.inviter, GIVEN)
  // The first purchase of the small ledger stands for that of the friend who counts.
  const purchaseId = ledger.purchases[1]?._id ?? ''
  const ofFriend = { by: 'r', at: startOfDay(JOINED), listKey: '', points: 600, rewardedOn: GIVEN }
  const counts = { ...ofFriend, pointsExpireOn: LAST, purchaseId, leastFen: 10_000 }
  ledger.members.push(
    referrer as never,
    friendWith('f1', { ...counts, state: 'rewarded' }) as never,
    friendWith('f2', { ...counts, state: 'taken-back', purchaseId: 'gone' }) as never,
  )
  return structuredClone(ledger)
}

const friendWith = (_id: string, with_: object | undefined) => ({
  ...{ _id, openid: `o-${_id}`, cardNumber: `8000${_id}`, phoneHash: `h-${_id}`, phone: null, name: _id },
  ...{ openedAt: startOfDay(JOINED), joinedAt: startOfDay(JOINED), join: null, recent: [] },
  ...{ account: newAccount(MALL_PROGRAMME, JOINED), ...(with_ && { invited: with_ }) },
})

const at = <Item>(items: Item[], _id: string): Item => {
  const found = items.find((each) => (each as { _id: string })._id === _id)
  if (!found) throw new Error(`no ${_id}`)
  return found
}
const friend = (ledger: OpenLedger, id = 'f1') => {
  const { invited: found } = at(ledger.members, id)
  if (!found) throw new Error(`${id} was not invited`)
  return found
}
const entry = (ledger: OpenLedger, cause: string) => at(ledger.entries, entryIdOf(cause))
const without = (ledger: OpenLedger, cause: string) => {
  ledger.entries = ledger.entries.filter((each) => each.cause !== cause)
}

test('a friend who counts and one who does not any more have no violation', () => {
  expect(auditLedger(invited() as never)).toEqual([])
})

test.each<[string, string, (ledger: OpenLedger) => void]>([
  ['a friend of nobody', 'referral.referrer', (l) => (friend(l).by = 'nobody')],
  ['a reward without points', 'referral.reward', (l) => without(l, referralOfFriend('f1'))],
  ['points without a reward', 'referral.reward', (l) => (friend(l).state = 'joined')],
  ['other points than promised', 'referral.points', (l) => (friend(l).points = 601)],
  ['points of somebody else', 'referral.points', (l) => (entry(l, referralOfFriend('f1')).memberId = 'f2')],
  ['points that did not go back', 'referral.back', (l) => without(l, referralBackOf('f2'))],
  [
    'points that went back for nothing',
    'referral.back',
    (l) => Object.assign(friend(l, 'f2'), { state: 'rewarded', purchaseId: friend(l).purchaseId }),
  ],
  [
    'less that went back than was given',
    'referral.back',
    (l) => (entry(l, referralBackOf('f2')).change.points = 599),
  ],
  ['what goes back of another', 'referral.back', (l) => (entry(l, referralBackOf('f2')).corrects = 'other')],
  ['a purchase that is not there', 'referral.purchase', (l) => (friend(l).purchaseId = 'none')],
  ['a purchase that is too small', 'referral.purchase', (l) => (friend(l).leastFen = 10_000_000)],
  [
    'points for somebody who was not invited',
    'referral.friend',
    (l) => void delete (at(l.members, 'f1') as { invited?: unknown }).invited,
  ],
  [
    'more friends than there are',
    'referral.count',
    (l) => Object.assign(at(l.members, 'r').inviter ?? {}, { rewarded: 2 }),
  ],
])('%s is found', (_, rule, breakIt) => {
  const ledger = invited()
  breakIt(ledger)
  expect(auditLedger(ledger as never).map((each) => each.rule)).toContain(rule)
})
