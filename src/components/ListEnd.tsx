/** Where a list ends: the way to more of it, what is under way, or that there is no more. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from './Button'
import './ListEnd.scss'

interface ListEndProps {
  readonly atEnd: boolean
  readonly fetching: 'idle' | 'running' | 'failed'
  readonly text: {
    readonly end: string
    readonly more: string
    readonly moreFailed: string
    readonly showMore: string
  }
  readonly onMore: () => void
  /** Stands in place of the words of the end. */
  readonly end?: ReactNode
}

export default function ListEnd({ atEnd, fetching, text, onMore, end }: ListEndProps): ReactNode {
  if (atEnd) return <View className="list-end">{end ?? text.end}</View>
  if (fetching === 'running') return <View className="list-end">{text.more}</View>
  return (
    <View className="list-end">
      <Button wide kind="text" onTap={onMore}>
        {fetching === 'failed' ? text.moreFailed : text.showMore}
      </Button>
    </View>
  )
}
