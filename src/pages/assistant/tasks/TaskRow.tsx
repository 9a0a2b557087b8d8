/** One task: whom it is about, how long there is, what would help. A tap opens the book, the bubble notes it as done. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import MemberAvatar from '../../../components/MemberAvatar'
import type { TaskView } from '../../../contract/task-views'
import { TASKS_TEXT as text } from '../../../text/zh-cn/tasks'
import { taskWords } from './task-words'
import './task-row.scss'

interface TaskRowProps {
  readonly task: TaskView
  readonly now: number
  /** Keeps its place out of sight. */
  readonly hidden: boolean
  readonly onOpen: (task: TaskView) => void
  readonly onNote: (task: TaskView) => void
}

export default memo(function TaskRow({ task, now, hidden, onOpen, onNote }: TaskRowProps): ReactNode {
  const { name, material } = task
  const { tag, soon, line, until } = taskWords(task, now)
  return (
    <View className={hidden ? 'gone' : 'task'}>
      <View
        className="task__who"
        hoverClass="task__who--down"
        hoverStayTime={60}
        ariaRole="button"
        ariaLabel={text.rowLabel(name, tag, line)}
        onClick={() => onOpen(task)}
      >
        <MemberAvatar name={name} material={material} size={40} />
        <View className="task__words">
          <View className="task__line">
            <View className="task__name">{name}</View>
            <View className={soon ? 'task__tag task__tag--soon' : 'task__tag'}>{tag}</View>
          </View>
          <View className="task__facts">{`${line}\n${until}`}</View>
        </View>
      </View>
      <View
        className="task__note"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={text.note(name)}
        onClick={() => onNote(task)}
      />
    </View>
  )
})
