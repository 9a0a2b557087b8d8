/** How days are said, by language: the assistant's pages say them in Chinese whatever the phone speaks. */
import type { Language } from './language'
import { DAYS as en } from './en/days'
import { DAYS as zhCn } from './zh-cn/days'

export const DAYS: Readonly<Record<Language, typeof zhCn>> = { 'zh-CN': zhCn, en }
