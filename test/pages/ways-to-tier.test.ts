/** What a member reads where a tier can be reached by more than spend, and that spend alone reads as ever. */
import { progressLabel, progressPercent, tierFromText } from '../../src/components/ways-to-tier'
import type { GrowthView } from '../../src/contract/points-and-growth'
import type { TierView } from '../../src/contract/views'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { besideWords, keepWords, toNextWords } from '../../src/pages/member/statement/growth/growth-words'

/** 14:36 on 16 May in the mall. */
const NOW = Date.parse('2026-05-16T14:36:00+08:00')

const growth = (more: Partial<GrowthView> = {}): GrowthView => ({
  tierId: 'gold',
  tierName: '金卡',
  material: 'gold',
  since: '2025-12-01',
  termEndsOn: '2026-12-01',
  graceEndsOn: null,
  given: null,
  spendFen: 8_752_000,
  windowMonths: 12,
  termMonths: 12,
  progress: null,
  keep: { thresholdFen: 5_000_000, countedFen: 1_200_000, gapFen: 3_800_000 },
  projected: { tierName: '银卡', than: 'lower' },
  ladder: [],
  history: [],
  serverNow: NOW,
  ...more,
})

test('a programme of spend alone says the amount, one of several measures the nearest way beside it', () => {
  const way = { nextTierName: '银卡', gapFen: 120_000, insideBandFen: 880_000, bandFen: 1_000_000 }
  expect(toNextWords(way)).toMatchObject({
    title: '再消费 ¥1,200 升级银卡',
    advice: '达到就升级，下一笔消费起按新等级计。',
  })
  expect([progressPercent(way), progressLabel(way, '¥1,200')]).toEqual([
    88,
    '成长进度 88%，再消费 ¥1,200 升级银卡',
  ])
  const visits = { ...way, or: { measure: 'visits', gap: 3, inside: 27, band: 30 } } as const
  expect(toNextWords(visits)).toMatchObject({
    title: '再消费 ¥1,200 或再来 3 次升级银卡',
    advice: expect.stringContaining('当天买的全退了就不算') as unknown,
  })
  expect([progressPercent(visits), progressLabel(visits, '¥1,200')]).toEqual([
    90,
    '成长进度 90%，再消费 ¥1,200 或再来 3 次升级银卡',
  ])
  const active = { ...way, or: { measure: 'activity', gap: 2, inside: 0, band: 2 } } as const
  expect(toNextWords(active).title).toBe('再消费 ¥1,200 或再参与 2 次活动升级银卡')
})

test('what counts beside spend, and what holds a tier beside it', () => {
  expect(besideWords({ visits: 4 })).toBe('来过 4 次')
  expect(besideWords({ visits: 4, activity: 1, worthFen: 11_500 })).toBe(
    '来过 4 次，参与 1 次活动，折合 ¥115',
  )
  const tier = { ...MALL_PROGRAMME.ladder[1], thresholdVisits: 12 } as TierView
  expect(tierFromText(tier, '满 ¥10,000')).toBe('满 ¥10,000 或来 12 次')
  expect(tierFromText({ ...tier, thresholdActivity: 6 }, '满 ¥10,000')).toBe(
    '满 ¥10,000 或来 12 次 或参与 6 次活动',
  )
})

test('what keeps the tier is said in the nearest measure too, also in grace', () => {
  const or = { measure: 'visits', gap: 3, inside: 9, band: 12 } as const
  const keep = { thresholdFen: 5_000_000, countedFen: 1_200_000, gapFen: 3_800_000, or }
  expect(keepWords(growth({ keep })).title).toBe('保级再消费 ¥38,000 或再来 3 次')
  expect(keepWords(growth({ keep, termEndsOn: '2026-05-01', graceEndsOn: '2026-05-31' })).advice).toBe(
    '周期在 5 月 1 日已满，还没有达到。5 月 31 日前再消费 ¥38,000 或再来 3 次就保住金卡，不够会降一级。',
  )
})
