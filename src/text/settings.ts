/** Words of what one sets and of what is known of one, in the language that is spoken. */
import { SETTINGS_TEXT as en } from './en/settings'
import { inEveryLanguage } from './in-every-language'
import { SETTINGS_TEXT as zhCn } from './zh-cn/settings'

export const SETTINGS_TEXT = inEveryLanguage({ 'zh-CN': zhCn, en })
