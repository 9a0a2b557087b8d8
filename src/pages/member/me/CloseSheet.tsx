/** Closing the account: what is lost, a second confirmation, and what is left. Nothing here is done by one press. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useCommand } from '../../../client/use-command'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import type { MeView } from '../../../contract/member'
import { countText } from '../../../domain/money/yuan-text'
import { ME_TEXT } from '../../../text/me'
import { openHome } from '../routes'
import Means from './Means'
import MeNotice from './MeNotice'

const text = ME_TEXT.close

interface CloseSheetProps {
  readonly me: MeView
  readonly open: boolean
  readonly onClose: () => void
}

export default function CloseSheet({ me, open, onClose }: CloseSheetProps): ReactNode {
  const command = useCommand('member', 'close-account')
  const [read, setRead] = useState(false)
  const [closed, setClosed] = useState(false)
  const busy = command.state === 'running'
  const points = countText(me.card.points)
  const pending = me.card.pending && countText(me.card.pending.points)
  const shut = (): void => {
    if (closed) return openHome()
    setRead(false)
    if (command.state === 'failed') command.reset()
    onClose()
  }
  const close = async (): Promise<void> => {
    const { cardNumber, points: shownPoints } = me.card
    const answer = await command.run({ cardNumber, shownPoints })
    if (answer.ok) setClosed(true)
  }
  return (
    <Sheet open={open} title={closed ? text.doneTitle : text.title} busy={busy} onClose={shut}>
      <View className="me-sheet">
        {closed ? (
          <>
            <View className="me-sheet__words" ariaLive="polite">
              {text.doneAdvice}
            </View>
            <Button wide onTap={openHome}>
              {text.finish}
            </Button>
          </>
        ) : (
          <>
            <Means lines={text.means(points, pending)} />
            <View>{read && <View className="me-sheet__surely num">{text.surely(points)}</View>}</View>
            <View>
              <MeNotice command={command} />
            </View>
            <Button wide onTap={shut} disabled={busy}>
              {text.keep}
            </Button>
            <View className="me-sheet__grave">
              {read ? (
                <Button wide kind="outline" loading={busy} onTap={() => void close()}>
                  {command.state === 'unknown' ? ME_TEXT.change.again : busy ? text.running : text.confirm}
                </Button>
              ) : (
                <Button wide kind="text" onTap={() => setRead(true)}>
                  {text.first}
                </Button>
              )}
            </View>
          </>
        )}
      </View>
    </Sheet>
  )
}
