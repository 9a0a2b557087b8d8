/** A programme where coming and taking part count too, through every door: code, registration, till, growth, card, refund. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { Programme } from '../../src/domain/programme/programme'
import { tookPart } from '../../src/domain/members/account'
import { businessDay, startOfDay } from '../../src/domain/time/business-day'
import type { MemberDocument } from '../../src/server/store/members'
import { growthView } from '../../src/server/view/growth'
import { auditLedger } from '../../tools/audit/audit'
import type { Ledger } from '../../tools/audit/ledger'
import { dataOf } from './cloud'
import { ASSISTANT, DAY, keyed, mallOfFile, MEMBER, nothingWritten } from './mall'

/** Silver by ¥10,000 or three visits or two activities, gold by six visits. */
const EITHER: Programme = {
  ...MALL_PROGRAMME,
  version: 2,
  measures: { rule: 'any', visits: true, activity: true },
  ladder: MALL_PROGRAMME.ladder.map((tier) => ({
    ...tier,
    ...(tier.id === 'silver' && { thresholdVisits: 3, thresholdActivity: 2 }),
    ...(tier.id === 'gold' && { thresholdVisits: 6 }),
  })),
}
const mall = mallOfFile(4, EITHER)

const growth = async () => dataOf(await nothingWritten(mall(), () => mall().ask('member', 'growth', MEMBER)))
const progress = async () => {
  const home = dataOf(await mall().ask('member', 'home', MEMBER))
  return home.joined ? home.progress : null
}
const audited = () => {
  const ledger = {
    programmes: [EITHER],
    grants: [],
    coupons: [],
    ...Object.fromEntries(
      ['members', 'purchases', 'refunds', 'entries'].map((name) => [name, mall().all<{ at?: number }>(name)]),
    ),
  } as unknown as Ledger
  return auditLedger({ ...ledger, entries: [...ledger.entries].sort((a, b) => a.at - b.at) })
}
/** Two days of a small receipt each, and the morning of the third. */
const twoVisits = async (): Promise<void> => {
  await mall().receipt('receipt-1', 20_000)
  mall().cloud.clock.shift(DAY)
  await mall().receipt('receipt-2', 60_000)
  mall().cloud.clock.shift(DAY)
}

beforeEach(() => mall().join(MEMBER))

test('card and growth page tell both ways, from the first day', async () => {
  expect(await progress()).toMatchObject({
    nextTierName: '银卡',
    gapFen: 1_000_000,
    or: { measure: 'activity', gap: 2, inside: 0, band: 2 },
  })
  await twoVisits()
  const or = { measure: 'visits', gap: 1, inside: 2, band: 3 }
  expect(await progress()).toMatchObject({ gapFen: 920_000, or })
  expect(await growth()).toMatchObject({
    tierName: '普通会员',
    spendFen: 80_000,
    beside: { visits: 2, activity: 0 },
    progress: { gapFen: 920_000, or },
    ladder: [{}, { thresholdVisits: 3, thresholdActivity: 2 }, { thresholdVisits: 6 }, {}, {}],
  })
})

test('the third visit upgrades: the phone foretells it, the server books it, and the log names its purchase', async () => {
  await twoVisits()
  const visit = await mall().visit()
  const shown = dataOf(await mall().ask('assistant', 'preview', ASSISTANT, { visit, lines: keyed(5_000) }))
  expect(shown).toMatchObject({ upgradesTo: '银卡', next: { tierName: '金卡', gapFen: 4_915_000 } })
  const input = { visit, lines: keyed(5_000), shownPayFen: 5_000 }
  const registered = dataOf(await mall().ask('assistant', 'register', ASSISTANT, input))
  expect(mall().lastCalls()).toBeLessThanOrEqual(8)
  expect(registered).toMatchObject({ settlement: shown })
  expect(mall().member().account.standing.tierId).toBe('silver')
  expect((await growth()).history[0]).toMatchObject({ what: 'upgraded', tierName: '银卡' })
  expect(await progress()).toMatchObject({ nextTierName: '金卡', or: { measure: 'visits', gap: 3 } })
  expect(audited()).toEqual([])
})

test('a second purchase of a day is foretold as no further visit', async () => {
  await twoVisits()
  mall().cloud.clock.shift(-DAY)
  const visit = await mall().visit()
  const resolved = dataOf(await mall().ask('assistant', 'preview', ASSISTANT, { visit, lines: keyed(5_000) }))
  expect(resolved.upgradesTo).toBeNull()
  await mall().buy(5_000, visit)
  expect(mall().member().account.standing.tierId).toBe('basic')
})

test('all of a visit brought back: its upgrade goes with it, and it does not count again', async () => {
  await twoVisits()
  await mall().receipt('receipt-3', 10_000)
  expect(mall().member().account.standing.tierId).toBe('silver')
  const lines = [{ line: 0, quantity: 1 }]
  const back = await mall().till('refund', mall().till1, { receipt: 'back-1', purchase: 'receipt-3', lines })
  expect(dataOf(back)).toMatchObject({ tierId: 'basic' })
  expect(await growth()).toMatchObject({ beside: { visits: 2 }, history: [{ what: 'taken-back' }, {}, {}] })
  expect(audited()).toEqual([])
})

test('a tier by visits is kept by visits; the growth page says what is missing at the term end', async () => {
  await twoVisits()
  await mall().receipt('receipt-3', 10_000)
  expect((await growth()).keep).toMatchObject({
    thresholdFen: 1_000_000,
    countedFen: 0,
    gapFen: 1_000_000,
    or: { gap: 2, measure: 'activity' },
  })
  for (const n of [4, 5]) {
    mall().cloud.clock.shift(DAY)
    await mall().receipt(`receipt-${n}`, 10_000)
  }
  expect((await growth()).keep).toMatchObject({ gapFen: 980_000, or: { measure: 'visits', gap: 1 } })
  expect(audited()).toEqual([])
})

test('where all of it adds up, the growth page says what the rest is worth', async () => {
  await twoVisits()
  const weights = { spendYuan: 2, visit: 100, activity: 30 }
  const adding: Programme = { ...MALL_PROGRAMME, measures: { rule: 'weighted', weights } }
  const today = businessDay(mall().today())
  const account = tookPart(mall().member().account, adding, today)
  const member: MemberDocument = { ...mall().member(), account, openedAt: startOfDay(today) }
  // ¥800 spent; two visits of 100 and an activity of 30, at 2 a yuan: ¥115 more.
  expect(growthView(member, adding, today)).toMatchObject({
    spendFen: 80_000,
    beside: { visits: 2, activity: 1, worthFen: 11_500 },
    progress: { gapFen: 908_500, insideBandFen: 91_500, or: { measure: 'visits', gap: 182 } },
  })
})
