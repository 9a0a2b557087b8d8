/** One line of the history; a tap opens its why. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import type { EntryView } from '../../../../contract/views'
import { openWhy } from '../../routes'
import { entryWords } from './entry-words'
import './entry-row.scss'

interface EntryRowProps {
  readonly entry: EntryView
  readonly now: number
}

function EntryRow({ entry, now }: EntryRowProps): ReactNode {
  const { store, detail, points, label } = entryWords(entry, now)
  return (
    <View
      className="entry pressable"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={label}
      onClick={() => openWhy(entry.id)}
    >
      <View className="entry__store">{store}</View>
      <View className="entry__detail num">{detail}</View>
      <View className={entry.kind === 'earned' ? 'entry__points entry__points--earned' : 'entry__points'}>
        {points}
      </View>
    </View>
  )
}

export default memo(EntryRow)
