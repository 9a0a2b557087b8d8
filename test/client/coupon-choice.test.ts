/** What the tickets at the counter say while a price is keyed in, and what a touch of one changes. */
import type { Stacking, Worth } from '../../src/domain/coupons/offer'
import { fen } from '../../src/domain/money/fen'
import { settle, type PricedLine } from '../../src/domain/purchases/settle'
import { businessDay } from '../../src/domain/time/business-day'
import {
  couponChoice,
  touching,
  type Says,
  type Touched,
} from '../../src/pages/assistant/register/coupon-choice'
import {
  benefitTicket,
  faceOf,
  isUsedUp,
  reductionLabel,
  ticketOf,
  ticketsInOrder,
} from '../../src/pages/assistant/register/coupon-words'

const UNTIL = businessDay('2026-05-20')
const coupon = (couponId: string, worth: Worth, stacking: Partial<Stacking> = {}, products?: string[]) => ({
  couponId,
  worth,
  scope: products ? { products } : {},
  stacking: {
    group: couponId,
    rank: 10,
    exclusive: false,
    besideDiscount: true,
    mostPerOrder: 1,
    ...stacking,
  },
  validUntil: UNTIL,
})
const line = (priceFen: number, name: string | null = null, quantity = 1): PricedLine => ({
  name,
  kind: 'goods',
  quantity,
  priceFen: fen(priceFen),
})
const gold = (...lines: readonly PricedLine[]) => ({ lines, tierPercent: 5 })

const FIFTY = coupon('fifty', { kind: 'threshold', thresholdFen: fen(30_000), offFen: fen(5_000) })
const TEN = coupon('ten', { kind: 'cash', offFen: fen(1_000) })
const ALONE = coupon('alone', { kind: 'percent', percentOff: 20, mostFen: null }, { exclusive: true })
const PAIR = coupon('pair', { kind: 'buy-one-get-one' })
const THING = coupon('thing', { kind: 'exchange', thing: '栗子蛋糕' })

const on = (choice: ReturnType<typeof couponChoice>): string[] =>
  [...choice.stands].filter(([, { isOn }]) => isOn).map(([id]) => id)
const says = (choice: ReturnType<typeof couponChoice>, id: string): Says | null =>
  choice.stands.get(id)?.says ?? null

test('with nothing keyed in no ticket says anything, and none is chosen', () => {
  const choice = couponChoice(gold(), [FIFTY, TEN], null)
  expect([on(choice), says(choice, 'fifty'), choice.taken]).toEqual([[], null, []])
})

test('at every key the best combination is chosen, and each ticket says what it saves', () => {
  const choice = couponChoice(gold(line(38_600)), [FIFTY, TEN, PAIR], null)
  expect(on(choice)).toEqual(['fifty', 'ten'])
  expect(says(choice, 'fifty')).toEqual({ kind: 'saves', offFen: 5_000 })
  expect(says(choice, 'ten')).toEqual({ kind: 'saves', offFen: 1_000 })
  expect(says(choice, 'pair')).toEqual({ kind: 'no-pair' })
  expect(choice.isDearer).toBe(false)
})

test.each([29_999, 30_000, 31_000, 20_000])(
  'what is missing at %i fen is exactly what reaches the threshold, the discount counted in',
  (priceFen) => {
    const missing = says(couponChoice(gold(line(priceFen)), [FIFTY], null), 'fifty')
    expect(missing?.kind).toBe('short')
    const missingFen = missing?.kind === 'short' ? missing.missingFen : 0
    const offWith = (more: number) => settle([line(priceFen + more)], 5, [FIFTY]).offFen
    expect([offWith(missingFen - 1), offWith(missingFen)]).toEqual([0, 5_000])
  },
)

test('what does not go together says so, and a touch puts it in place of the others', () => {
  const order = gold(line(38_600))
  const coupons = [FIFTY, TEN, ALONE]
  const best = couponChoice(order, coupons, null)
  expect(on(best)).toEqual(['alone'])
  expect([says(best, 'fifty'), says(best, 'ten')]).toEqual([{ kind: 'apart' }, { kind: 'apart' }])
  const swapped = touching(order, coupons, null, 'ten')
  expect(swapped).toEqual(['ten'])
  const both = touching(order, coupons, swapped, 'fifty')
  expect([...both].sort()).toEqual(['fifty', 'ten'])
  const dearer = couponChoice(order, coupons, both)
  expect([dearer.isDearer, says(dearer, 'alone')]).toEqual([true, { kind: 'apart' }])
  expect(touching(order, coupons, both, 'fifty')).toEqual(['ten'])
})

test('of one group the touched one stays, and what saves most of the others as far as they go together', () => {
  const [small, large] = [2_000, 3_000].map((offFen) =>
    coupon(`cash-${offFen}`, { kind: 'cash', offFen: fen(offFen) }, { group: 'cash' }),
  ) as [typeof TEN, typeof TEN]
  const order = gold(line(38_600))
  expect(touching(order, [small, large, FIFTY], null, small.couponId)).toEqual(['cash-2000', 'fifty'])
})

