/** Words of the notices page and of the settings of messages, in the language that is spoken. */
import * as en from './en/notices'
import { inEveryLanguage } from './in-every-language'
import * as zhCn from './zh-cn/notices'

export const NOTICES_TEXT = inEveryLanguage({ 'zh-CN': zhCn.NOTICES_TEXT, en: en.NOTICES_TEXT })
export const MESSAGES_TEXT = inEveryLanguage({ 'zh-CN': zhCn.MESSAGES_TEXT, en: en.MESSAGES_TEXT })
