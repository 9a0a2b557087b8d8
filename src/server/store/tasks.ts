/** Tasks: what an assistant may do for an own member in time. `_id` names the cause, so nothing is asked for twice. */
import type { TaskEffect } from '../../domain/time-work/effect'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import type { TaskWay, TaskWord } from '../../contract/task-views'
import { collection, type Transaction } from './collection'
import { database } from './database'
import type { MemberDocument } from './members'

export interface TaskDocument {
  readonly _id: string
  readonly kind: TaskEffect['kind']
  readonly memberId: string
  /** Whose it is: who leaves and comes back has another one. */
  readonly employment: string
  readonly storeId: string
  readonly day: BusinessDay
  /** The last day on which it can help. */
  readonly dueOn: BusinessDay
  readonly state: 'open' | 'done'
  /** Orders those of an employment: open ones by their last day and the id, done ones by the day and instant of it. */
  readonly listKey: string
  readonly done?: Done
}

interface Done {
  readonly at: number
  readonly way: TaskWay
  readonly word: TaskWord
}

export const tasks = collection<TaskDocument>('tasks', [
  {
    name: 'open',
    fields: [
      ['employment', 1],
      ['state', 1],
      ['listKey', 1],
    ],
  },
])

const openKey = (id: string, dueOn: BusinessDay): string => `${dueOn}:${id}`

const taskIdOf = (cause: string): string => `task:${cause}`

/** For the assistant to whom the member belongs; nothing happens when there is none. One call, or none. */
export async function addTask(
  { kind, cause, day, dueOn }: TaskEffect,
  { _id: memberId, owner }: MemberDocument,
  within: Transaction,
): Promise<void> {
  if (!owner) return
  const { employment, storeId } = owner
  const _id = taskIdOf(cause)
  await tasks.insert(
    { _id, kind, memberId, employment, storeId, day, dueOn, state: 'open', listKey: openKey(_id, dueOn) },
    within,
  )
}

/** What is done stays as it was done first. */
export const doneTask = (task: TaskDocument, done: Done): TaskDocument =>
  task.done ? task : { ...task, state: 'done', done, listKey: `${businessDayOf(done.at)}:${done.at}` }

export const openAgain = ({ done: _, ...task }: TaskDocument): TaskDocument => ({
  ...task,
  state: 'open',
  listKey: openKey(task._id, task.dueOn),
})

/** What an employment has to do and can still do, the soonest to end first. One call. */
export async function openTasks(
  employment: string,
  today: BusinessDay,
  limit: number,
  after: string | undefined,
): Promise<TaskDocument[]> {
  const is = database.command
  const { data } = await database
    .collection(tasks.name)
    .where({ employment, state: 'open', listKey: after === undefined ? is.gte(today) : is.gt(after) })
    .orderBy('listKey', 'asc')
    .limit(limit)
    .get()
  return data as TaskDocument[]
}

/** What an employment has done since this day began, the latest first. One call. */
export async function doneTasks(
  employment: string,
  today: BusinessDay,
  limit: number,
): Promise<TaskDocument[]> {
  const { data } = await database
    .collection(tasks.name)
    .where({ employment, state: 'done', listKey: database.command.gte(today) })
    .orderBy('listKey', 'desc')
    .limit(limit)
    .get()
  return data as TaskDocument[]
}
