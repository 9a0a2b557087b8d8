/** Cases of stacking that people argue about at a counter. `docs/stacking.md` shows them with what the calculator makes of them. */
import { goTogether, type Candidate } from '../../src/domain/coupons/combine'
import { fen } from '../../src/domain/money/fen'
import { shortYuanText } from '../../src/domain/money/yuan-text'
import { settle, type PricedLine, type Settlement } from '../../src/domain/purchases/settle'
import { coupon, type Said } from './coupon-words'
import { yuan } from './mall'

export interface StackingCase {
  readonly words: string
  readonly lines: readonly PricedLine[]
  readonly tierPercent: number
  readonly coupons: readonly Candidate[]
  /** Null: they do not go together. */
  readonly settled: Settlement | null
}

const piece = (price: string, quantity = 1, name: string | null = null): PricedLine => ({
  name,
  kind: 'goods',
  quantity,
  priceFen: fen(yuan(price) * quantity),
})
const cash = (off: string, said: Said = {}) => coupon({ kind: 'cash', offFen: yuan(off) }, said)
const from = (threshold: string, off: string, said: Said = {}) =>
  coupon({ kind: 'threshold', thresholdFen: yuan(threshold), offFen: yuan(off) }, said)
const percent = (percentOff: number, most: string | null, said: Said = {}) =>
  coupon({ kind: 'percent', percentOff, mostFen: most === null ? null : yuan(most) }, said)
const secondFree = (said: Said = {}) => coupon({ kind: 'buy-one-get-one' }, said)

const one = (
  words: string,
  lines: readonly PricedLine[],
  tierPercent: number,
  ...coupons: readonly Candidate[]
): StackingCase => ({
  words,
  lines,
  tierPercent,
  coupons,
  settled: goTogether(coupons) ? settle(lines, tierPercent, coupons) : null,
})

const second = (rank: number, more: Said = {}): Said => ({
  id: 'coupon-2',
  ...more,
  stacking: { rank, ...more.stacking },
})

export const STACKING_CASES: readonly StackingCase[] = [
  one('the tier’s discount comes first, the coupon after it', [piece('386')], 5, from('300', '50')),
  one('a threshold is measured after the discount', [piece('315')], 5, from('300', '50')),
  one('a threshold that is just reached counts', [piece('300')], 0, from('300', '50')),
  one(
    'a coupon that does not go beside the discount takes its place',
    [piece('386')],
    5,
    from('300', '50', { stacking: { besideDiscount: false } }),
  ),
  one(
    'and takes it also from what is outside of its scope',
    [piece('200', 1, 'coat'), piece('100', 1, 'tea')],
    10,
    cash('50', { products: ['tea'], stacking: { besideDiscount: false } }),
  ),
  one('cash is capped by what is left, not refused', [piece('30')], 0, cash('50')),
  one(
    'two of one group, of which an order takes two',
    [piece('200')],
    0,
    cash('30', { stacking: { mostPerOrder: 2 } }),
    cash('30', second(1, { stacking: { mostPerOrder: 2 } })),
  ),
  one(
    'two of one group, of which an order takes one',
    [piece('200')],
    0,
    cash('30', { stacking: { mostPerOrder: 1 } }),
    cash('30', second(1)),
  ),
  one(
    'an exclusive coupon with another',
    [piece('200')],
    0,
    cash('30', { stacking: { exclusive: true } }),
    cash('10', second(1)),
  ),
  one('an exclusive coupon alone', [piece('200')], 0, cash('30', { stacking: { exclusive: true } })),
  one('percent before cash, as their ranks say', [piece('200')], 0, percent(10, null), cash('30', second(2))),
  one('cash before percent, as their ranks say', [piece('200')], 0, cash('30'), percent(10, null, second(2))),
  one(
    'an earlier coupon leaves too little for a later threshold',
    [piece('310')],
    0,
    cash('20'),
    from('300', '50', second(2)),
  ),
  one('the other way round both count', [piece('310')], 0, from('300', '50'), cash('20', second(2))),
  one('percent takes its most at most', [piece('1000')], 0, percent(15, '100')),
  one(
    'only the named goods are reduced',
    [piece('200', 1, 'coat'), piece('100', 1, 'tea')],
    0,
    percent(50, null, { products: ['tea'] }),
  ),
  one('what was not bought is not reduced', [piece('200', 1, 'coat')], 0, cash('50', { products: ['tea'] })),
  one(
    'two for the price of one: of several lines the piece that costs least',
    [piece('200', 2, 'coat'), piece('100', 2, 'tea')],
    0,
    secondFree(),
  ),
  one('of three pieces one is free', [piece('90', 3)], 0, secondFree()),
  one('a pair frees one piece once', [piece('90', 3)], 0, secondFree(), secondFree(second(2))),
  one('two pairs take two coupons', [piece('90', 4)], 0, secondFree(), secondFree(second(2))),
  one('a free piece is free of what is left after the discount', [piece('100', 2)], 5, secondFree()),
  one('a gift card is never reduced', [{ ...piece('500'), kind: 'gift-card' }, piece('40')], 0, cash('50')),
  one(
    'a fen that does not divide goes to the larger remainder',
    [piece('0.01'), piece('0.02')],
    0,
    cash('0.01'),
  ),
  one(
    'several that together are more than the price',
    [piece('60')],
    8,
    cash('50'),
    percent(50, null, second(2)),
    cash('30', { id: 'coupon-3', stacking: { rank: 3 } }),
  ),
]

