/** Chinese surnames of two characters: what is left of a name after one of these is the given name. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 长孙 宇文 司徒 司空 端木 南宫 独孤 轩辕 百里 呼延 申屠'.split(
    ' ',
  ),
)
