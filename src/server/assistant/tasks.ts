/** What an assistant has to do for own members, the soonest to end first; and what was done. */
import type { AssistantOutputs } from '../../contract/assistant'
import type { TasksView, TaskView } from '../../contract/task-views'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import type { Programme } from '../../domain/programme/programme'
import { audited } from '../run/audited'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import { employmentOf, type StaffDocument } from '../store/staff'
import { openTasks, tasks, type TaskDocument } from '../store/tasks'
import { headView } from '../view/card'
import { isOwn } from './ownership'

type StaffCall = Call & { who: StaffDocument }

const PAGE = 20

/** Calls: the tasks, then their members at once. A member who belongs to somebody else by now is left out. */
export async function listTasks(
  { who, at }: StaffCall,
  { after }: { after?: string | undefined },
): Promise<Outcome<TasksView>> {
  const today = businessDayOf(at)
  const [programme, found] = await Promise.all([
    programmeInForce(),
    openTasks(employmentOf(who), today, PAGE + 1, after),
  ])
  const shown = found.slice(0, PAGE)
  const owners = await Promise.all(shown.map(({ memberId }) => members.get(memberId)))
  const listed = shown.flatMap((task, place) => {
    const member = owners[place] ?? null
    return isOwn(member, who) ? [taskView(task, member, programme, today)] : []
  })
  return {
    data: {
      tasks: listed,
      next: found.length > PAGE ? (shown.at(-1)?.listKey ?? null) : null,
      serverNow: at,
    },
  }
}

const taskView = (
  { _id, kind, dueOn }: TaskDocument,
  member: MemberDocument,
  programme: Programme,
  today: BusinessDay,
): TaskView => {
  const { name, phoneTail, tierName, material } = headView(member, programme, today)
  return { taskId: _id, kind, dueOn, memberId: member._id, name, phoneTail, tierName, material }
}

/** Calls: start, task read and written, audit, commit. A task that is done stays done. */
export const finishTask = (
  call: StaffCall,
  { taskId }: { taskId: string },
): Promise<Outcome<AssistantOutputs['finish-task']>> =>
  audited(call, { action: 'finish-task', subject: taskId, storeId: call.who.storeId }, async (within) => {
    const task = await tasks.get(taskId, within)
    if (task?.employment !== employmentOf(call.who)) return refuse('task.unknown')
    const doneAt = task.doneAt ?? call.at
    await tasks.replace({ ...task, state: 'done', doneAt }, within)
    return { data: { taskId, doneAt } }
  })
