/** One dictionary out of one per language: a word is looked up in the language that is spoken when it is read. */
import { language, type Language } from './language'

type Dictionaries<Words> = Readonly<Record<Language, Words>>

const isChapter = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Chapters may be kept in a constant, as `const text = ME_TEXT.form`; a word itself is read when it is said. */
export function inEveryLanguage<Words extends object>(dictionaries: Dictionaries<Words>): Words {
  const { 'zh-CN': zhCn, en } = dictionaries
  const words = {}
  for (const key of Object.keys(zhCn) as (keyof Words)[]) {
    const [chapter, chapterEn] = [zhCn[key], en[key]]
    Object.defineProperty(
      words,
      key,
      isChapter(chapter) && isChapter(chapterEn)
        ? { enumerable: true, value: inEveryLanguage({ 'zh-CN': chapter, en: chapterEn }) }
        : { enumerable: true, get: () => dictionaries[language()][key] },
    )
  }
  return words as Words
}
