/** The assistant's door, as far as tasks go. */
import * as v from 'valibot'
import { command, query } from './envelope'
import { Id } from './shapes'
import { TASK_WAYS, TASK_WORDS, type TasksView } from './task-views'

/** `2026-06-18:task:…`: the last day, then the task. */
const TaskCursor = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d:[A-Za-z0-9:._-]{1,160}$/))

export const assistantTaskActions = {
  /** What is to be done for own members, the soonest to end first, 20 at a time. */
  tasks: query(v.strictObject({ after: v.optional(TaskCursor) })),
  /** An own task is done: how the member was reached, and what came of it. */
  'finish-task': command(
    v.strictObject({ taskId: Id, way: v.picklist(TASK_WAYS), word: v.picklist(TASK_WORDS) }),
  ),
  /** An own task that was noted as done today was not. */
  'reopen-task': command(v.strictObject({ taskId: Id })),
}

export interface AssistantTaskOutputs {
  tasks: TasksView
  'finish-task': { readonly taskId: string; readonly doneAt: number }
  'reopen-task': { readonly taskId: string }
}
