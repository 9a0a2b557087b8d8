/** What went wrong, by language: the assistant's pages say it in Chinese whatever the phone speaks. */
import type { Language } from './language'
import { ERRORS as en } from './en/errors'
import { ERRORS as zhCn } from './zh-cn/errors'

export const ERRORS: Readonly<Record<Language, typeof zhCn>> = { 'zh-CN': zhCn, en }
