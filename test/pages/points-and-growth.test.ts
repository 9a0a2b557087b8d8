/** What a member reads about points and tiers, from the values that the server sends. */
import type { GrowthView, WhyView } from '../../src/contract/points-and-growth'
import type { EntryView } from '../../src/contract/views'
import {
  changeWords,
  keepWords,
  projectedWords,
  termWords,
} from '../../src/pages/member/statement/growth/growth-words'
import { entryWords, linesOf } from '../../src/pages/member/statement/points/entry-words'
import { howPart, recordPart, wherePart, whyTitle } from '../../src/pages/member/statement/why/why-words'

/** 14:36 on 16 May in the mall. */
const NOW = Date.parse('2026-05-16T14:36:00+08:00')

const entry = (more: Partial<EntryView> = {}): EntryView => ({
  id: 'entry:p',
  at: NOW,
  kind: 'earned',
  points: 474,
  storeName: '山岚咖啡',
  amountFen: 31_670,
  reason: null,
  ...more,
})
const back = entry({ id: 'entry:r', kind: 'reversed', points: 149, amountFen: 10_000, reason: 'returned' })

describe('a line of the history', () => {
  test('tells store, moment, amount and points', () => {
    expect(entryWords(entry(), NOW)).toEqual({
      store: '山岚咖啡',
      detail: '今天 14:36 · 消费 ¥316.70',
      points: '+474',
      label: '山岚咖啡，今天 14:36，消费 ¥316.70，加 474 分',
    })
    expect(entryWords(back, NOW)).toMatchObject({ detail: '今天 14:36 · 退 ¥100 · 退货', points: '−149' })
  })

  test('says until when points wait, and no longer once they are there', () => {
    const waits = entry({ activatesOn: '2026-05-24' })
    expect(entryWords(waits, NOW).detail).toBe('今天 14:36 · 消费 ¥316.70 · 5 月 24 日到账')
    expect(entryWords(entry({ activatesOn: '2026-05-16' }), NOW).detail).toBe('今天 14:36 · 消费 ¥316.70')
  })

  test('without a store or an amount is still a line', () => {
    const old = entry({ storeName: null, amountFen: null, points: 0 })
    expect(entryWords(old, NOW)).toMatchObject({
      store: '积分变动',
      detail: '今天 14:36 · 得到',
      points: '0',
    })
  })

  test('of an old card says so, and where it was bound', () => {
    const merged = entry({ amountFen: null, merged: true })
    expect(entryWords(merged, NOW)).toEqual({
      store: '旧卡并入',
      detail: '今天 14:36 · 在山岚咖啡绑定',
      points: '+474',
      label: '旧卡并入，今天 14:36，在山岚咖啡绑定，加 474 分',
    })
    expect(entryWords({ ...merged, kind: 'reversed' }, NOW)).toMatchObject({ store: '旧卡欠的积分' })
  })

  test('of a check-in says which, and at which store', () => {
    const daily = entry({ storeName: null, amountFen: null, points: 60, checkIn: 'daily' })
    expect(entryWords(daily, NOW)).toMatchObject({ store: '每日签到', detail: '今天 14:36 · 得到' })
    const place = entry({ amountFen: null, points: 10, checkIn: 'place' })
    expect(entryWords(place, NOW)).toMatchObject({ store: '山岚咖啡', detail: '今天 14:36 · 到店签到' })
  })

  test('stands under its month of the mall, not of UTC', () => {
    const at = (text: string): EntryView => entry({ id: text, at: Date.parse(text) })
    const lines = linesOf([
      at('2026-05-02T00:00:00+08:00'),
      at('2026-05-01T00:00:00+08:00'),
      at('2026-04-30T23:59:59+08:00'),
    ])
    expect(lines.map(({ month, startsMonth, endsMonth }) => [month, startsMonth, endsMonth])).toEqual([
      ['2026-05', true, false],
      ['2026-05', false, true],
      ['2026-04', true, true],
    ])
  })
})

