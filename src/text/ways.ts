/** Words of the card page about a new tier and its ways to points and tiers, in the language that is spoken. */
import * as en from './en/ways'
import { inEveryLanguage } from './in-every-language'
import * as zhCn from './zh-cn/ways'

export const UPGRADE_TEXT = inEveryLanguage({ 'zh-CN': zhCn.UPGRADE_TEXT, en: en.UPGRADE_TEXT })
export const WAYS_TEXT = inEveryLanguage({ 'zh-CN': zhCn.WAYS_TEXT, en: en.WAYS_TEXT })
export const STRIP_TEXT = inEveryLanguage({ 'zh-CN': zhCn.STRIP_TEXT, en: en.STRIP_TEXT })
