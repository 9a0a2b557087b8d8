/** What the store noted about a member's visits, newest first. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { NoteView } from '../../contract/assistant'
import { NOTE_TEXT as text } from '../../text/zh-cn/counter'
import { momentText } from './figures'
import './book-notes.scss'

export default function BookNotes(props: {
  readonly notes: readonly NoteView[]
  readonly now: number
}): ReactNode {
  return (
    <View className="book-notes">
      <View className="book-notes__title">{text.title}</View>
      {props.notes.length === 0 ? <View className="book-notes__none">{text.none}</View> : null}
      {props.notes.map(({ noteId, at, by, text: words }) => (
        <View key={noteId} className="book-notes__note">
          <View className="book-notes__words">{words}</View>
          <View className="book-notes__by">{text.line(by, momentText(at, props.now))}</View>
        </View>
      ))}
    </View>
  )
}
