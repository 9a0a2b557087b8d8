/** A birthday: told, kept in mind by time, more points around it, and one gift of choice in a year of age. */
import type { BirthdayView } from '../../src/contract/birthday-views'
import type { Birthday } from '../../src/domain/members/birthday'
import { addDays, addMonths, type BusinessDay } from '../../src/domain/time/business-day'
import type { CouponDocument } from '../../src/server/store/coupons'
import { codeOf, dataOf, newOperation } from './cloud'
import { DAY, goods, mallOfFile, MEMBER, nothingWritten, OTHER_MEMBER, PHONES, STRANGER } from './mall'
import { nightOf, tick } from './nights'
import { offer, publish } from './offers'

const mall = mallOfFile()
const GIFTS = ['birthday-cake', 'birthday-flowers', 'birthday-88']

beforeEach(async () => {
  await mall().join(MEMBER)
  await publish(mall(), ...GIFTS.map((id) => offer(id, { name: id, claim: null, giftable: false })))
})

const solarOf = (day: BusinessDay, year: number | null = null): Birthday => ({
  calendar: 'solar',
  year,
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8)),
  leapMonth: false,
})
const tell = (birthday: Birthday | null, who = MEMBER) =>
  mall().ask('member', 'save-profile', who, { name: who, salutation: null, birthday, tags: [] })
const choose = (offerId = 'birthday-cake', operationId = newOperation(), who = MEMBER) =>
  mall().ask('member', 'choose-birthday-gift', who, { offerId }, operationId)
const page = async (): Promise<BirthdayView> => dataOf(await mall().ask('member', 'birthday', MEMBER))
const today = () => mall().today() as BusinessDay
const gifts = () =>
  mall()
    .all<CouponDocument>('coupons')
    .filter(({ from }) => from === 'birthday')
const noticeKinds = () =>
  mall()
    .all<{ kind: string }>('notices')
    .map(({ kind }) => kind)

/** A gold member whose birthday is so many days ahead. */
async function goldIn(days: number): Promise<BusinessDay> {
  await mall().receipt('gold', 5_000_000)
  const on = addDays(today(), days)
  dataOf(await tell(solarOf(on)))
  return on
}

