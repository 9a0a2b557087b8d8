/** In which language words are answered right now. The client decides it, from the phone's setting or its owner's choice. */
import { LANGUAGES, type Language } from '../domain/programme/in-language'

export { LANGUAGES, type Language }

let spoken: Language = 'zh-CN'

export const language = (): Language => spoken

export function speak(next: Language): void {
  spoken = next
}

/** What WeChat calls a language, as one of ours: `zh_CN`, `zh_TW` and `zh_HK` read Chinese, everybody else English. */
export const languageOf = (wechatLanguage: string): Language =>
  wechatLanguage.startsWith('zh') ? 'zh-CN' : 'en'

/** What each is called by who reads it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' }
