/** Which language this phone reads: what its owner chose, else what WeChat speaks. */
import Taro from '@tarojs/taro'
import { LANGUAGES, languageOf, speak, type Language } from '../text/language'

const KEY = 'language'

export type LanguageChoice = Language | 'wechat'
export const LANGUAGE_CHOICES: readonly LanguageChoice[] = ['wechat', ...LANGUAGES]

export function chosenLanguage(): LanguageChoice {
  const kept: unknown = Taro.getStorageSync(KEY)
  return LANGUAGE_CHOICES.find((choice) => choice === kept) ?? 'wechat'
}

/** Called by the app before its first page, and after a choice. Pages that are open must be opened anew. */
export function speakAsChosen(): void {
  const choice = chosenLanguage()
  speak(choice === 'wechat' ? languageOf(wechatLanguage()) : choice)
}

export function chooseLanguage(choice: LanguageChoice): void {
  Taro.setStorageSync(KEY, choice)
  speakAsChosen()
}

const wechatLanguage = (): string =>
  (Taro.getAppBaseInfo() as { readonly language?: string }).language ?? 'zh_CN'
