/** Why a coupon cannot be used now, in words that say what would help. */
import type { AgainstUse } from '../../src/contract/counter-coupons'
import { businessDay } from '../../src/domain/time/business-day'
import { whyNotNow } from '../../src/pages/assistant/register/not-now-words'

/** 14:36 in the mall. */
const NOW = Date.parse('2026-05-16T14:36:00+08:00')
const said = (...against: AgainstUse[]) =>
  whyNotNow({ couponId: 'c', name: 'a coupon', validUntil: businessDay('2026-05-30'), against }, NOW)

test.each<readonly [AgainstUse, string]>([
  [{ kind: 'locked', by: 'gift', until: NOW }, '正在转赠，会员在券包里收回后能用'],
  [{ kind: 'locked', by: 'till', until: NOW + 60_000 }, '收银台正在用它结账，最晚 14:37 放开'],
  [{ kind: 'not-today', next: businessDay('2026-05-18') }, '5 月 18 日能用'],
  [{ kind: 'not-today', next: null }, '到期前没有能用的日子'],
  [{ kind: 'not-here', places: ['拾光咖啡', '木与家居'], count: 2 }, '在拾光咖啡、木与家居用'],
  [{ kind: 'not-here', places: ['甲', '乙', '丙'], count: 7 }, '在甲、乙、丙等 7 处用'],
  [{ kind: 'not-for-member', tiers: ['金卡', '白金卡'], stages: [] }, '限金卡、白金卡会员'],
  [{ kind: 'not-for-member', tiers: ['金卡'], stages: ['new', 'dormant'] }, '限金卡会员；限新客、久未来'],
])('%j: %s', (against, words) => expect(said(against)).toBe(words))

test('all that stands against it is said', () => {
  expect(said({ kind: 'not-today', next: null }, { kind: 'not-here', places: ['甲'], count: 1 })).toBe(
    '到期前没有能用的日子；在甲用',
  )
})
