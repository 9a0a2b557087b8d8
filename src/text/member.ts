/** Words of the member's pages and of shared components, by page, in the language that is spoken. */
import { words as en } from './en/member'
import { inEveryLanguage } from './in-every-language'
import { words as zhCn } from './zh-cn/member'

export const words = inEveryLanguage({ 'zh-CN': zhCn, en })
