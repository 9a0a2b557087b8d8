/** Invitations: how far a friend comes, why one does not count, what a programme may say. */
import fc from 'fast-check'
import {
  afterBringingBack,
  afterBuying,
  afterStep,
  allowed,
  dueDayOf,
  FRIEND_STEPS,
  refused,
  rewarded,
  takenBack,
  type FriendState,
  type Invited,
} from '../../src/domain/referrals/friend'
import {
  REFUSAL_REASONS,
  needsReview,
  refusalOf,
  type BindingFacts,
} from '../../src/domain/referrals/refusals'
import { maskedName } from '../../src/domain/members/surnames'
import { checkProgramme } from '../../src/domain/programme/programme'
import { addDays } from '../../src/domain/time/business-day'
import type { ReferralRules } from '../../src/domain/referrals/rules'
import type { Purchase } from '../../src/domain/purchases/purchase'
import { buys, day, goods, line, mall, newcomer, noonOf, pieces, returns } from './mall'

const rules = mall.referral as ReferralRules
const FRIEND: Invited = { by: 'referrer', at: noonOf('2026-05-01'), listKey: 'key', state: 'joined' }
const bought = (friend: Invited, purchase: Purchase, id = 'purchase-1') =>
  afterBuying(friend, id, purchase, rules, mall.returnWindowDays)
const purchaseOf = (paid: string, on = '2026-05-03') => buys(newcomer(), [goods(paid)], on).purchase

