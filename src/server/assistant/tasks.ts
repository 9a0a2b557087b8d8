/** What an assistant has to do for own members, the soonest to end first; what was done today, and taking that back. */
import type { AssistantOutputs } from '../../contract/assistant'
import type { DoneTaskView, TasksView, TaskView, TaskWay, TaskWord } from '../../contract/task-views'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import type { Programme } from '../../domain/programme/programme'
import { audited } from '../run/audited'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import type { Call } from '../run/serve'
import { namesOf } from '../store/invited-members'
import { members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import { employmentOf, type StaffDocument } from '../store/staff'
import { doneTask, doneTasks, openAgain, openTasks, tasks, type TaskDocument } from '../store/tasks'
import { headView } from '../view/card'
import { gapInGrace } from '../view/growth'
import { isOwn } from './ownership'

type StaffCall = Call & { who: StaffDocument }

const PAGE = 20

/** Calls: open and done tasks, then the members of both. What is of no use any more, or belongs to somebody else, is left out. */
export async function listTasks(
  { who, at }: StaffCall,
  { after }: { after?: string | undefined },
): Promise<Outcome<TasksView>> {
  const today = businessDayOf(at)
  const employment = employmentOf(who)
  const [programme, found, done] = await Promise.all([
    programmeInForce(),
    openTasks(employment, today, PAGE + 1, after),
    after === undefined ? doneTasks(employment, today, PAGE) : [],
  ])
  const shown = found.slice(0, PAGE)
  const [owners, names] = await Promise.all([
    Promise.all(shown.map(({ memberId }) => members.get(memberId))),
    namesOf([...new Set(done.map(({ memberId }) => memberId))]),
  ])
  const nameOf = new Map(names.map(({ _id, name }) => [_id, name ?? '']))
  return {
    data: {
      assistantName: who.name,
      storeName: who.storeName,
      tasks: shown.flatMap((task, place) => {
        const member = owners[place] ?? null
        return isOwn(member, who) ? taskView(task, member, programme, today) : []
      }),
      next: found.length > PAGE ? (shown.at(-1)?.listKey ?? null) : null,
      done: done.flatMap((task) => doneView(task, nameOf.get(task.memberId) ?? '')),
      serverNow: at,
    },
  }
}

function taskView(
  { _id, kind, dueOn }: TaskDocument,
  member: MemberDocument,
  programme: Programme,
  today: BusinessDay,
): TaskView[] {
  const gapFen = gapInGrace(member, programme, today)
  if (gapFen === null) return []
  const { name, phoneTail, tierName, material } = headView(member, programme, today)
  return [{ taskId: _id, kind, dueOn, gapFen, memberId: member._id, name, phoneTail, tierName, material }]
}

const doneView = ({ _id, kind, done }: TaskDocument, name: string): DoneTaskView[] =>
  done ? [{ taskId: _id, kind, name, ...done }] : []

/** Calls: start, task read and written, audit, commit. A task that is done stays done. */
export const finishTask = (
  call: StaffCall,
  { taskId, way, word }: { taskId: string; way: TaskWay; word: TaskWord },
): Promise<Outcome<AssistantOutputs['finish-task']>> =>
  onOwnTask(call, 'finish-task', taskId, (task) => {
    const next = doneTask(task, { at: call.at, way, word })
    return { next, data: { taskId, doneAt: next.done?.at ?? call.at } }
  })

/** As many calls. What was done on another day stays so. */
export const reopenTask = (
  call: StaffCall,
  { taskId }: { taskId: string },
): Promise<Outcome<AssistantOutputs['reopen-task']>> =>
  onOwnTask(call, 'reopen-task', taskId, (task) =>
    task.done && businessDayOf(task.done.at) !== businessDayOf(call.at)
      ? refuse('task.settled')
      : { next: openAgain(task), data: { taskId } },
  )

const onOwnTask = <Data>(
  call: StaffCall,
  action: 'finish-task' | 'reopen-task',
  taskId: string,
  change: (task: TaskDocument) => { readonly next: TaskDocument; readonly data: Data } | Refused,
): Promise<Outcome<Data>> =>
  audited<Data>(call, { action, subject: taskId, storeId: call.who.storeId }, async (within) => {
    const task = await tasks.get(taskId, within)
    if (task?.employment !== employmentOf(call.who)) return refuse('task.unknown')
    const changed = change(task)
    if ('refused' in changed) return changed
    await tasks.replace(changed.next, within)
    return { data: changed.data }
  })
