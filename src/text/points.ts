/** Words of the pages about points and tiers, in the language that is spoken. */
import * as en from './en/points'
import { inEveryLanguage } from './in-every-language'
import * as zhCn from './zh-cn/points'

export const POINTS_TEXT = inEveryLanguage({ 'zh-CN': zhCn.POINTS_TEXT, en: en.POINTS_TEXT })
export const WHY_TEXT = inEveryLanguage({ 'zh-CN': zhCn.WHY_TEXT, en: en.WHY_TEXT })
export const GROWTH_TEXT = inEveryLanguage({ 'zh-CN': zhCn.GROWTH_TEXT, en: en.GROWTH_TEXT })