describe('the why of an entry', () => {
  const why = (more: Partial<WhyView> = {}): WhyView => ({
    entry: entry(),
    programmeVersion: 1,
    receipt: 'A-1029',
    earning: {
      qualifyingFen: 31_670,
      base: 316,
      rate: 150,
      tierName: '金卡',
      bonuses: [],
      bonusPoints: 0,
      takenBack: 0,
    },
    lots: [{ points: 474, expiresOn: '2027-05-16' }],
    pending: [],
    debt: 0,
    corrects: null,
    serverNow: NOW,
    ...more,
  })
  const lines = (part: ReturnType<typeof wherePart>) =>
    part?.lines.map(({ label, value }) => `${label} ${value}`)

  test('adds up: 316 × 1.5 = 474', () => {
    expect(whyTitle(why())).toBe('山岚咖啡消费')
    expect(lines(howPart(why()))).toEqual([
      '实付 ¥316.70',
      '每满 1 元计 1 316',
      '金卡倍率 × 1.5',
      '316 × 1.5 = 474 +474',
    ])
    expect(lines(wherePart(why()))).toEqual(['2027 年 5 月 16 日到期 +474'])
    expect(recordPart(why())).toMatchObject({ advice: '积分规则第 1 版', lines: { length: 2 } })
  })

  test('of a check-in adds up what the day gave and what the run of days added', () => {
    const daily = entry({ storeName: null, amountFen: null, points: 60, checkIn: 'daily' })
    const seventh = why({ entry: daily, earning: null, checkIn: { extra: 50, streak: 7 } })
    expect([whyTitle(seventh), lines(howPart(seventh))]).toEqual([
      '每日签到',
      ['每日签到 +10', '连续第 7 天 +50'],
    ])
    const place = entry({ amountFen: null, points: 10, checkIn: 'place' })
    const there = why({ entry: place, earning: null, checkIn: { extra: 0, streak: null } })
    expect([whyTitle(there), lines(howPart(there))]).toEqual(['山岚咖啡签到', ['到店签到 +10']])
  })

  test('shows freight that earns nothing, bonuses, the cap that cut, and what was taken back since', () => {
    // ¥316.70 of ¥326.70 earn; + 1.0 in the birthday window would be 316 more, the cap left 200: 474 + 200.
    const earning = {
      ...(why().earning as NonNullable<WhyView['earning']>),
      bonuses: [
        { name: '生日双倍', rate: 100, points: 200, cuts: [{ by: 'mall-day' as const, points: 116 }] },
      ],
      bonusPoints: 200,
      takenBack: 149,
    }
    expect(lines(howPart(why({ entry: entry({ points: 674, amountFen: 32_670 }), earning })))).toEqual([
      '实付 ¥326.70',
      '计分的部分 ¥316.70',
      '每满 1 元计 1 316',
      '金卡倍率 × 1.5',
      '316 × 1.5 = 474 +474',
      '生日双倍，每元多 1 +200',
      '超过每天加赠上限，没有计入 116',
      '后来退款收回 −149',
    ])
  })

  test('of a refund names reason, share, the days it took from, and the debt it left', () => {
    const refund = why({
      entry: back,
      earning: null,
      lots: [{ points: -49, expiresOn: '2027-05-16' }],
      debt: 100,
      corrects: entry(),
    })
    expect(whyTitle(refund)).toBe('山岚咖啡退款')
    expect(lines(howPart(refund))).toEqual(['原因 退货', '退回 ¥100.00', '当时消费 ¥316.70'])
    expect(lines(wherePart(refund))).toEqual(['2027 年 5 月 16 日到期 −49', '当时不够，记为欠分 100'])
    expect(wherePart(refund)?.advice).toContain('先补上')
  })

  test('of an old card says where it was bound, and that its days stay', () => {
    const merged = { ...entry({ amountFen: null }), merged: true as const }
    const bound = why({ entry: merged, earning: null })
    expect(whyTitle(bound)).toBe('旧卡并入')
    expect(lines(howPart(bound))).toEqual(['在哪里绑定 山岚咖啡'])
    expect(howPart(bound).advice).toContain('到期日不变')
    expect(lines(wherePart(bound))).toEqual(['2027 年 5 月 16 日到期 +474'])
    const owed = why({ entry: { ...merged, kind: 'reversed' }, earning: null, lots: [], debt: 474 })
    expect([whyTitle(owed), howPart(owed).advice]).toEqual(['旧卡欠的积分', expect.stringContaining('还欠')])
  })

  test('of points that wait names the day on which they come and on which they go', () => {
    const waits = { points: 474, activatesOn: '2026-05-24', expiresOn: '2027-05-16' }
    const waiting = wherePart(why({ lots: [], pending: [waits] }))
    expect(lines(waiting)).toEqual(['5 月 24 日到账，2027 年 5 月 16 日到期 +474'])
    expect(waiting?.advice).toContain('到账前是待入账')
    const come = why({ lots: [], pending: [{ ...waits, activatesOn: '2026-05-16' }] })
    expect(wherePart(come)?.advice).toBeNull()
    const taken = why({ entry: back, earning: null, lots: [], pending: [{ ...waits, points: -149 }] })
    expect(lines(wherePart(taken))).toEqual(['5 月 24 日到账，2027 年 5 月 16 日到期 −149'])
  })

  test('of points that all repaid a debt says so', () => {
    expect(lines(wherePart(why({ lots: [], debt: -474 })))).toEqual(['先补上之前欠的 474'])
    expect(wherePart(why({ lots: [] }))).toBeNull()
  })
})

