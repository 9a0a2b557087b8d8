/** Signing in: what it gives, when it is refused, sent again, at once; and what is read of it later. */
import { businessDayOf, startOfDay } from '../../src/domain/time/business-day'
import { checkInsOf } from './check-ins'
import { codeOf, dataOf, kindOf, newOperation } from './cloud'
import { countersOf, DAY, mallOfFile, MEMBER, MINUTE, nothingWritten, STRANGER } from './mall'

const mall = mallOfFile()
const { signIn, scan, nameStore, shownAt, today, entries } = checkInsOf(mall)

beforeEach(() => mall().join(MEMBER))

describe('signing in', () => {
  test('gives 10 points into a lot of twelve months, and the card page says so', async () => {
    expect(await today()).toMatchObject({ done: false, streak: 0, toMore: 7 })
    const done = dataOf(await signIn())
    expect(done).toEqual({ points: 10, extra: 0, streak: 1, storeName: null, balance: 10, upgradedTo: null })
    const { account, checkIns, _id } = mall().member()
    expect(countersOf(account.purse)).toMatchObject({ earned: 10, debt: 0 })
    expect(account.purse.lots).toEqual([{ kind: 'check-in', expiresOn: nextYear(mall().today()), left: 10 }])
    expect(account.activityByDay).toEqual({ [mall().today()]: 1 })
    expect(checkIns?.signIns).toMatchObject({ streak: 1, lastDay: mall().today() })
    expect(entries()).toMatchObject([
      { _id: `entry:checkin:${_id}:daily:${mall().today()}`, rule: 'checkin.daily', memberId: _id },
    ])
    expect(await today()).toMatchObject({
      done: true,
      streak: 1,
      toMore: 6,
      rules: { dailyPoints: 10, streakEvery: 7, streakPoints: 50 },
    })
  })

  test('on seven days in a row gives 50 more on the seventh; a day left out begins anew', async () => {
    const given = []
    for (let n = 0; n < 8; n += 1) {
      const { points, streak } = dataOf(await signIn())
      given.push([points, streak])
      mall().cloud.clock.shift(DAY)
    }
    const tens = [1, 2, 3, 4, 5, 6].map((streak) => [10, streak])
    expect(given).toEqual([...tens, [60, 7], [10, 8]])
    expect(await today()).toMatchObject({ done: false, streak: 8, toMore: 6 })
    mall().cloud.clock.shift(DAY)
    expect(await today()).toMatchObject({ done: false, streak: 0, toMore: 7 })
    expect(dataOf(await signIn())).toMatchObject({ points: 10, streak: 1 })
    expect(mall().member().account.purse.earned).toBe(140)
  })

  test('is done once a day: again refused, sent again the same answer', async () => {
    const operation = newOperation()
    const first = await signIn(MEMBER, operation)
    mall().cloud.clock.shift(MINUTE)
    await nothingWritten(mall(), async () => {
      expect(codeOf(await signIn())).toBe('checkin.done-today')
      expect(await signIn(MEMBER, operation)).toMatchObject({ replayed: true, data: dataOf(first) })
    })
  })

  test('sent again after midnight is the one of the day before, and the new day is still open', async () => {
    mall().cloud.clock.set(startOfDay(businessDayOf(mall().now())) + DAY - 10_000)
    const operation = newOperation()
    const [first, day] = [dataOf(await signIn(MEMBER, operation)), mall().today()]
    mall().cloud.clock.shift(20_000)
    expect(mall().today()).not.toBe(day)
    expect(await signIn(MEMBER, operation)).toMatchObject({ replayed: true, data: first })
    expect(dataOf(await signIn())).toMatchObject({ points: 10, streak: 2 })
  })

  test('at once from several phones of one member counts once', async () => {
    const answers = await mall().atOnce('member', 4, () => signIn())
    expect(answers.map(kindOf).sort()).toEqual([...Array<string>(3).fill('checkin.done-today'), 'new'])
    expect([mall().member().account.purse.earned, entries()]).toMatchObject([10, { length: 1 }])
  })

  test('the same command at once is one sign-in and one answer', async () => {
    const operation = newOperation()
    const answers = await mall().atOnce('member', 3, () => signIn(MEMBER, operation))
    expect(answers.map(kindOf).sort()).toEqual(['new', 'replayed', 'replayed'])
    expect(entries()).toHaveLength(1)
  })

  test('is for members whose card is active', async () => {
    expect(codeOf(await signIn(STRANGER))).toBe('member.not-joined')
    dataOf(await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))
    await nothingWritten(mall(), async () => expect(codeOf(await signIn())).toBe('card.frozen'))
  })

  test('anew under the same WeChat after the account was closed is signed in for the new account', async () => {
    dataOf(await signIn())
    const { cardNumber } = mall().member()
    dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 10 }))
    const closed = mall().all<{ openid: string; checkIns?: unknown }>('members')
    expect(closed.filter(({ openid }) => openid.startsWith('closed:'))).toMatchObject([
      { card: { state: 'closed' } },
    ])
    expect(closed.every(({ checkIns }) => checkIns === undefined)).toBe(true)
    expect(codeOf(await signIn())).toBe('member.not-joined')
    await mall().join(MEMBER)
    expect(dataOf(await signIn())).toMatchObject({ balance: 10, streak: 1 })
  })
})

