/** Words of invitations, in the language that is spoken. */
import * as en from './en/invite'
import { inEveryLanguage } from './in-every-language'
import * as zhCn from './zh-cn/invite'

export const INVITE_TEXT = inEveryLanguage({ 'zh-CN': zhCn.INVITE_TEXT, en: en.INVITE_TEXT })
export const LANDING_TEXT = inEveryLanguage({ 'zh-CN': zhCn.LANDING_TEXT, en: en.LANDING_TEXT })