test('a touched coupon that takes nothing is kept on and not sent; without it the tier keeps its discount', () => {
  const jealous = coupon(
    'jealous',
    { kind: 'threshold', thresholdFen: fen(90_000), offFen: fen(9_000) },
    {
      besideDiscount: false,
    },
  )
  const touched: Touched = ['jealous']
  const below = couponChoice(gold(line(38_600)), [jealous], touched)
  expect([on(below), below.taken]).toEqual([['jealous'], []])
  expect(says(below, 'jealous')).toEqual({ kind: 'short', missingFen: 51_400 })
  const reached = couponChoice(gold(line(90_000)), [jealous], touched)
  expect(reached.taken).toEqual([jealous])
})

test('a coupon for certain goods says that they are missing', () => {
  const coffee = coupon('coffee', { kind: 'cash', offFen: fen(500) }, {}, ['手冲'])
  expect(says(couponChoice(gold(line(9_000)), [coffee], null), 'coffee')).toEqual({ kind: 'no-product' })
  expect(on(couponChoice(gold(line(9_000, '手冲')), [coffee], null))).toEqual(['coffee'])
})

test('what is handed over for itself is no part of a price', () => {
  const choice = couponChoice(gold(line(9_000)), [THING], ['thing'])
  expect([choice.taken, choice.stands.size]).toEqual([[], 0])
})

test('a ticket says its worth and its condition, a line of the settlement what was taken off', () => {
  expect([FIFTY, TEN, ALONE, PAIR, THING].map(({ worth }) => faceOf(worth))).toEqual([
    { value: '¥50', condition: '满 300' },
    { value: '¥10', condition: '无门槛' },
    { value: '8 折', condition: '全单' },
    { value: '买一赠一', condition: '同款两件' },
    { value: '1 份', condition: '栗子蛋糕' },
  ])
  expect([FIFTY, TEN, ALONE, PAIR].map(({ worth }) => reductionLabel(worth))).toEqual([
    '满 300 减 50',
    '10 元抵用券',
    '8 折券',
    '买一赠一',
  ])
})

test('a ticket says its last day until a price is keyed in, then what it does to it', () => {
  const nowMs = Date.UTC(2026, 4, 16, 6, 36)
  const named = { ...FIFTY, name: '满减', advice: '' }
  const seen = (validUntil: string, says: Says | null = null) =>
    ticketOf(
      { ...named, validUntil: businessDay(validUntil) },
      { stand: { isOn: false, says }, isDone: false, nowMs },
    )
  expect(['2026-05-16', '2026-05-17', '2026-05-20'].map((day) => seen(day).words)).toEqual([
    '今天到期',
    '明天到期',
    '剩 4 天',
  ])
  expect(seen('2026-05-20', { kind: 'short', missingFen: fen(1_400) })).toEqual({
    look: 'idle',
    words: '还差 ¥14',
  })
  expect(seen('2026-05-20', { kind: 'saves', offFen: fen(5_000) })).toEqual({ look: 'off', words: '省 ¥50' })
  const thing = { ...named, ...THING }
  expect(ticketOf(thing, { stand: undefined, isDone: false, nowMs }).words).toBe('点开核销')
  expect(ticketOf(thing, { stand: undefined, isDone: true, nowMs })).toEqual({ look: 'on', words: '已核销' })
})

test('a benefit says how often it is left, and that it is used up', () => {
  const saysOf = (left: number, per: 'month' | 'year') => {
    const worth = { kind: 'parking' as const, hours: 2 }
    const words = { benefitId: 'parking', name: 'parking', advice: '' }
    const ticket = benefitTicket({ ...words, worth, times: 8, left, per, until: '2026-05-31' })
    const { look, words: says } = ticketOf(ticket, { stand: undefined, isDone: false, nowMs: 0 })
    return [says, look, isUsedUp(ticket)]
  }
  expect([saysOf(6, 'month'), saysOf(1, 'year'), saysOf(0, 'month'), saysOf(0, 'year')]).toEqual([
    ['本月还有 6 次', 'off', false],
    ['今年还有 1 次', 'off', false],
    ['本月已用完', 'idle', true],
    ['今年已用完', 'idle', true],
  ])
})

test('what may save most stands first, then things; what is too much of either waits after both', () => {
  const named = (each: typeof TEN, name: string) => ({ ...each, couponId: name, name, advice: '' })
  const cash = [1, 2, 3, 4, 5, 6, 7].map((n) =>
    named({ ...TEN, worth: { kind: 'cash', offFen: fen(n * 100) } }, `cash-${n}`),
  )
  const { tickets, atFirst } = ticketsInOrder([named(THING, 'thing'), ...cash, named(ALONE, 'alone')])
  expect(tickets.map(({ name }) => name)).toEqual([
    ...['alone', 'cash-7', 'cash-6', 'cash-5', 'cash-4', 'cash-3', 'thing', 'cash-2', 'cash-1'],
  ])
  expect(atFirst).toBe(7)
})
