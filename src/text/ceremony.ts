/** Words of the page of a new tier, in the language that is spoken. */
import { CEREMONY_TEXT as en } from './en/ceremony'
import { inEveryLanguage } from './in-every-language'
import { CEREMONY_TEXT as zhCn } from './zh-cn/ceremony'

export const CEREMONY_TEXT = inEveryLanguage({ 'zh-CN': zhCn, en })
