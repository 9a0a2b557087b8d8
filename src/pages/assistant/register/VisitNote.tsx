/** One short note about the visit that was just registered, for the colleagues of this store. */
import { Textarea, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { useCommand } from '../../../client/use-command'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { NOTE_TEXT as text } from '../../../text/zh-cn/counter'
import CommandNotice from '../CommandNotice'
import Notice from '../Notice'
import './note-sheet.scss'

/** As the door takes it. */
const LONGEST = 120

/** The way to the note, or that it is written. */
export default function VisitNote({ visit }: { readonly visit: string }): ReactNode {
  const [open, setOpen] = useState(false)
  const [written, setWritten] = useState(false)
  return (
    <>
      {/* A place of its own: the other of the two does not send the sheet along. */}
      <View className="visit-note">
        {written ? (
          <Notice tone="done" advice={text.done} />
        ) : (
          <Button kind="text" onTap={() => setOpen(true)}>
            {text.open}
          </Button>
        )}
      </View>
      <NoteSheet
        open={open}
        visit={visit}
        onClose={() => setOpen(false)}
        onWritten={() => {
          setOpen(false)
          setWritten(true)
        }}
      />
    </>
  )
}

interface NoteSheetProps {
  readonly open: boolean
  readonly visit: string
  readonly onClose: () => void
  readonly onWritten: () => void
}

function NoteSheet({ open, visit, onClose, onWritten }: NoteSheetProps): ReactNode {
  const [typed, setTyped] = useState('')
  const command = useCommand('assistant', 'write-note')
  const note = typed.replace(/\s+/g, ' ').trim()
  const running = command.state === 'running'
  const write = async (): Promise<void> => {
    const answer = await command.run({ visit, text: note })
    if (answer.ok) onWritten()
  }
  return (
    <Sheet open={open} busy={running} title={text.sheetTitle} onClose={onClose}>
      <View className="note-sheet">
        <View className="note-sheet__advice">{text.advice}</View>
        <Textarea
          className="note-sheet__field"
          value={typed}
          maxlength={LONGEST}
          cursorSpacing={160}
          disableDefaultPadding
          placeholder={text.field}
          placeholderClass="note-sheet__placeholder"
          ariaLabel={text.field}
          onInput={(event) => setTyped(event.detail.value)}
        />
        <View className="note-sheet__left">{text.left(typed.length, LONGEST)}</View>
        <CommandNotice command={command} unknownAdvice={text.unknown} />
        <Button wide disabled={note === ''} loading={running} onTap={() => void write()}>
          {command.state === 'unknown' ? SHARED_TEXT.again : running ? text.running : text.confirm}
        </Button>
      </View>
    </Sheet>
  )
}
