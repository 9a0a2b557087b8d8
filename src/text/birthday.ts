/** Words of the birthday page, in the language that is spoken. */
import { BIRTHDAY_TEXT as en } from './en/birthday'
import { inEveryLanguage } from './in-every-language'
import { BIRTHDAY_TEXT as zhCn } from './zh-cn/birthday'

export const BIRTHDAY_TEXT = inEveryLanguage({ 'zh-CN': zhCn, en })
