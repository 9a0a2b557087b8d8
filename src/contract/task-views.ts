/** What the assistant's door shows of tasks. */
import type { Material } from '../domain/programme/programme'

/** How a member was reached. */
export const TASK_WAYS = ['wechat', 'phone', 'visit'] as const
/** What came of it. Chosen and not written: a free note about a person belongs to a visit, where its owner can read it. */
export const TASK_WORDS = ['told', 'coming', 'no-answer', 'leave-be'] as const

export type TaskWay = (typeof TASK_WAYS)[number]
export type TaskWord = (typeof TASK_WORDS)[number]

export interface TaskView {
  readonly taskId: string
  /** `keep-tier`: the member's term is over, and there are days of grace to its `dueOn`. */
  readonly kind: 'keep-tier'
  readonly dueOn: string
  /** What is still to be spent by then. */
  readonly gapFen: number
  readonly memberId: string
  readonly name: string
  readonly phoneTail: string | null
  readonly tierName: string
  readonly material: Material
}

export interface DoneTaskView {
  readonly taskId: string
  readonly kind: TaskView['kind']
  readonly name: string
  readonly at: number
  readonly way: TaskWay
  readonly word: TaskWord
}

export interface TasksView {
  readonly assistantName: string
  readonly storeName: string
  readonly tasks: readonly TaskView[]
  /** Cursor of the next page; null when there is none. */
  readonly next: string | null
  /** What was done today, the latest first, 20 at most; with the first page alone. */
  readonly done: readonly DoneTaskView[]
  readonly serverNow: number
}
