/** The points' history and the why of an entry: figures, pages, filters, and nobody else's. */
import { codeOf, dataOf } from './cloud'
import { DAY, goods, mallOfFile, MEMBER, MINUTE, nothingWritten, OTHER_MEMBER, STRANGER } from './mall'

const mall = mallOfFile()

const points = async (input = {}, openid = MEMBER) =>
  dataOf(await nothingWritten(mall(), () => mall().ask('member', 'points', openid, input)))
const why = (id: string, openid = MEMBER) =>
  nothingWritten(mall(), () => mall().ask('member', 'entry', openid, { id }))
const giveBack = async (purchase: string, receipt: string, quantity = 1) =>
  dataOf(await mall().till('refund', mall().till1, { receipt, purchase, lines: [{ line: 0, quantity }] }))
const stores = async (input = {}) => (await points(input)).entries.map(({ storeName }) => storeName)

describe('the history of points', () => {
  test('is for members', async () => {
    expect(codeOf(await mall().ask('member', 'points', STRANGER, {}))).toBe('member.not-joined')
  })

  test('of a new member is empty, with a balance of nothing', async () => {
    await mall().join(MEMBER)
    expect(await points()).toMatchObject({
      balance: { points: 0, debt: 0, lots: [], laterPoints: 0, firstMonth: mall().today().slice(0, 7) },
      entries: [],
      next: null,
    })
  })

  test('shows each entry once, newest first, 20 at a time, also when many carry the same instant', async () => {
    await mall().join(MEMBER)
    // 41 receipts of ¥1 … ¥41; the balance is 1 + … + 41 = 861 points, all in the lot of one day.
    for (let n = 1; n <= 41; n += 1) await mall().receipt(`receipt-${String(n).padStart(2, '0')}`, n * 100)
    const first = await points()
    expect(first.balance).toMatchObject({ points: 861, lots: [{ points: 861 }], laterPoints: 0 })
    const second = await points({ after: first.next ?? '' })
    const third = await points({ after: second.next ?? '' })
    expect([second.balance, third.balance, third.next]).toEqual([null, null, null])
    const all = [first, second, third].flatMap(({ entries }) => entries)
    expect([first, second, third].map(({ entries }) => entries.length)).toEqual([20, 20, 1])
    expect(new Set(all.map(({ id }) => id)).size).toBe(41)
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a))
    expect(all.reduce((sum, entry) => sum + entry.points, 0)).toBe(861)
  })

  test('of a full last page ends with it', async () => {
    await mall().join(MEMBER)
    for (let n = 1; n <= 20; n += 1) await mall().receipt(`receipt-${n}`, 100)
    expect(await points()).toMatchObject({ next: null, entries: { length: 20 } })
  })

  test('holds nobody else’s entries', async () => {
    await mall().join(MEMBER)
    await mall().join(OTHER_MEMBER)
    await mall().receipt('receipt-1', 10_000)
    expect((await points({}, OTHER_MEMBER)).entries).toEqual([])
  })

  test('is filtered by month of the mall and by kind', async () => {
    await mall().join(MEMBER)
    // 23:59 of 30 June and 00:00 of 1 July at UTC+8.
    mall().cloud.clock.set(Date.parse('2027-06-30T23:59:00+08:00'))
    await mall().receipt('june', 20_000, 2)
    mall().cloud.clock.set(Date.parse('2027-07-01T00:00:00+08:00'))
    await mall().receipt('july', 5_000)
    await giveBack('june', 'back')
    const ids = async (input: object) => (await points(input)).entries.map(({ id }) => id.split(':').at(-1))
    expect(await ids({ month: '2027-06' })).toEqual(['june'])
    expect(await ids({ month: '2027-07' })).toEqual(['back', 'july'])
    expect(await ids({ month: '2027-07', kind: 'earned' })).toEqual(['july'])
    expect(await ids({ kind: 'reversed' })).toEqual(['back'])
    expect(await ids({ month: '2027-08' })).toEqual([])
    // A cursor of another month does not reach beyond the month that is asked for.
    expect(await ids({ month: '2027-06', after: '99999999999999:z' })).toEqual(['june'])
  })

  test('is searched by store and by receipt; what is typed stands for itself', async () => {
    await mall().join(MEMBER)
    const till2 = await (async () => {
      dataOf(
        await mall().ask('manager', 'name-store', 'openid-manager', {
          storeId: 'store-2',
          name: '山岚.Coffee',
        }),
      )
      return mall().nameTill('till-2', 'store-2')
    })()
    await mall().receipt('A-1029', 10_000)
    const member = { phone: '13800000001' }
    await mall().till('purchase', till2, { receipt: 'B-7', member, lines: [goods(10_000)] })
    expect(await stores({ search: '山岚' })).toEqual(['山岚.Coffee'])
    expect(await stores({ search: 'COFFEE' })).toEqual(['山岚.Coffee'])
    expect(await stores({ search: ' 1029 ' })).toEqual(['store-1'])
    expect(await stores({ search: '.' })).toEqual(['山岚.Coffee'])
    expect(await stores({ search: '.*' })).toEqual([])
    expect(await stores({ search: 'store', kind: 'reversed' })).toEqual([])
  })

  test('brings the lots by day, soonest first, twelve at most, without the expired ones; and the debt', async () => {
    await mall().join(MEMBER)
    for (let n = 1; n <= 14; n += 1) {
      await mall().receipt(`receipt-${n}`, n * 1_000)
      mall().cloud.clock.shift(DAY)
    }
    // Lots of 10, 20 … 140 points; the last two are 130 + 140.
    const { balance } = await points()
    expect(balance?.lots.map((lot) => lot.points)).toEqual(Array.from({ length: 12 }, (_, n) => (n + 1) * 10))
    expect(balance?.lots.map((lot) => lot.expiresOn)).toEqual(
      [...(balance?.lots ?? [])].map((lot) => lot.expiresOn).sort(),
    )
    expect(balance).toMatchObject({ points: 1_050, laterPoints: 270, debt: 0 })
    mall().cloud.clock.shift(353 * DAY)
    const later = (await points()).balance
    const gone = mall()
      .member()
      .account.purse.lots.filter((lot) => lot.expiresOn < mall().today())
    expect(gone.length).toBeGreaterThan(0)
    expect(later?.points).toBe(1_050 - gone.reduce((sum, lot) => sum + lot.left, 0))
    expect(later?.lots.map((lot) => lot.expiresOn)).not.toContain(gone[0]?.expiresOn)
  })
})