describe('a friend', () => {
  test.each([
    ['joined', 'buy', 'bought'],
    ['joined', 'refuse', 'refused'],
    ['bought', 'bring-back', 'joined'],
    ['bought', 'reward', 'rewarded'],
    ['bought', 'refuse', 'refused'],
    ['rewarded', 'bring-back', 'taking-back'],
    ['taking-back', 'take-back', 'taken-back'],
  ] as const)('who is %s goes by %s to %s', (from, step, to) => expect(afterStep(from, step)).toBe(to))

  test('takes no other step: seven of thirty are possible', () => {
    const states: FriendState[] = ['joined', 'bought', 'rewarded', 'taking-back', 'taken-back', 'refused']
    const possible = states.flatMap((state) => FRIEND_STEPS.map((step) => afterStep(state, step)))
    expect(possible.filter((state) => state !== null)).toHaveLength(7)
  })

  test('has bought with ¥100.00 and not with ¥99.99; it stands on the eighth day after', () => {
    expect(bought(FRIEND, purchaseOf('99.99'))).toBe(FRIEND)
    const friend = bought(FRIEND, purchaseOf('100.00'))
    expect(friend).toMatchObject({ state: 'bought', boughtOn: '2026-05-03', dueOn: '2026-05-11' })
    expect(dueDayOf(friend)).toBe('2026-05-11')
  })

  test('has bought nothing with a gift card, freight or a top-up', () => {
    for (const kind of ['gift-card', 'freight', 'top-up'] as const) {
      const { purchase } = buys(newcomer(), [line(kind, '500.00'), goods('99.00')], '2026-05-03')
      expect(bought(FRIEND, purchase)).toBe(FRIEND)
    }
  })

  test('keeps to the first purchase that is large enough', () => {
    const first = bought(bought(FRIEND, purchaseOf('20.00'), 'small'), purchaseOf('150.00'), 'first')
    expect(bought(first, purchaseOf('900.00', '2026-05-04'), 'second')).toBe(first)
    expect(first.purchaseId).toBe('first')
  })

  test('who brings back so much that less than ¥100.00 is left has not bought; of another purchase it changes nothing', () => {
    const { account, purchase } = buys(
      newcomer(),
      [goods('60.00'), goods('50.00'), goods('40.00')],
      '2026-05-03',
    )
    const friend = bought(FRIEND, purchase)
    const some = returns(account, purchase, [pieces(1)], '2026-05-05')
    expect(afterBringingBack(friend, 'purchase-1', some.purchase, day('2026-05-05'))).toBe(friend)
    const more = returns(some.account, some.purchase, [pieces(0)], '2026-05-05')
    expect(afterBringingBack(friend, 'other', more.purchase, day('2026-05-05'))).toBe(friend)
    expect(afterBringingBack(friend, 'purchase-1', more.purchase, day('2026-05-05'))).toEqual(FRIEND)
  })

  test('who brings it back after the reward owes it: due that very day, once', () => {
    const { account, purchase } = buys(newcomer(), [goods('150.00')], '2026-05-03')
    const friend = rewarded(bought(FRIEND, purchase), day('2026-05-11'), day('2027-05-11'))
    expect(dueDayOf(friend)).toBeNull()
    const back = returns(account, purchase, [pieces(0)], '2026-06-01')
    const owing = afterBringingBack(friend, 'purchase-1', back.purchase, day('2026-06-01'))
    expect([owing.state, dueDayOf(owing)]).toEqual(['taking-back', '2026-06-01'])
    const over = takenBack(owing)
    expect([over.state, dueDayOf(over)]).toEqual(['taken-back', null])
    expect(bought(over, purchaseOf('900.00'))).toBe(over)
    expect(() => takenBack(over)).toThrow('takes no step')
  })

  test('who brings it back when the points were due has had them, whether or not the clock came by', () => {
    const { account, purchase } = buys(newcomer(), [goods('150.00')], '2026-05-03')
    const back = returns(account, purchase, [pieces(0)], '2026-05-11')
    const late = afterBringingBack(bought(FRIEND, purchase), 'purchase-1', back.purchase, day('2026-05-11'))
    expect([late.state, late.backOn, dueDayOf(late)]).toEqual(['bought', '2026-05-11', '2026-05-11'])
    expect(afterBringingBack(late, 'purchase-1', back.purchase, day('2026-05-20'))).toEqual(late)
    const given = rewarded(late, day('2026-05-11'), day('2027-05-11'))
    expect([given.state, dueDayOf(given)]).toEqual(['taking-back', '2026-05-11'])
    expect(takenBack(given).state).toBe('taken-back')
    const inTime = rewarded(bought(FRIEND, purchase), day('2026-05-11'), day('2027-05-11'))
    expect(afterBringingBack(inTime, 'purchase-1', back.purchase, day('2026-05-11'))).toEqual(given)
  })

  test('who waits for a look is not due; who may count is due today at the earliest', () => {
    const waiting = bought({ ...FRIEND, review: 'waiting' }, purchaseOf('150.00'))
    expect([waiting.state, dueDayOf(waiting)]).toEqual(['bought', null])
    expect(dueDayOf(allowed(waiting, day('2026-05-05')))).toBe('2026-05-11')
    expect(dueDayOf(allowed(waiting, day('2026-05-20')))).toBe('2026-05-20')
    expect(refused(waiting, 'reviewed')).toMatchObject({ state: 'refused', why: 'reviewed' })
    expect(refused(rewarded(waiting, day('2026-05-20'), day('2027-05-20')), 'reviewed')).toBeNull()
  })

  test('is judged by the rules of the day of the purchase, also when they are others at the refund', () => {
    const { account, purchase } = buys(newcomer(), [goods('60.00'), goods('50.00')], '2026-05-03')
    const friend = bought(FRIEND, purchase)
    const { purchase: left } = returns(account, purchase, [pieces(1)], '2026-05-05')
    expect(
      afterBringingBack({ ...friend, leastFen: 6_000 }, 'purchase-1', left, day('2026-05-05')).state,
    ).toBe('bought')
    expect(afterBringingBack(friend, 'purchase-1', left, day('2026-05-05')).state).toBe('joined')
  })

  test('brings points once whatever is bought and brought back, in any order', () => {
    const step = fc.constantFrom('buy', 'small', 'back', 'time')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let friend = FRIEND
        let today = day('2026-05-01')
        let given = 0
        const kept = new Map<string, Purchase>()
        steps.forEach((each, n) => {
          const id = `purchase-${n}`
          if (each === 'buy' || each === 'small') {
            kept.set(id, purchaseOf(each === 'buy' ? '150.00' : '50.00', today))
            friend = bought(friend, kept.get(id) as Purchase, id)
          }
          const [first] = [...kept.keys()]
          if (each === 'back' && first) {
            const purchase = kept.get(first) as Purchase
            kept.delete(first)
            const all = { ...purchase, refundedQualifyingFen: purchase.qualifyingFen }
            friend = afterBringingBack(friend, first, all, today)
          }
          if (each === 'time') today = addDays(today, 5)
          const due = dueDayOf(friend)
          if (due && due <= today && each === 'time') {
            given += friend.state === 'bought' ? 1 : -1
            friend = friend.state === 'bought' ? rewarded(friend, due, addDays(due, 365)) : takenBack(friend)
          }
          const owing = friend.state === 'taking-back' ? 1 : 0
          expect(given).toBe((friend.state === 'rewarded' ? 1 : 0) + owing)
          if (friend.state === 'rewarded') expect(kept.has(friend.purchaseId ?? '')).toBe(true)
        })
      }),
    )
  })
})