describe('later', () => {
  test('the points’ history shows check-ins, and why: what the run of days added', async () => {
    await nameStore('store-1', 'rotating')
    for (let n = 0; n < 7; n += 1) {
      dataOf(await signIn())
      if (n < 6) mall().cloud.clock.shift(DAY)
    }
    dataOf(await scan(await shownAt()))
    const history = dataOf(await mall().ask('member', 'points', MEMBER, {})).entries
    expect(history).toHaveLength(8)
    const [place, seventh] = history
    expect(place).toMatchObject({ kind: 'earned', points: 10, checkIn: 'place', storeName: 'the store-1' })
    expect(seventh).toMatchObject({ kind: 'earned', points: 60, checkIn: 'daily', storeName: null })
    const whyOf = async (id = '') => dataOf(await mall().ask('member', 'entry', MEMBER, { id }))
    expect(await whyOf(seventh?.id)).toMatchObject({ checkIn: { extra: 50, streak: 7 }, earning: null })
    expect(await whyOf(place?.id)).toMatchObject({ checkIn: { extra: 0, streak: null } })
  })

  test('the calendar holds twelve months in one answer, and nothing for who never signed in', async () => {
    const calendar = async () => dataOf(await mall().ask('member', 'sign-in-calendar', MEMBER))
    const month = mall().today().slice(0, 7)
    expect(await calendar()).toMatchObject({ today: { done: false }, months: {}, firstMonth: month })
    const date = Number(mall().today().slice(8))
    dataOf(await signIn())
    mall().cloud.clock.shift(DAY)
    expect(await calendar()).toMatchObject({
      today: { done: false, streak: 1 },
      months: { [month]: 1 << (date - 1) },
    })
    expect(codeOf(await mall().ask('member', 'sign-in-calendar', STRANGER))).toBe('member.not-joined')
  })

  test('the export names the days and no machinery', async () => {
    dataOf(await signIn())
    const part = async (after: string) => dataOf(await mall().ask('member', 'export', MEMBER, { after }))
    expect((await part('account:')).rows).toMatchObject([{ checkIns: { signIns: { streak: 1 } } }])
    const [entry] = (await part('entries:')).rows as Record<string, unknown>[]
    expect(Object.keys(entry ?? {})).not.toContain('inputHash')
    expect(entry).toMatchObject({ rule: 'checkin.daily', checkIn: { extra: 0, streak: 1 } })
  })
})

const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
