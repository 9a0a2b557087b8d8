/** How a name falls into what a person is called and the rest. A name that is not known to fall apart stays whole. */
import { surnameLength } from '../domain/members/surnames'
import { words } from '../text/member'

/** 买买提江·阿卜杜热合曼: the own name stands first. */
const DOT = /[·•‧・]/
const HAN_NAME = /^[\u3400-\u9fff]{2,4}$/

/** What the app calls a person: 沈清和 → 清和. One character alone is too familiar, so 闻笛 stays 闻笛. */
export function calledName(name: string): string {
  if (!HAN_NAME.test(name)) return name.split(DOT)[0]?.trim() || name
  const given = name.slice(surnameLength(name))
  return given.length === 2 ? given : name
}

/** The one character that stands for a person. */
export const initialOf = (name: string): string =>
  Array.from(name.trim())[0]?.toUpperCase() ?? words.shared.nobody
