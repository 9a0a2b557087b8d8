/** What was done today: for whom, how, what came of it; and the way back. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import Icon from '../../../components/Icon'
import type { DoneTaskView } from '../../../contract/task-views'
import { TASKS_TEXT as text } from '../../../text/zh-cn/tasks'
import { doneWords } from './task-words'
import './done-row.scss'

interface DoneRowProps {
  readonly task: DoneTaskView
  /** Keeps its place out of sight. */
  readonly hidden: boolean
  readonly onUndo: (task: DoneTaskView) => void
}

export default memo(function DoneRow({ task, hidden, onUndo }: DoneRowProps): ReactNode {
  const { name, line, at } = doneWords(task)
  return (
    <View className={hidden ? 'gone' : 'done-task'}>
      <View className="done-task__mark">
        <Icon name="check" size={20} />
      </View>
      <View className="done-task__words">
        <View className="done-task__name">{name}</View>
        <View className="done-task__facts">{`${line}\n${at}`}</View>
      </View>
      <View
        className="done-task__undo"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={text.undoLabel(name)}
        onClick={() => onUndo(task)}
      >
        {text.undo}
      </View>
    </View>
  )
})