describe('the why of an entry', () => {
  beforeEach(() => mall().join(MEMBER))

  test('names base, rate, tier, lot and its day', async () => {
    await mall().receipt('upgrade', 5_000_000)
    const id = `entry:${await mall().receipt('receipt-1', 31_670)}`
    expect(dataOf(await why(id))).toEqual({
      entry: {
        id,
        at: mall().purchase(id.slice(6)).at,
        kind: 'earned',
        points: 474, // 316 × 1.5
        storeName: 'store-1',
        amountFen: 31_670,
        reason: null,
      },
      programmeVersion: 1,
      receipt: 'receipt-1',
      earning: {
        qualifyingFen: 31_670,
        base: 316,
        rate: 150,
        tierName: '金卡',
        bonuses: [],
        bonusPoints: 0,
        takenBack: 0,
      },
      lots: [{ points: 474, expiresOn: mall().purchase(id.slice(6)).pointsExpireOn }],
      pending: [],
      debt: 0,
      corrects: null,
      serverNow: expect.any(Number) as unknown,
    })
  })

  test('of a refund names what it corrects, and the corrected entry what was taken back since', async () => {
    const id = `entry:${await mall().receipt('receipt-1', 20_000, 2)}`
    await giveBack('receipt-1', 'back-1')
    const back = dataOf(await why('entry:refund:till-1:back-1'))
    expect(back).toMatchObject({
      entry: { kind: 'reversed', points: 100, amountFen: 10_000, reason: 'returned', storeName: 'store-1' },
      earning: null,
      debt: 0,
      corrects: { id, points: 200, amountFen: 20_000 },
    })
    expect(back.lots.map((lot) => lot.points)).toEqual([-100])
    expect(dataOf(await why(id)).earning?.takenBack).toBe(100)
  })

  test('of a refund of points that are past their day says that they became a debt, and who repaid it', async () => {
    await mall().receipt('receipt-1', 10_000)
    mall().cloud.clock.shift(400 * DAY)
    await giveBack('receipt-1', 'back-1')
    expect(dataOf(await why('entry:refund:till-1:back-1'))).toMatchObject({ lots: [], debt: 100 })
    expect((await points()).balance).toMatchObject({ points: 0, debt: 100 })
    mall().cloud.clock.shift(MINUTE)
    const id = `entry:${await mall().receipt('receipt-2', 13_000)}`
    const repaying = dataOf(await why(id))
    expect([repaying.debt, repaying.lots.map((lot) => lot.points)]).toEqual([-100, [30]])
    expect((await points()).balance).toMatchObject({ points: 30, debt: 0 })
  })

  test('is only told to its owner: anybody else learns as much as of an entry that is not there', async () => {
    await mall().join(OTHER_MEMBER)
    const id = `entry:${await mall().receipt('receipt-1', 10_000)}`
    const others = await why(id, OTHER_MEMBER)
    const none = await why('entry:purchase:till-1:none', OTHER_MEMBER)
    expect([codeOf(others), codeOf(none)]).toEqual(['entry.unknown', 'entry.unknown'])
    expect(codeOf(await why(id, STRANGER))).toBe('member.not-joined')
  })
})