const money = (amount: number): string => shortYuanText(fen(amount))

function couponWords({ worth, scope, stacking }: Candidate): string {
  const words = [`rank ${stacking.rank}`]
  if (scope.products) words.push(`on ${scope.products.join(', ')}`)
  if (stacking.exclusive) words.push('exclusive')
  if (!stacking.besideDiscount) words.push('not beside the discount')
  if (stacking.mostPerOrder < 4) words.push(`${stacking.mostPerOrder} an order`)
  return `${worthWords(worth)} (${words.join(', ')})`
}

function worthWords(worth: Candidate['worth']): string {
  switch (worth.kind) {
    case 'cash':
      return `${money(worth.offFen)} off`
    case 'threshold':
      return `${money(worth.offFen)} off from ${money(worth.thresholdFen)}`
    case 'percent':
      return `${worth.percentOff} % off${worth.mostFen === null ? '' : `, ${money(worth.mostFen)} at most`}`
    case 'buy-one-get-one':
      return 'one of two free'
    case 'exchange':
    case 'parking':
      throw new Error('takes nothing off a price')
  }
}

const lineWords = ({ name, kind, quantity, priceFen }: PricedLine): string =>
  [
    quantity === 1 ? '' : `${quantity} × `,
    money(priceFen / quantity),
    name === null ? '' : ` ${name}`,
    kind === 'goods' ? '' : ` ${kind}`,
  ].join('')

function row({ words, lines, tierPercent, coupons, settled }: StackingCase, place: number): string {
  const offs = settled?.coupons.map(({ offFen }) => money(offFen)).join(' + ') ?? ''
  const cells = [
    String(place + 1),
    words,
    lines.map(lineWords).join(' + '),
    settled ? (tierPercent === 0 ? '–' : `${tierPercent} %: ${money(settled.discountFen)}`) : '',
    coupons.map(couponWords).join('; '),
    offs,
    settled ? `**${money(settled.payFen)}**` : '**refused**',
    settled?.paidFen.map(money).join(' + ') ?? '',
  ]
  return `| ${cells.join(' | ')} |`
}

/** The whole of `docs/stacking.md`. */
export const stackingPage = (): string => `# How coupons stack

One calculator, [src/domain/purchases/settle.ts](../src/domain/purchases/settle.ts), works out every price: on the assistant's phone while
it is keyed in, at the counter when it is booked, at the till.

1. The tier's discount is taken off the whole price. There is none when one of the coupons does not go beside it.
2. Coupons take their part off in the order of their ranks, coupons of one rank in the order of their ids; how they were named or scanned changes nothing.
3. Each measures its threshold on what is left in its scope when its turn comes, and takes at most that. What it takes is split over the lines of its scope
   by what is left to pay for each, largest remainders first, so that a line that comes back pays back what was paid for it.
4. Coupons reduce goods. Freight, gift cards and top-ups are never reduced.
5. An exclusive coupon is the only one of its order. Of one group an order takes as many as the strictest of those chosen allows, and four coupons in all.
6. A purchase is refused when one of its coupons takes nothing: it would be used up for nothing.
7. Suggested is what saves most, then the fewest coupons, then those that end soonest. Among twelve coupons or fewer every combination is compared.

The table is made from \`test/domain/stacking-cases.ts\`; \`npm test\` fails when the two differ, \`REWRITE=1 npx jest test/domain/stacking-page\` writes it anew.

| | case | price | discount | coupons | take off | pays | by line |
|---|---|---|---|---|---|---|---|
${STACKING_CASES.map(row).join('\n')}
`