describe('the gift of choice', () => {
  test('is shown with its days, and one of three is chosen: a coupon whose days begin with the birthday', async () => {
    const on = await goldIn(20)
    const { birthday, giftsFromTier } = await page()
    expect(giftsFromTier).toBe('金卡')
    expect(birthday).toMatchObject({
      calendar: 'solar',
      on,
      inDays: 20,
      lunar: null,
      bonus: { rate: 150, withBonus: 250, from: addDays(on, -3), until: addDays(on, 3) },
      gifts: { from: addDays(on, -30), chosen: null, hadBefore: false },
    })
    expect(birthday?.gifts?.options.map(({ offerId }) => offerId)).toEqual(GIFTS)
    const chosen = dataOf(await choose())
    expect(chosen).toMatchObject({
      offerId: 'birthday-cake',
      validFrom: today(),
      validUntil: addDays(on, 29),
    })
    expect(mall().lastCalls()).toBeLessThanOrEqual(8)
    expect((await page()).birthday?.gifts?.chosen).toMatchObject({ couponId: chosen.couponId })
    const { coupons } = dataOf(await mall().ask('member', 'wallet', MEMBER, {}))
    expect(coupons.map(({ couponId }) => couponId)).toContain(chosen.couponId)
    expect(dataOf(await mall().ask('member', 'home', MEMBER))).toMatchObject({
      birthday: { on, gifts: 3, chosen: true },
    })
  })

  test('is refused with a reason, and nothing is written', async () => {
    expect(codeOf(await choose('birthday-cake', newOperation(), STRANGER))).toBe('member.not-joined')
    expect(codeOf(await choose())).toBe('birthday.none')
    dataOf(await tell(solarOf(today())))
    expect(codeOf(await choose())).toBe('birthday.tier-not')
    await mall().receipt('gold', 5_000_000)
    expect(codeOf(await choose('offer-1'))).toBe('birthday.gift-unknown')
    await publish(mall(), offer('other', { claim: null, giftable: false }))
    expect(codeOf(await choose('other'))).toBe('birthday.gift-unknown')
    expect(gifts()).toEqual([])
    await mall().join(OTHER_MEMBER)
    dataOf(await tell(solarOf(addDays(today(), 31)), OTHER_MEMBER))
    expect(codeOf(await choose('birthday-cake', newOperation(), OTHER_MEMBER))).toBe('birthday.tier-not')
  })

  test('opens thirty days before and closes with the month, a week after at least', async () => {
    const on = await goldIn(31)
    expect(codeOf(await choose())).toBe('birthday.not-near')
    mall().cloud.clock.shift(DAY)
    expect(dataOf(await mall().ask('member', 'home', MEMBER))).toMatchObject({
      birthday: { on, chosen: false },
    })
    const { until = '' } = (await page()).birthday?.gifts ?? {}
    await nightOf(mall(), until as BusinessDay)
    expect((await page()).birthday?.on).toBe(on)
    dataOf(await choose())
  })

  test('of which the last one was taken is refused, and another can be chosen', async () => {
    await goldIn(5)
    const last = offer('birthday-cake', { claim: null, giftable: false, stock: 1, stockParts: 1 })
    await publish(mall(), last)
    await mall().join(OTHER_MEMBER)
    const other = { phone: PHONES[OTHER_MEMBER] ?? '' }
    const gold = { receipt: 'gold-too', member: other, lines: [goods(5_000_000)] }
    dataOf(await mall().till('purchase', mall().till1, gold))
    dataOf(await tell(solarOf(addDays(today(), 5)), OTHER_MEMBER))
    dataOf(await choose('birthday-cake', newOperation(), OTHER_MEMBER))
    expect(codeOf(await nothingWritten(mall(), () => choose()))).toBe('offer.sold-out')
    dataOf(await choose('birthday-flowers'))
  })

  test('sent again gives the same answer; another one is refused, also when two phones ask at once', async () => {
    await goldIn(5)
    const operation = newOperation()
    const first = dataOf(await choose('birthday-88', operation))
    expect(dataOf(await choose('birthday-88', operation))).toEqual(first)
    expect(codeOf(await choose('birthday-cake', operation))).toBe('operation.mismatch')
    expect(codeOf(await choose('birthday-cake'))).toBe('birthday.gift-had')
    expect(gifts()).toHaveLength(1)
  })

  test('asked for by four phones at once is given once', async () => {
    await goldIn(5)
    const answers = await mall().atOnce('member', 4, (n) => choose(GIFTS[n % 3]))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(gifts()).toHaveLength(1)
  })

  test('is had once in a year of age: neither another date nor another calendar brings a second', async () => {
    const on = await goldIn(5)
    dataOf(await choose())
    expect(codeOf(await tell(solarOf(addDays(on, 20))))).toBe('birthday.changed-lately')
    dataOf(await tell(null))
    expect(codeOf(await choose())).toBe('birthday.none')
    expect(codeOf(await tell(solarOf(addDays(on, 20))))).toBe('birthday.changed-lately')

    // A year on it may change: to a day that would lie in the same year of age, before the birthday of that year.
    mall().cloud.clock.set(mall().now() + 366 * DAY)
    const earlier = addDays(on, 200)
    dataOf(await tell(solarOf(earlier)))
    mall().cloud.clock.set(mall().now() + 190 * DAY)
    await mall().receipt('gold-again', 5_000_000)
    dataOf(await choose())
    expect(gifts()).toHaveLength(2)
    // The next change comes a year later: half a year after that birthday is too soon.
    mall().cloud.clock.set(mall().now() + 176 * DAY)
    dataOf(await tell(solarOf(addDays(today(), 3))))
    expect((await page()).birthday?.gifts).toMatchObject({ chosen: null, hadBefore: true })
    expect(codeOf(await choose())).toBe('birthday.gift-had')
    expect(gifts()).toHaveLength(2)
  })
})

