/** The anniversary of joining, by the night; days of the year, on the card page. */
import { birthdayFrom } from '../../src/domain/birthdays/birthday-in'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { Programme } from '../../src/domain/programme/programme'
import {
  addDays,
  addMonths,
  businessDay,
  startOfDay,
  type BusinessDay,
} from '../../src/domain/time/business-day'
import { lunarCalendar } from '../../src/server/birthdays/lunar-library'
import { auditLedger } from '../../tools/audit/audit'
import { sdkDatabase } from '../local/cloud/sdk'
import { ledgerOf } from './books'
import { dataOf } from './cloud'
import { DAY, mallOfFile, MEMBER, MINUTE, nothingWritten, OTHER_MEMBER } from './mall'
import { dayCalls, nightOf } from './nights'
import { offer, publish } from './offers'

const PROGRAMME: Programme = {
  ...MALL_PROGRAMME,
  targets: [],
  occasions: [
    {
      ...{ id: 'joining', name: '入会周年', english: { name: 'Card anniversary' } },
      ...{ on: { anniversary: 'joining' }, gift: { points: 200, offerId: 'anniversary-tea' } },
    },
    {
      ...{
        id: 'moon',
        name: '中秋',
        greeting: '月圆，人团圆。',
        on: { lunar: '08-15' },
        offerId: 'moon-tea',
      },
      english: { name: 'Mid-Autumn', greeting: 'A full moon for everybody.' },
    },
    { id: 'autumn', name: '立秋', on: { solar: '08-07' } },
  ],
}
const mall = mallOfFile(2, PROGRAMME)
const home = async (language?: 'en') => {
  const view = dataOf(
    language
      ? await mall().send('member', { action: 'home', input: {}, language }, { openid: MEMBER })
      : await mall().ask('member', 'home', MEMBER),
  ) as { joined: true; occasion?: object }
  return view.occasion
}
const at = (day: string, hour = 10) =>
  mall().cloud.clock.set(startOfDay(businessDay(day)) + hour * 60 * MINUTE)
const told = () =>
  mall()
    .all<{ _id: string; kind: string; figures: object }>('notices')
    .filter(({ kind }) => kind === 'anniversary')
const given = () =>
  mall()
    .all<{ _id: string; rule: string; day: string; change: { points: number } }>('entries')
    .filter(({ rule }) => rule === 'anniversary.gift')
/** What an audit finds, of documents of which those of an anniversary were changed. */
function violations(changed?: 'entries' | 'coupons', change?: object) {
  const ledger = ledgerOf(mall().cloud)
  if (!changed) return auditLedger(ledger)
  const documents: readonly { _id: string }[] = ledger[changed]
  const broken = documents.map((each) => (each._id.includes('anniversary:') ? { ...each, ...change } : each))
  return auditLedger({ ...ledger, [changed]: broken })
}

describe('the anniversary of joining', () => {
  let joined: BusinessDay
  const year = (n: number) => addMonths(joined, 12 * n)

  beforeEach(async () => {
    await mall().join(MEMBER)
    joined = businessDay(mall().today())
  })

  test('is greeted and given once a year', async () => {
    const { _id, anniversaryOn } = mall().member()
    expect(anniversaryOn).toBe(year(1))
    await nightOf(mall(), addDays(year(1), -1))
    expect(given()).toEqual([])
    // The assistant joined on the same day.
    expect((await nightOf(mall(), year(1))).done).toEqual({ members: 2 })
    expect(mall().member().account.purse.lots).toEqual([
      { kind: 'anniversary', expiresOn: addMonths(year(1), 12), left: 200 },
    ])
    expect(told().map((each) => each._id)).toContain(`notice:anniversary:${_id}:${year(1).slice(0, 4)}`)
    expect(told()[0]?.figures).toEqual({ years: 1, points: 200 })
    expect(mall().member().anniversaryOn).toBe(year(2))
    const books = mall().dump()
    await nightOf(mall(), year(1), 2)
    expect(mall().dump()).toEqual(books)
    expect(violations()).toEqual([])
    const entry = given().find(({ _id: id }) => id.includes(_id))
    const why = dataOf(await mall().ask('member', 'entry', MEMBER, { id: entry?._id ?? '' }))
    expect(why.entry).toMatchObject({ points: 200, occasion: { name: '入会周年', years: 1 } })
    const { notices } = dataOf(await mall().ask('member', 'notices', MEMBER, {}))
    const view = { kind: 'anniversary', years: 1, points: 200, name: MALL_PROGRAMME.mallName }
    expect(notices.find(({ kind }) => kind === 'anniversary')).toMatchObject(view)
  })

  test('asks 6 calls for one due member, and one more for the offers when they are not warm', async () => {
    mall().cloud.clock.shift(DAY)
    await mall().join(OTHER_MEMBER)
    await nightOf(mall(), year(1))
    await nightOf(mall(), addDays(year(1), 1))
    expect(told()).toHaveLength(3)
    expect(dayCalls(mall())).toBe(7)
  })

  test('of three years that nobody worked through is done year by year, as in time', async () => {
    await nightOf(mall(), addDays(year(3), 5))
    await nightOf(mall(), addDays(year(3), 5), 2)
    const { _id, account } = mall().member()
    const own = given().filter((each) => each._id.includes(_id))
    expect(own.map(({ day }) => day).sort()).toEqual([1, 2, 3].map(year))
    expect(account.purse).toMatchObject({ earned: 600, expired: 400 })
    expect(violations()).toEqual([])
  })

  test('changes nothing for an account that nobody claimed, nor for a closed one', async () => {
    await mall().till('purchase', mall().till1, {
      receipt: 'nobody',
      member: { phone: '13711112222' },
      lines: [{ sku: 'a', kind: 'goods', quantity: 1, paidFen: 10_000 }],
    })
    const { cardNumber } = mall().member()
    dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
    await nightOf(mall(), year(1))
    const { _id } = mall()
      .all<{ _id: string; openid: string }>('members')
      .find(({ openid }) => openid.startsWith('closed:')) ?? { _id: '' }
    expect(given()).toHaveLength(1)
    expect(told().some((each) => each._id.includes(_id))).toBe(false)
  })

  test('is learned by a member of before with the next day of time’s work, or when the document is written anew', async () => {
    const { anniversaryOn: _none, dueAt: _due, ...before } = mall().member()
    const { _id, ...data } = { ...before, dueAt: 0 }
    await sdkDatabase(mall().cloud).collection('members').doc(_id).set({ data })
    await nightOf(mall(), addDays(joined, 1))
    expect(mall().member().anniversaryOn).toBe(year(1))
    expect(told()).toEqual([])
  })
})

