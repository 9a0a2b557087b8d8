/** What the assistant's door shows of tasks. */
import type { Material } from '../domain/programme/programme'

export interface TaskView {
  readonly taskId: string
  /** `keep-tier`: the member's term is over, and there are days of grace to its `dueOn`. */
  readonly kind: 'keep-tier'
  readonly dueOn: string
  readonly memberId: string
  readonly name: string
  readonly phoneTail: string | null
  readonly tierName: string
  readonly material: Material
}

export interface TasksView {
  readonly tasks: readonly TaskView[]
  /** Cursor of the next page; null when there is none. */
  readonly next: string | null
  readonly serverNow: number
}
