/** Freezing, unfreezing or replacing the card: what it means, then one press. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCommand } from '../../../client/use-command'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { ME_TEXT as text } from '../../../text/me'
import Means from './Means'
import MeNotice from './MeNotice'

export type Step = 'freeze' | 'unfreeze' | 'replace'

interface ChangeSheetProps {
  readonly step: Step
  readonly open: boolean
  readonly onClose: () => void
}

export default function ChangeSheet({ step, open, onClose }: ChangeSheetProps): ReactNode {
  const command = useCommand('member', 'change-card')
  const { title, means, confirm, running } = text.change[step]
  const busy = command.state === 'running'
  const close = (): void => {
    // An answer that never came may still be asked for under its id.
    if (command.state === 'failed' || command.state === 'done') command.reset()
    onClose()
  }
  const change = async (): Promise<void> => {
    const answer = await command.run({ step })
    if (answer.ok) onClose()
  }
  return (
    <Sheet open={open} title={title} busy={busy} onClose={close}>
      <View className="me-sheet">
        <Means lines={means} />
        <View>
          <MeNotice command={command} />
        </View>
        <Button wide loading={busy} onTap={() => void change()}>
          {command.state === 'unknown' ? text.change.again : busy ? running : confirm}
        </Button>
        <Button wide kind="text" disabled={busy} onTap={close}>
          {text.change.keep}
        </Button>
      </View>
    </Sheet>
  )
}