describe('the coupon of an anniversary', () => {
  test('comes with the points, once, and both say so', async () => {
    await publish(mall(), offer('anniversary-tea', { name: '周年茶', claim: null }))
    await mall().join(MEMBER)
    const year = addMonths(businessDay(mall().today()), 12)
    await nightOf(mall(), addDays(year, -1))
    await nightOf(mall(), year)
    const { _id } = mall().member()
    const coupons = mall()
      .all<{ _id: string; memberId: string; validFrom: string }>('coupons')
      .filter(({ memberId }) => memberId === _id)
    const id = `anniversary:${_id}:${year.slice(0, 4)}`
    expect(coupons).toMatchObject([{ _id: id, from: 'anniversary', state: 'issued', validFrom: year }])
    const why = dataOf(await mall().ask('member', 'entry', MEMBER, { id: `entry:${id}` }))
    expect(why.coupon).toBe('周年茶')
    const { notices } = dataOf(await mall().ask('member', 'notices', MEMBER, {}))
    expect(notices.find(({ kind }) => kind === 'anniversary')).toMatchObject({
      points: 200,
      coupon: '周年茶',
    })
    expect(violations()).toEqual([])
    const broken: readonly ['entries' | 'coupons', string, object][] = [
      ['entries', 'anniversary.day', { day: addDays(year, 1) }],
      ['entries', 'anniversary.points', { change: { kind: 'earned', points: 201, lots: [], debt: 0 } }],
      ['coupons', 'anniversary.offer', { terms: { offerId: 'other' } }],
      ['coupons', 'anniversary.coupon', { from: 'claim' }],
    ]
    for (const [collection, rule, change] of broken)
      expect([rule, violations(collection, change).map((each) => each.rule)]).toEqual([
        rule,
        expect.arrayContaining([rule]),
      ])
  })
})

describe('a day of the year', () => {
  let moon: BusinessDay
  beforeEach(async () => {
    await mall().join(MEMBER)
    const midAutumn = { calendar: 'lunar', year: null, month: 8, day: 15, leapMonth: false } as const
    moon = birthdayFrom(midAutumn, businessDay(mall().today()), await lunarCalendar())
  })

  test('is said on the day alone, in the own language, and writes nothing', async () => {
    at(moon)
    await nothingWritten(mall(), async () => {
      expect(await home()).toEqual({ name: '中秋', greeting: '月圆，人团圆。' })
      expect(await home('en')).toEqual({ name: 'Mid-Autumn', greeting: 'A full moon for everybody.' })
    })
    at(addDays(moon, 1))
    expect(await home()).toBeUndefined()
    at(`${Number(moon.slice(0, 4)) + 1}-08-07`)
    expect(await home()).toEqual({ name: '立秋' })
    expect(mall().lastCalls()).toBeLessThanOrEqual(3)
  })

  test('leads to its offer while that can be claimed', async () => {
    at(moon)
    const claim = { from: startOfDay(businessDay(moon)), until: startOfDay(businessDay(moon)) + DAY / 2 }
    await publish(mall(), offer('moon-tea', { name: '月下茶', claim }))
    expect(await home()).toMatchObject({ offerName: '月下茶' })
    expect(mall().lastCalls()).toBeLessThanOrEqual(3)
    at(moon, 13)
    expect(await home()).toEqual({ name: '中秋', greeting: '月圆，人团圆。' })
  })
})
