/** Words of the points mall and of what its members see of a reward, in the language that is spoken. */
import { MALL_TEXT as en } from './en/mall'
import { inEveryLanguage } from './in-every-language'
import { MALL_TEXT as zhCn } from './zh-cn/mall'

export const MALL_TEXT = inEveryLanguage({ 'zh-CN': zhCn, en })
