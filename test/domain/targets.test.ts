/** Targets of the first months: held exactly while what is kept reaches them, in any history. */
import fc from 'fast-check'
import { isCouponHeld, withoutCoupon } from '../../src/domain/campaigns/targets'
import { newAccount } from '../../src/domain/members/account'
import { mergeAccounts } from '../../src/domain/members/merge'
import { fen } from '../../src/domain/money/fen'
import { spendable } from '../../src/domain/points/purse'
import { bookPurchase } from '../../src/domain/purchases/purchase'
import { bookRefund } from '../../src/domain/refunds/refund'
import { beginning, beginningOfWaiting, played, type History } from './history'
import { allOf, buys, day, goods, mall, newcomer, noonOf, pieces, returns } from './mall'
import { longHistory } from './random-steps'

/** Net of refunds, of purchases of the first month. */
const netOf = ({ purchases }: History): number =>
  purchases
    .filter(({ targets }) => targets?.includes('first-month'))
    .reduce((sum, each) => sum + each.earning.points - each.pointsTakenBack, 0)

describe('2,000 points in the first month', () => {
  const bonusOf = (account: History['account']): number =>
    account.targets?.['first-month']?.reached?.bonus ?? 0

  test('bring 500 with the purchase that reaches them, in a change of their own, once', () => {
    const first = buys(newcomer('2026-03-01'), [goods('1999')], '2026-03-01')
    expect([first.moves, first.account.purse.earned]).toEqual([[], 1999])
    const second = buys(first.account, [goods('1')], '2026-03-31')
    expect(second.change?.points).toBe(1)
    expect(second.moves).toMatchObject([{ targetId: 'first-month', change: { kind: 'earned', points: 500 } }])
    expect(second.account.purse.earned).toBe(2500)
    expect(buys(second.account, [goods('5000')], '2026-03-31').moves).toEqual([])
  })

  test('the day after the first month is too late', () => {
    const first = buys(newcomer('2026-03-01'), [goods('1999')], '2026-03-31')
    expect(buys(first.account, [goods('1')], '2026-04-01').moves).toEqual([])
    expect(buys(newcomer('2026-01-31'), [goods('2000')], '2026-02-28').moves).toEqual([])
    expect(buys(newcomer('2026-01-31'), [goods('2000')], '2026-02-27').moves).toHaveLength(1)
  })

  test('go back with a refund that falls below, months later too, and come again within the month', () => {
    const bought = buys(newcomer('2026-03-01'), [goods('1500'), goods('500')], '2026-03-02', { cause: 'p1' })
    const back = returns(bought.account, bought.purchase, [pieces(1)], '2026-03-03')
    expect(back.moves).toMatchObject([{ change: { kind: 'reversed', points: 500 }, reachedBy: 'p1' }])
    expect(spendable(back.account.purse, day('2026-03-03'))).toBe(1500)
    const again = buys(back.account, [goods('500')], '2026-03-31', { cause: 'p2' })
    expect(again.moves).toHaveLength(1)
    const late = returns(again.account, again.purchase, allOf(again.purchase), '2026-09-01')
    expect(late.moves).toMatchObject([{ change: { kind: 'reversed' }, reachedBy: 'p2' }])
    expect(spendable(late.account.purse, day('2026-09-01'))).toBe(1500)
  })

  test.each([
    ['where points count at once', beginning],
    ['where points wait', beginningOfWaiting],
  ])('are held exactly while what is kept reaches them, in any history: %s', (_, from) => {
    fc.assert(
      fc.property(longHistory, (steps) => {
        let history = from
        for (const step of steps) {
          history = played([step], history)
          expect(bonusOf(history.account)).toBe(netOf(history) >= 2000 ? 500 : 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('its coupon is issued once while one is remembered, whatever is bought and brought back', () => {
    const giving = {
      ...mall,
      targets: [{ id: 'first-month', name: 'much', points: 2000, months: 1, gift: { offerId: 'cake' } }],
    }
    const order = (yuan: number, cause: string) => ({
      lines: [goods(String(yuan))],
      ...{
        priceFen: fen(yuan * 100),
        discountFen: fen(0),
        cause,
        gifts: { memberId: 'm', offerIds: ['cake'] },
      },
    })
    const at = noonOf('2026-03-05')
    fc.assert(
      fc.property(
        fc.array(fc.record({ yuan: fc.integer({ min: 1, max: 2500 }), used: fc.boolean() })),
        (tries) => {
          let account = newAccount(giving, day('2026-03-01'))
          let count = 0
          const issued = new Set<string>()
          const used = new Set<string>()
          tries.forEach((each, n) => {
            const bought = bookPurchase(account, order(each.yuan, `p${n}`), giving, at)
            const coupons = bought.moves.flatMap(({ coupon }) => coupon?.id ?? [])
            expect(coupons).toEqual(
              each.yuan >= 2000 && issued.size === 0 ? [`target:first-month:m:${(count += 1)}`] : [],
            )
            coupons.forEach((id) => issued.add(id))
            if (each.used) issued.forEach((id) => used.add(id))
            const back = bookRefund(bought.account, bought.purchase, allOf(bought.purchase), giving, at)
            if ('refused' in back) throw new Error(back.refused)
            const unused = back.moves
              .flatMap(({ couponsBack = [] }) => couponsBack)
              .filter((id) => !used.has(id))
            unused.forEach((id) => issued.delete(id))
            account = { ...back.account, targets: unused.reduce(withoutCoupon, back.account.targets) ?? {} }
            expect(issued).toEqual(used)
            expect([account.purse.lots, [...issued].some((id) => isCouponHeld(account.targets, id))]).toEqual(
              [[], false],
            )
          })
        },
      ),
    )
  })

  test('two accounts that become one hold what both hold, and lose it with what reached it', () => {
    const one = buys(newcomer('2026-03-01'), [goods('2000')], '2026-03-01')
    const other = buys(newcomer('2026-03-05'), [goods('100')], '2026-03-05')
    const { into, from } = mergeAccounts(one.account, other.account, mall, day('2026-03-06'))
    expect(into.targets?.['first-month']).toMatchObject({ points: 2100, reached: { bonus: 500 } })
    expect(from.targets).toBeUndefined()
    expect(spendable(into.purse, day('2026-03-06'))).toBe(2600)
    const back = returns(into, one.purchase, allOf(one.purchase), '2026-03-07')
    expect(spendable(back.account.purse, day('2026-03-07'))).toBe(100)
  })
})
