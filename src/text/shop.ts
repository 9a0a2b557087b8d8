/** Words of a reward's page and of what was exchanged, in the language that is spoken. */
import { SHOP_TEXT as en } from './en/shop'
import { inEveryLanguage } from './in-every-language'
import { SHOP_TEXT as zhCn } from './zh-cn/shop'

export const SHOP_TEXT = inEveryLanguage({ 'zh-CN': zhCn, en })
