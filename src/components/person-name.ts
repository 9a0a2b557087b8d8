/** How a name falls into what a person is called and the rest. A name that is not known to fall apart stays whole. */
const COMPOUND_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 长孙 宇文 司徒 司空 端木 南宫 独孤 轩辕 百里 呼延 申屠'.split(
    ' ',
  ),
)
/** 买买提江·阿卜杜热合曼: the own name stands first. */
const DOT = /[·•‧・]/
const HAN_NAME = /^[\u3400-\u9fff]{2,4}$/

/** What the app calls a person: 沈清和 → 清和. One character alone is too familiar, so 闻笛 stays 闻笛. */
export function calledName(name: string): string {
  if (!HAN_NAME.test(name)) return name.split(DOT)[0]?.trim() || name
  const given = name.slice(COMPOUND_SURNAMES.has(name.slice(0, 2)) ? 2 : 1)
  return given.length === 2 ? given : name
}

/** The one character that stands for a person. */
export const initialOf = (name: string): string => Array.from(name.trim())[0]?.toUpperCase() ?? '客'
