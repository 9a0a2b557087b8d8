/** Words of the pages about points and tiers, in the language that is spoken. */
import * as en from './en/points'
import { inEveryLanguage } from './in-every-language'
import * as zhCn from './zh-cn/points'

export const POINTS_TEXT = inEveryLanguage({ 'zh-CN': zhCn.POINTS_TEXT, en: en.POINTS_TEXT })
export const WHY_TEXT = inEveryLanguage({ 'zh-CN': zhCn.WHY_TEXT, en: en.WHY_TEXT })
export const GROWTH_TEXT = inEveryLanguage({ 'zh-CN': zhCn.GROWTH_TEXT, en: en.GROWTH_TEXT })
export const UPGRADE_TEXT = inEveryLanguage({ 'zh-CN': zhCn.UPGRADE_TEXT, en: en.UPGRADE_TEXT })
export const WAYS_TEXT = inEveryLanguage({ 'zh-CN': zhCn.WAYS_TEXT, en: en.WAYS_TEXT })
