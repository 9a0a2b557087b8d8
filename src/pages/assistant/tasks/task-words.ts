/** Tasks in words: how long there is, what would help, what was done. Pure; a kind more is a line of `TASKS_TEXT.kinds` more. */
import type { DoneTaskView, TaskView } from '../../../contract/task-views'
import { fen } from '../../../domain/money/fen'
import { shortYuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf, daysBetween, weekdayOf } from '../../../domain/time/business-day'
import { TASKS_TEXT as text } from '../../../text/zh-cn/tasks'
import { TERMS_TEXT } from '../../../text/zh-cn/wallet'
import { clockText, dayText } from '../figures'

/** With so many days left it is time. */
const SOON_DAYS = 7

export interface TaskWords {
  readonly tag: string
  readonly soon: boolean
  readonly line: string
  readonly until: string
}

export function taskWords({ kind, dueOn, gapFen, tierName }: TaskView, now: number): TaskWords {
  const today = businessDayOf(now)
  const last = businessDay(dueOn)
  const days = daysBetween(today, last)
  const tag = days > 1 ? text.left(days) : days === 1 ? text.dayBefore : text.lastDay
  return {
    tag,
    soon: days <= SOON_DAYS,
    line: text.kinds[kind].line({ tier: tierName, gap: shortYuanText(fen(gapFen)) }),
    until: text.by(dayText(last, today)),
  }
}

export interface DoneWords {
  readonly name: string
  readonly line: string
  readonly at: string
}

export const doneWords = ({ kind, name, at, way, word }: DoneTaskView): DoneWords => ({
  name: name || text.gone,
  line: text.doneLine(text.kinds[kind].done, text.words[word]),
  at: text.doneAt(clockText(at), text.ways[way]),
})

/** `5 月 16 日 周六，半日书店`. */
export function placeWords(storeName: string, now: number): string {
  const today = businessDayOf(now)
  return text.place(dayText(today, today), TERMS_TEXT.weekdays[weekdayOf(today)] ?? '', storeName)
}

export interface Progress {
  /** `3/9`; of a list that goes on, `3/20+`. */
  readonly said: string
  readonly label: string
  /** Degrees of the ring. */
  readonly turn: number
}

export function progressOf(open: number, done: number, goesOn: boolean): Progress {
  const all = open + done
  const said = `${all}${goesOn ? '+' : ''}`
  return {
    said: text.ring(done, said),
    label: text.ringLabel(done, said),
    turn: all === 0 ? 0 : Math.round((360 * done) / all),
  }
}
