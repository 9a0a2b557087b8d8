/** Words of check-ins, in the language that is spoken. */
import { CHECK_IN_TEXT as en } from './en/check-in'
import { inEveryLanguage } from './in-every-language'
import { CHECK_IN_TEXT as zhCn } from './zh-cn/check-in'

export const CHECK_IN_TEXT = inEveryLanguage({ 'zh-CN': zhCn, en })
