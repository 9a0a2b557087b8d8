/** The assistant's tasks as pictures. Time has to run for them, and what is done stays done: they stand near the end of the list. */
import {
  ASSISTANT,
  clockRuns,
  LARGE,
  opened,
  sheet,
  SMALL,
  unanswered,
  type Scene,
  type Setting,
} from './studio'
import { appears, touch } from './touch'

const TASKS = '/pages/assistant/tasks/index'
const DESK = '/pages/assistant/desk/index'

const toDo = (name: string, entry: string, part: string, setting: Setting = {}): Scene => ({
  name,
  play: async (studio) => {
    await clockRuns(studio)
    const phone = await studio.phone(ASSISTANT, entry, setting)
    await appears(phone, part)
    return phone
  },
})

const alone = (name: string, how: 'waits' | 'fails', part: string): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(ASSISTANT, DESK)
    await appears(phone, '.desk-head')
    await unanswered(phone, how)
    await phone.page.evaluate(`window.phone.open('${TASKS}')`)
    await appears(phone, part)
    return phone
  },
})

export const TASK_SCENES: readonly Scene[] = [
  opened('tasks-none', 'demo-cheng-yichuan', '.standstill', { entry: TASKS }),
  alone('tasks-skeleton', 'waits', '.tasks__skeleton'),
  alone('tasks-offline', 'fails', '.standstill'),
  toDo('desk-tasks', DESK, '.desk-news__way'),
  { ...sheet(toDo('tasks', TASKS, '.task')), picture: '08-assistant-tasks' },
  toDo('tasks-large-font-320', TASKS, '.task', { ...LARGE, ...SMALL }),
  {
    name: 'task-note',
    picture: '08-assistant-tasks-note',
    play: async (studio) => {
      await clockRuns(studio)
      const phone = await studio.phone(ASSISTANT, TASKS)
      await touch(phone, '.task__note')
      await appears(phone, '.done-sheet')
      return phone
    },
  },
  {
    name: 'tasks-done',
    play: async (studio) => {
      await clockRuns(studio)
      const phone = await studio.phone(ASSISTANT, TASKS)
      await touch(phone, '.task__note')
      await touch(phone, '.done-sheet__chip', '电话')
      await touch(phone, '.done-sheet .button')
      await appears(phone, '.done-task')
      return phone
    },
  },
]
