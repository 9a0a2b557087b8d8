/** What the store noted about a member's visits, newest first. The latest are there at once, older ones come by touches. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../components/Button'
import type { NoteView } from '../../contract/assistant'
import { NOTE_TEXT as text } from '../../text/zh-cn/counter'
import { momentText } from './figures'
import './book-notes.scss'

/** What the bridge carries at once, also when every note is as long as it may be. */
const AT_ONCE = 3

export default function BookNotes(props: {
  readonly notes: readonly NoteView[]
  readonly now: number
}): ReactNode {
  const { notes, now } = props
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <View className="book-notes">
      <View className="book__title">{text.title}</View>
      {notes.length === 0 ? <View className="book__none">{text.none}</View> : null}
      <View>
        {notes.slice(0, shown).map(({ noteId, at, by, text: words }) => (
          <View key={noteId} className="book-notes__note">
            <View className="book-notes__words">{words}</View>
            <View className="book-notes__by">{text.line(by, momentText(at, now))}</View>
          </View>
        ))}
      </View>
      <View>
        {notes.length > shown ? (
          <Button kind="text" wide onTap={() => setShown(shown + AT_ONCE)}>
            {text.more(notes.length - shown)}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