describe('an invitation', () => {
  const NOTHING: BindingFacts = {
    referrerGone: false,
    isSelf: false,
    isMember: false,
    phoneKnown: false,
    isStaff: false,
    isLoop: false,
    sameDevice: false,
    joinedToday: 0,
    joinedInSeason: 0,
  }

  test('counts when nothing is against it: the tenth of a day, the fiftieth of a season', () => {
    expect(refusalOf(NOTHING, rules)).toBeNull()
    expect(refusalOf({ ...NOTHING, joinedToday: 9, joinedInSeason: 49 }, rules)).toBeNull()
  })

  const AGAINST: readonly Partial<BindingFacts>[] = [
    { referrerGone: true },
    { isSelf: true },
    { isMember: true },
    { phoneKnown: true },
    { isStaff: true },
    { isLoop: true },
    { sameDevice: true },
    { joinedToday: 10 },
    { joinedInSeason: 50 },
  ]

  test('is refused for the first reason of the list that holds', () => {
    AGAINST.forEach((fact, n) => {
      expect(refusalOf({ ...NOTHING, ...fact }, rules)).toBe(REFUSAL_REASONS[n])
      const laterToo = Object.assign({}, NOTHING, ...AGAINST.slice(n)) as BindingFacts
      expect(refusalOf(laterToo, rules)).toBe(REFUSAL_REASONS[n])
    })
  })

  test('has to be looked at from the sixth friend of a day', () => {
    expect([4, 5].map((joinedToday) => needsReview({ ...NOTHING, joinedToday }, rules))).toEqual([
      false,
      true,
    ])
  })
})

test.each([
  ['贺知章', '贺**'],
  ['欧阳明', '欧阳*'],
  ['程予', '程*'],
  ['司马相如', '司马**'],
  ['Ann', 'A**'],
  ['', '*'],
])('on the board %s is %s', (name, masked) => expect(maskedName(name)).toBe(masked))

test.each([
  [{ friendOfferId: 'No' }, 'referral.friendOfferId'],
  [{ points: -1 }, 'referral.points'],
  [{ leastFirstPurchaseFen: 0 }, 'referral.leastFirstPurchaseFen'],
  [{ perDay: 0 }, 'referral.perDay'],
  [{ perSeason: 1.5 }, 'referral.perSeason'],
  [{ reviewAbovePerDay: -1 }, 'referral.reviewAbovePerDay'],
  [{ honours: { bronze: 5, silver: 5, gold: 10 } }, 'referral.honours.silver'],
])('a programme with %j has a fault', (more, fault) => {
  const faults = checkProgramme({ ...mall, referral: { ...rules, ...more } as ReferralRules })
  expect(faults).toEqual([expect.stringContaining(fault)])
})
