/** Words of offers, of a coupon's code and of gifts, in the language that is spoken. */
import * as en from './en/coupons'
import { inEveryLanguage } from './in-every-language'
import * as zhCn from './zh-cn/coupons'

export const OFFERS_TEXT = inEveryLanguage({ 'zh-CN': zhCn.OFFERS_TEXT, en: en.OFFERS_TEXT })
export const COUPON_TEXT = inEveryLanguage({ 'zh-CN': zhCn.COUPON_TEXT, en: en.COUPON_TEXT })
export const GIFT_TEXT = inEveryLanguage({ 'zh-CN': zhCn.GIFT_TEXT, en: en.GIFT_TEXT })
