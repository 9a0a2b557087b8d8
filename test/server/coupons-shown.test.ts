/** What a visit shows of the member's coupons: what can be used here today, and why the others cannot. */
import type { Terms, Worth } from '../../src/domain/coupons/offer'
import { fen } from '../../src/domain/money/fen'
import { addDays, businessDayOf } from '../../src/domain/time/business-day'
import { dataOf } from './cloud'
import { issue } from './coupons'
import { ASSISTANT, MANAGER, mallOfFile, MEMBER, MINUTE, OTHER_MEMBER } from './mall'

const mall = mallOfFile()
const fiftyOff300: Worth = { kind: 'threshold', thresholdFen: fen(30_000), offFen: fen(5_000) }
const tenOff: Worth = { kind: 'cash', offFen: fen(1_000) }

beforeEach(() => mall().join(MEMBER))

const scanNow = async (member = MEMBER) => {
  const { code } = dataOf(await mall().ask('member', 'code', member))
  return dataOf(await mall().ask('assistant', 'resolve', ASSISTANT, { code }))
}
const scan = (member = MEMBER) => {
  mall().cloud.clock.shift(MINUTE)
  return scanNow(member)
}

describe('a visit shows', () => {
  test('the coupons that can be used here today, soonest to end first, with what the calculator needs', async () => {
    await issue(mall(), { id: 'late', worth: fiftyOff300, days: 9 })
    await issue(mall(), { id: 'soon', worth: tenOff, days: 1, stacking: { rank: 2 } })
    await issue(mall(), { id: 'elsewhere', worth: tenOff, terms: { scope: { storeIds: ['store-2'] } } })
    await issue(mall(), { id: 'for-gold', worth: tenOff, terms: { scope: { tierIds: ['gold'] } } })
    await issue(mall(), { id: 'over', worth: tenOff, days: -1 })
    const { coupons, shown } = await scan()
    expect(shown).toBeNull()
    expect(coupons.map(({ couponId }) => couponId)).toEqual(['soon', 'late'])
    expect(coupons[0]).toMatchObject({ worth: tenOff, scope: {}, stacking: { rank: 2 }, name: 'a coupon' })
  })

  test('what cannot be used now, with everything that stands against it and what is to be done', async () => {
    const [today, tomorrow] = [businessDayOf(mall().now()), addDays(businessDayOf(mall().now()), 1)]
    dataOf(
      await mall().ask('manager', 'name-store', MANAGER, { storeId: 'store-2', name: 'the other store' }),
    )
    await issue(mall(), { id: 'usable', worth: tenOff })
    await issue(mall(), { id: 'offered', worth: tenOff, days: 1 })
    const not = (id: string, days: number, terms: Partial<Terms>) =>
      issue(mall(), { id, worth: tenOff, days, terms: { name: id, ...terms } })
    await not('elsewhere', 2, { scope: { storeIds: ['store-2'], tierIds: ['basic', 'gold'] } })
    await not('for-gold', 3, { scope: { tierIds: ['gold'], stages: ['active'] } })
    await not('tomorrow', 4, { blackoutDays: [today], scope: { brands: ['a', 'b', 'c', 'd'] } })
    await not('never', 5, { weekdays: [] })
    const { until } = dataOf(await mall().ask('member', 'give-coupon', MEMBER, { couponId: 'offered' }))
    const { coupons, notNow } = await scan()
    expect(coupons.map(({ couponId }) => couponId)).toEqual(['usable'])
    expect(notNow).toMatchObject({
      count: 5,
      coupons: [
        { couponId: 'offered', name: 'a coupon', against: [{ kind: 'locked', by: 'gift', until }] },
        { name: 'elsewhere', against: [{ kind: 'not-here', places: ['the other store'], count: 1 }] },
        { name: 'for-gold', against: [{ kind: 'not-for-member', tiers: ['金卡'], stages: ['active'] }] },
        {
          name: 'tomorrow',
          against: [
            { kind: 'not-today', next: tomorrow },
            { kind: 'not-here', places: ['a', 'b', 'c'], count: 4 },
          ],
        },
        { name: 'never', against: [{ kind: 'not-today', next: null }] },
      ],
    })
  })

  test('of those that cannot be used, eight are named and all are counted, within 3 calls', async () => {
    const elsewhere = { scope: { storeIds: ['store-2'] } }
    for (let n = 10; n < 30; n += 1) await issue(mall(), { id: `not-${n}`, worth: tenOff, terms: elsewhere })
    await mall().join(OTHER_MEMBER)
    await issue(mall(), { id: 'of-another', holder: OTHER_MEMBER, worth: tenOff, terms: elsewhere })
    await scan(OTHER_MEMBER)
    const { notNow } = await scanNow()
    expect(mall().lastCalls()).toBe(3)
    expect([notNow.count, notNow.coupons.length]).toEqual([20, 8])
  })

  test('twenty at most, in less than 12 KB', async () => {
    for (let n = 10; n < 40; n += 1) await issue(mall(), { id: `many-${n}`, worth: fiftyOff300 })
    const never = {
      name: '二十个字长的一张券的名字放得下吗一二三四',
      weekdays: [],
      scope: { storeIds: ['store-2'] },
    }
    for (let n = 10; n < 20; n += 1) await issue(mall(), { id: `never-${n}`, worth: tenOff, terms: never })
    const view = await scan()
    expect(view.coupons).toHaveLength(20)
    expect(JSON.stringify(view).length).toBeLessThan(12_000)
  })

  test('by the brand and the category of the store', async () => {
    const sort = { storeId: 'store-1', name: 'store-1', brand: 'brand-1', category: 'fashion' }
    dataOf(await mall().ask('manager', 'name-store', MANAGER, sort))
    const scoped = (id: string, scope: object) => issue(mall(), { id, worth: tenOff, terms: { scope } })
    await scoped('a-brand', { brands: ['brand-1'] })
    await scoped('b-category', { categories: ['fashion'] })
    await scoped('c-other', { brands: ['brand-2'] })
    expect((await scan()).coupons.map(({ couponId }) => couponId)).toEqual(['a-brand', 'b-category'])
  })
})
