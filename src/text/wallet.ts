/** Words of the wallet, and of what a coupon is worth on which terms, in the language that is spoken. */
import * as en from './en/wallet'
import { inEveryLanguage } from './in-every-language'
import * as zhCn from './zh-cn/wallet'

export const TERMS_TEXT = inEveryLanguage({ 'zh-CN': zhCn.TERMS_TEXT, en: en.TERMS_TEXT })
export const WALLET_TEXT = inEveryLanguage({ 'zh-CN': zhCn.WALLET_TEXT, en: en.WALLET_TEXT })
