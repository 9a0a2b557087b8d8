/** What the mall tells a member, in the language that is spoken. */
import * as en from './en/messages'
import { inEveryLanguage } from './in-every-language'
import * as zhCn from './zh-cn/messages'

export const MESSAGE_TEXT = inEveryLanguage({ 'zh-CN': zhCn.MESSAGE_TEXT, en: en.MESSAGE_TEXT })