describe('where a member stands', () => {
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

  test('what keeps the tier: the gap, by when, of what', () => {
    expect(keepWords(growth())).toEqual({
      title: '保级还差 ¥38,000',
      advice: '12 月 1 日那天，近 12 个月满 ¥50,000 就续一个周期。到那天还算数的有 ¥12,000。',
      urgent: false,
    })
    const done = { thresholdFen: 5_000_000, countedFen: 5_000_000, gapFen: 0 }
    expect(keepWords(growth({ keep: done })).title).toBe('保级已经够了')
    expect(keepWords(growth({ keep: null, tierName: '普通会员' })).advice).toBe('普通会员一直有效。')
  })

  test('grace presses: until when, how much, and what happens otherwise', () => {
    const grace = growth({ termEndsOn: '2026-05-01', graceEndsOn: '2026-05-31' })
    expect(keepWords(grace)).toEqual({
      title: '宽限期到 5 月 31 日',
      advice: '周期在 5 月 1 日已满，消费还不够。5 月 31 日前再消费 ¥38,000 就保住金卡，不够会降一级。',
      urgent: true,
    })
  })

  test('what the mall gave says until when; a floor is kept, a term of its own is to be earned', () => {
    const given = { kind: 'floor', until: '2027-05-02', earnedTierName: '银卡' } as const
    expect(termWords(growth({ given }))).toBe('商场保证，至 2027 年 5 月 2 日')
    expect(keepWords(growth({ given, keep: null }))).toEqual({
      title: '到 2027 年 5 月 2 日为止不会降级',
      advice: '之后按您自己的消费算，现在是银卡。',
      urgent: false,
    })
    const once = growth({ given: { ...given, kind: 'once' }, termEndsOn: '2027-05-02' })
    expect(termWords(once)).toBe('商场授予，至 2027 年 5 月 2 日')
    expect(keepWords(once).title).toBe('保级还差 ¥38,000')
  })

  test('what managers did to the tier is told with its day and its reason', () => {
    const grant = { until: '2027-05-02', reason: '老会员迁入' }
    const change = { day: '2026-05-01', tierName: '金卡', material: 'gold', storeName: null, grant } as const
    expect(changeWords({ ...change, what: 'granted' }, NOW)).toMatchObject({
      what: '商场授予金卡',
      when: '5 月 1 日 · 至 2027 年 5 月 2 日 · 老会员迁入',
    })
    expect(changeWords({ ...change, what: 'assured' }, NOW).what).toBe('商场保证金卡')
    expect(changeWords({ ...change, what: 'grant-taken-back' }, NOW)).toMatchObject({
      what: '商场收回授予，为金卡',
      when: '5 月 1 日 · 老会员迁入',
    })
  })

  test('where the pace leads', () => {
    expect(projectedWords(growth())).toContain('会降到银卡')
    expect(projectedWords(growth({ projected: { tierName: '金卡', than: 'same' } }))).toContain('仍是金卡')
  })

  test('what happened to the tier, with its store when there is one', () => {
    const change = { day: '2026-05-01', what: 'upgraded', tierName: '金卡', material: 'gold' } as const
    expect(changeWords({ ...change, storeName: '山岚咖啡' }, NOW)).toEqual({
      what: '升到金卡',
      when: '5 月 1 日 · 山岚咖啡',
      label: '升到金卡，5 月 1 日，山岚咖啡',
    })
    expect(changeWords({ ...change, what: 'lapsed', storeName: null }, NOW)).toMatchObject({
      what: '周期满后降到金卡',
      when: '5 月 1 日',
    })
  })
})
