/** What there is beside purchases: own members to look after, things to send, things handed over today. Nothing of it, no line. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import Icon from '../../../components/Icon'
import { useQuery } from '../../../client/use-query'
import type { TasksView } from '../../../contract/task-views'
import { DESK_NEWS_TEXT as text } from '../../../text/zh-cn/redeeming'
import { openRedemptions, openTasks, openToSend } from '../routes'
import './desk-news.scss'

export default function DeskNews(): ReactNode {
  const redemptions = useQuery('assistant', 'redemptions', {}).data
  const toSend = useQuery('assistant', 'to-send', {}).data
  const tasks = useQuery('assistant', 'tasks', {}).data
  return (
    <View className="desk-news">
      {tasks && tasks.tasks.length + tasks.done.length > 0 ? (
        <Way words={taskWords(tasks)} onOpen={openTasks} />
      ) : null}
      {toSend && toSend.things.length > 0 ? (
        <Way words={text.toSend(countOf(toSend.things, toSend.next))} onOpen={openToSend} />
      ) : null}
      {redemptions && redemptions.redemptions.length > 0 ? (
        <Way
          words={text.redeemed(countOf(redemptions.redemptions, redemptions.next))}
          onOpen={openRedemptions}
        />
      ) : null}
    </View>
  )
}

/** What is on the first page, and whether there is more. */
const countOf = (listed: readonly unknown[], next: string | null): string =>
  `${listed.length}${next === null ? '' : '+'}`

const taskWords = ({ tasks, done, next }: TasksView): string =>
  tasks.length > 0 ? text.tasks(countOf(tasks, next)) : text.tasksDone(String(done.length))

interface WayProps {
  readonly words: string
  readonly onOpen: () => void
}

const Way = memo(function Way({ words, onOpen }: WayProps): ReactNode {
  return (
    <View className="desk-news__way" hoverClass="pressed" ariaRole="button" onClick={onOpen}>
      {words}
      <Icon name="chevron-right" size={18} />
    </View>
  )
})
