/** Tasks: what an assistant may do for an own member in time. `_id` names the cause, so nothing is asked for twice. */
import type { TaskEffect } from '../../domain/time-work/effect'
import type { BusinessDay } from '../../domain/time/business-day'
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
  /** Orders the open ones of an employment: the last day, then the id. */
  readonly listKey: string
  readonly doneAt?: number
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
    { _id, kind, memberId, employment, storeId, day, dueOn, state: 'open', listKey: `${dueOn}:${_id}` },
    within,
  )
}

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