test('three days before it to three days after it points are double, at the till too, and "why" says so', async () => {
  await mall().join(OTHER_MEMBER)
  const on = addDays(today(), 10)
  dataOf(await tell(solarOf(on)))
  const earned: Record<string, number> = {}
  for (const [n, days] of [-4, -3, 0, 3, 4].entries()) {
    mall().cloud.clock.set(Date.parse(`${addDays(on, days)}T02:00:00Z`))
    const id = await mall().receipt(`r-${n}`, 10_000)
    earned[days] = mall().purchase(id).earning.points
    if (days === 0)
      expect(
        dataOf(await mall().ask('member', 'entry', MEMBER, { id: `entry:${id}` })).earning,
      ).toMatchObject({
        bonuses: [{ name: '生日双倍', rate: 100, points: 100, cuts: [] }],
      })
  }
  expect(earned).toEqual({ '-4': 100, '-3': 200, 0: 200, 3: 200, 4: 100 })
})

describe('time', () => {
  test('tells of the gift a month before and of the day on it, then keeps the next birthday in mind', async () => {
    const on = await goldIn(40)
    expect((await nightOf(mall(), addDays(on, -30))).done).toMatchObject({ members: 1 })
    expect(noticeKinds()).toEqual(['birthday-gift'])
    expect((await nightOf(mall(), on)).done).toMatchObject({ members: 1 })
    expect(noticeKinds().sort()).toEqual(['birthday', 'birthday-gift'])
    await nightOf(mall(), addDays(on, 40))
    expect(mall().member().birthdayOn).toBe(addMonths(on, 12))
    const ended = mall().dump()
    await tick(mall().cloud)
    expect(mall().dump()).toEqual(ended)
  })

  test('greets, and tells of no gift, who has none to choose', async () => {
    const on = addDays(today(), 40)
    dataOf(await tell(solarOf(on)))
    for (const day of [addDays(on, -30), on]) await nightOf(mall(), day)
    expect(noticeKinds()).toEqual(['birthday'])
  })

  test('that comes late tells of no gift that was chosen meanwhile, nor of days before the birthday was told', async () => {
    const on = await goldIn(40)
    mall().cloud.clock.shift(12 * DAY)
    dataOf(await choose())
    await mall().join(OTHER_MEMBER)
    const other = { phone: PHONES[OTHER_MEMBER] ?? '' }
    const gold = { receipt: 'gold-too', member: other, lines: [goods(5_000_000)] }
    dataOf(await mall().till('purchase', mall().till1, gold))
    mall().cloud.clock.shift(15 * DAY)
    dataOf(await tell(solarOf(addDays(today(), 20)), OTHER_MEMBER))
    await nightOf(mall(), addDays(on, -1))
    expect(noticeKinds()).toEqual([])
  })

  test('that comes months late ends as in time, and greets nobody after the day', async () => {
    const on = await goldIn(40)
    await nightOf(mall(), addDays(on, 100))
    expect(mall().member().birthdayOn).toBe(addMonths(on, 12))
    const states = mall()
      .all<{ kind: string; state: string }>('notices')
      .map(({ kind, state }) => [kind, state])
    expect(states.sort()).toEqual([
      ['birthday', 'stale'],
      ['birthday-gift', 'stale'],
    ])
  })

  test('keeps a lunar birthday by its own calendar, and nothing of one that was taken away', async () => {
    const lunar: Birthday = { calendar: 'lunar', year: 1990, month: 4, day: 7, leapMonth: false }
    dataOf(await tell(lunar))
    const { birthday } = await page()
    expect(birthday).toMatchObject({
      calendar: 'lunar',
      solar: { birthday: { year: 1990, month: 5, day: 1 } },
    })
    const first = mall().member().birthdayOn ?? today()
    expect(birthday?.on).toBe(first)
    await nightOf(mall(), addDays(first, 60))
    const next = mall().member().birthdayOn ?? today()
    expect(next > addDays(first, 353 - 1) && next < addDays(first, 386)).toBe(true)
    expect(codeOf(await tell({ ...lunar, leapMonth: true }))).toBe('birthday.no-such-day')
    dataOf(await tell(null))
    expect([mall().member().birthdayOn, mall().member().dueAt]).toEqual([undefined, undefined])
  })
})
