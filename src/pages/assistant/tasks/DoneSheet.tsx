/** How a member was reached and what came of it, chosen before a task counts as done. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useCommand } from '../../../client/use-command'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { TASK_WAYS, TASK_WORDS, type TaskView } from '../../../contract/task-views'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { TASKS_TEXT as text } from '../../../text/zh-cn/tasks'
import CommandNotice from '../CommandNotice'
import './done-sheet.scss'

interface DoneSheetProps {
  readonly open: boolean
  readonly task: TaskView
  readonly onDone: () => void
  readonly onClose: () => void
}

export default function DoneSheet({ open, task, onDone, onClose }: DoneSheetProps): ReactNode {
  const command = useCommand('assistant', 'finish-task')
  const [way, setWay] = useState(TASK_WAYS[0] as (typeof TASK_WAYS)[number])
  const [word, setWord] = useState(TASK_WORDS[0] as (typeof TASK_WORDS)[number])
  const running = command.state === 'running'
  // What was sent and not answered stays as it was: asking again asks for the same.
  const change = (apply: () => void): void => {
    if (!running && command.state !== 'unknown') apply()
  }
  const send = async (): Promise<void> => {
    const answer = await command.run({ taskId: task.taskId, way, word })
    if (answer.ok) onDone()
  }
  return (
    <Sheet open={open} title={text.sheetTitle(task.name)} onClose={onClose}>
      <View className="done-sheet">
        <View className="done-sheet__title">{text.way}</View>
        <Chips
          of={TASK_WAYS}
          words={text.ways}
          chosen={way}
          onChoose={(choice) => change(() => setWay(choice))}
        />
        <View className="done-sheet__title">{text.word}</View>
        <Chips
          of={TASK_WORDS}
          words={text.words}
          chosen={word}
          onChoose={(choice) => change(() => setWord(choice))}
        />
        <View className="done-sheet__news">
          <CommandNotice command={command} unknownAdvice={text.unknown} />
        </View>
        <Button wide loading={running} onTap={() => void send()}>
          {command.state === 'unknown' ? SHARED_TEXT.again : running ? text.running : text.confirm}
        </Button>
      </View>
    </Sheet>
  )
}

interface ChipsProps<Choice extends string> {
  readonly of: readonly Choice[]
  readonly words: Readonly<Record<Choice, string>>
  readonly chosen: Choice
  readonly onChoose: (choice: Choice) => void
}

function Chips<Choice extends string>({ of, words, chosen, onChoose }: ChipsProps<Choice>): ReactNode {
  return (
    <View className="done-sheet__chips" ariaRole="radiogroup">
      {of.map((choice) => (
        <View
          key={choice}
          className={choice === chosen ? 'done-sheet__chip done-sheet__chip--on' : 'done-sheet__chip'}
          ariaRole="radio"
          onClick={() => onChoose(choice)}
        >
          {words[choice]}
        </View>
      ))}
    </View>
  )
}
