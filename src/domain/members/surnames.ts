/** Surnames within names: what is left of a name after one of these is the given name. */

/** Chinese surnames of two characters. */
const COMPOUND: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 长孙 宇文 司徒 司空 端木 南宫 独孤 轩辕 百里 呼延 申屠'.split(
    ' ',
  ),
)

/** With how many characters a name begins that are the surname. */
export const surnameLength = (name: string): number => (COMPOUND.has(name.slice(0, 2)) ? 2 : 1)

const MOST_STARS = 2

/** 欧阳明 → 欧阳*, 贺知章 → 贺**: who it is can be guessed by friends and read by nobody. */
export function maskedName(name: string): string {
  const letters = Array.from(name.trim())
  const shown = surnameLength(name.trim())
  return (
    letters.slice(0, shown).join('') + '*'.repeat(Math.min(MOST_STARS, Math.max(1, letters.length - shown)))
  )
}
