/** Words of the member's own page, in the language that is spoken. */
import { ME_TEXT as en } from './en/me'
import { inEveryLanguage } from './in-every-language'
import { ME_TEXT as zhCn } from './zh-cn/me'

export const ME_TEXT = inEveryLanguage({ 'zh-CN': zhCn, en })
