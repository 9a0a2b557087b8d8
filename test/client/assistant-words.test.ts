import { discountText, maskedName, rateText, visitDayText } from '../../src/pages/assistant/figures'
import { codeDigits, digitsMissing } from '../../src/pages/assistant/desk/typed-code'
import { settlementWords } from '../../src/pages/assistant/register/settlement-words'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { fen } from '../../src/domain/money/fen'
import { previewPurchase } from '../../src/domain/purchases/preview'

const NOW = Date.UTC(2026, 4, 16, 6, 36)
const preview = (priceFen: number, tierId: string, windowFen: number) =>
  previewPurchase(
    [{ name: null, kind: 'goods', quantity: 1, priceFen: fen(priceFen) }],
    { tierId, windowFen: fen(windowFen) },
    MALL_PROGRAMME.ladder,
  )

describe('figures for staff', () => {
  test.each([
    ['2026-05-16', '今天'],
    ['2026-05-15', '昨天'],
    ['2026-05-02', '5 月 2 日'],
    ['2025-12-31', '2025 年 12 月 31 日'],
  ])('a visit on %s was %s', (day, text) => expect(visitDayText(day, NOW)).toBe(text))

  test('rates and discounts are written without loose zeros', () => {
    expect([100, 120, 150, 300].map(rateText)).toEqual(['1', '1.2', '1.5', '3'])
    expect([2, 5, 8, 12, 20].map(discountText)).toEqual(['9.8 折', '9.5 折', '9.2 折', '8.8 折', '8 折'])
  })

  test.each([
    ['沈清和', '沈＊＊'],
    ['闻笛', '闻＊'],
    ['沈＊＊', '沈＊＊'],
    ['王', '王'],
    ['Alexandria Montgomery', 'A＊＊'],
    ['阿依古丽·买买提江', '阿＊＊'],
  ])('%s is listed as %s', (name, masked) => expect(maskedName(name)).toBe(masked))

  test('a typed code counts its digits only', () => {
    expect(codeDigits('2048 1516 0123 4567 89')).toBe('204815160123456789')
    expect(codeDigits('2048151601234567890000')).toHaveLength(20)
    expect([0, 17, 18, 19, 20].map((count) => digitsMissing('2'.repeat(count)))).toEqual([18, 1, 0, 1, 0])
  })
})

describe('the settlement card', () => {
  test('says discount, total, points and the way to the next tier', () => {
    expect(settlementWords(preview(38_600, 'gold', 8_752_000), '金卡', [])).toEqual({
      less: { labels: '金卡 9.5 折', amounts: '−¥19.30' },
      due: '¥366.70',
      points: '549',
      times: '366 × 1.5',
      ladder: '距白金卡 ¥12,113.30',
    })
  })

  test('without a discount has no such line, and says which tier the purchase reaches', () => {
    const words = settlementWords(preview(1_000_000, 'basic', 0), '普通会员', [])
    expect(words.less).toBeNull()
    expect(words.ladder).toBe('本单后升级银卡')
  })

  test('on the highest tier says so, and names no tier when the figures are of another standing', () => {
    const highest = preview(10_000, 'diamond', 30_000_000)
    expect(settlementWords(highest, '钻石卡', []).ladder).toBe('已是钻石卡')
    expect(settlementWords(highest, null, [])).toMatchObject({
      ladder: '',
      less: { labels: '会员价 8.8 折' },
    })
  })
})
