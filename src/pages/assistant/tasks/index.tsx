/** What there is to do for own members and what was done today. A kind of task more is a part of the list more. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import {
  useCallback,
  useRef,
  useState,
  type CSSProperties,
  type PropsWithChildren,
  type ReactNode,
} from 'react'
import { useCommand } from '../../../client/use-command'
import { useQuery, type Query } from '../../../client/use-query'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import NavBar from '../../../components/NavBar'
import { calledName } from '../../../components/person-name'
import Screen from '../../../components/Screen'
import Skeleton from '../../../components/Skeleton'
import type { DoneTaskView, TasksView, TaskView } from '../../../contract/task-views'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { TASKS_TEXT as text } from '../../../text/zh-cn/tasks'
import AssistantFailure from '../AssistantFailure'
import CommandNotice from '../CommandNotice'
import FailureNotice from '../FailureNotice'
import { takeOwnMember } from '../on-hand'
import { backToDesk, openOwnMember } from '../routes'
import DoneRow from './DoneRow'
import DoneSheet from './DoneSheet'
import { inPlace, type Placed } from './in-place'
import { placeWords, progressOf } from './task-words'
import TaskRow from './TaskRow'
import './index.scss'

export default function TasksPage(): ReactNode {
  const query = useQuery('assistant', 'tasks', {})
  usePullDownRefresh(() => void query.refresh().then(() => Taro.stopPullDownRefresh()))
  return (
    <Screen busyLabel={query.state === 'loading' ? text.loading : undefined}>
      <NavBar title={text.title} />
      {query.state === 'loading' && <TasksSkeleton />}
      {query.data ? (
        <Tasks query={query} view={query.data} />
      ) : query.error ? (
        <AssistantFailure error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
    </Screen>
  )
}

/** Drawn at a time; others follow as these are done. */
const SHOWN = 10
const KINDS = Object.keys(text.kinds) as TaskView['kind'][]

interface TasksProps {
  readonly query: Query<TasksView>
  readonly view: TasksView
}

function Tasks({ query, view }: TasksProps): ReactNode {
  const { tasks, done, next } = view
  const [noting, setNoting] = useState<TaskView | null>(null)
  const [open, setOpen] = useState(false)
  const undoing = useCommand('assistant', 'reopen-task')
  const note = useCallback((task: TaskView) => {
    setNoting(task)
    setOpen(true)
  }, [])
  const { run } = undoing
  const undo = useCallback(({ taskId }: DoneTaskView) => void run({ taskId }), [run])
  const shown = useInPlace(tasks.slice(0, SHOWN))
  const told = useInPlace([...done].reverse())
  const isEmpty = tasks.length === 0 && done.length === 0
  return (
    <View className="fade-in">
      {/* Places of their own: what comes and goes in one does not send the others to the screen again. */}
      <View>
        {query.error ? (
          <FailureNotice error={query.error}>
            <Button kind="text" onTap={() => void query.refresh()}>
              {SHARED_TEXT.again}
            </Button>
          </FailureNotice>
        ) : null}
        <CommandNotice command={undoing} unknownAdvice={text.undoUnknown} />
      </View>
      <View>{isEmpty ? <NoTasks /> : <Head view={view} />}</View>
      {KINDS.map((kind) => (
        <KindPart
          key={kind}
          kind={kind}
          placed={shown.filter(({ row }) => row.kind === kind)}
          now={view.serverNow}
          onNote={note}
        />
      ))}
      <View>
        {tasks.length > SHOWN || next !== null ? <View className="tasks__more">{text.more}</View> : null}
      </View>
      <DonePart placed={told} onUndo={undo} />
      <View>
        {noting ? (
          <DoneSheet
            key={noting.taskId}
            open={open}
            task={noting}
            onClose={() => setOpen(false)}
            onDone={() => setOpen(false)}
          />
        ) : null}
      </View>
    </View>
  )
}

function useInPlace<Row extends { readonly taskId: string }>(rows: readonly Row[]): readonly Placed<Row>[] {
  const drawn = useRef<readonly Placed<Row>[]>([])
  drawn.current = inPlace(drawn.current, rows)
  return drawn.current
}

function Head({ view }: { readonly view: TasksView }): ReactNode {
  const { tasks, done, next, assistantName, storeName, serverNow } = view
  const { said, label, turn } = progressOf(tasks.length, done.length, next !== null)
  const name = calledName(assistantName)
  const waiting = `${tasks.length}${next === null ? '' : '+'}`
  return (
    <View className="tasks__head">
      <View className="tasks__ring" ariaRole="img" ariaLabel={label}>
        <View className="tasks__arc" style={{ '--turn': `${turn}deg` } as CSSProperties} />
        <View className="tasks__ring-words">{said}</View>
      </View>
      <View className="tasks__words">
        <View className="tasks__greeting">
          {tasks.length === 0 ? text.allDone(name) : text.waiting(name, waiting)}
        </View>
        <View className="tasks__place">{placeWords(storeName, serverNow)}</View>
      </View>
    </View>
  )
}

interface KindPartProps {
  readonly kind: TaskView['kind']
  readonly placed: readonly Placed<TaskView>[]
  readonly now: number
  readonly onNote: (task: TaskView) => void
}

function KindPart({ kind, placed, now, onNote }: KindPartProps): ReactNode {
  const open = useCallback((task: TaskView) => {
    takeOwnMember(task)
    openOwnMember()
  }, [])
  return (
    <Part title={text.kinds[kind].title} placed={placed}>
      {placed.map(({ row, hidden }) => (
        <TaskRow key={row.taskId} task={row} hidden={hidden} now={now} onOpen={open} onNote={onNote} />
      ))}
    </Part>
  )
}

interface DonePartProps {
  readonly placed: readonly Placed<DoneTaskView>[]
  readonly onUndo: (task: DoneTaskView) => void
}

function DonePart({ placed, onUndo }: DonePartProps): ReactNode {
  return (
    <Part title={text.doneTitle} placed={placed}>
      {placed.map(({ row, hidden }) => (
        <DoneRow key={row.taskId} task={row} hidden={hidden} onUndo={onUndo} />
      ))}
    </Part>
  )
}

interface PartProps {
  readonly title: string
  readonly placed: readonly Placed<unknown>[]
}

function Part({ title, placed, children }: PropsWithChildren<PartProps>): ReactNode {
  const count = placed.filter(({ hidden }) => !hidden).length
  return (
    <View className={count === 0 ? 'gone' : 'tasks__part'}>
      <View className="tasks__title">
        {title}
        <View className="tasks__count">{text.count(String(count))}</View>
      </View>
      <View className="tasks__panel">
        <View className="tasks__rows">{children}</View>
      </View>
    </View>
  )
}

function NoTasks(): ReactNode {
  return (
    <EmptyState title={text.emptyTitle} advice={text.emptyAdvice}>
      <Button onTap={backToDesk}>{SHARED_TEXT.backToDesk}</Button>
    </EmptyState>
  )
}

const ROWS = [0, 1, 2] as const

function TasksSkeleton(): ReactNode {
  return (
    <View className="tasks__skeleton" ariaHidden>
      <Skeleton height={56} radius={16} />
      {ROWS.map((row) => (
        <Skeleton key={row} height={76} radius={16} />
      ))}
    </View>
  )
}
