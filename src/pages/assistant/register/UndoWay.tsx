/** The quiet way to undo what was just registered: the same as at the desk, asked for from the result. */
import { useState, type ReactNode } from 'react'
import type { Failure } from '../../../client/answer'
import { call } from '../../../client/call'
import Button from '../../../components/Button'
import type { PurchaseView } from '../../../contract/views'
import { DESK_TEXT as text } from '../../../text/zh-cn/assistant'
import FailureNotice from '../FailureNotice'
import Notice from '../Notice'
import UndoSheet from '../UndoSheet'

type Asking =
  | { readonly kind: 'idle' | 'running' | 'gone' }
  | { readonly kind: 'failed'; readonly error: Failure }
  /** Kept while its sheet slides away. */
  | { readonly kind: 'sheet'; readonly purchase: PurchaseView; readonly open: boolean }

interface UndoWayProps {
  readonly purchaseId: string
  readonly onUndone: (purchase: PurchaseView) => void
}

/** What an undo takes back is asked when it is wanted: colleagues may have refunded some of it since. */
export default function UndoWay({ purchaseId, onUndone }: UndoWayProps): ReactNode {
  const [asking, setAsking] = useState<Asking>({ kind: 'idle' })
  const ask = async (): Promise<void> => {
    setAsking({ kind: 'running' })
    const answer = await call('assistant', 'purchase', { purchaseId })
    if (!answer.ok) setAsking({ kind: 'failed', error: answer.error })
    else if (!answer.data.canUndo) setAsking({ kind: 'gone' })
    else setAsking({ kind: 'sheet', purchase: answer.data, open: true })
  }
  return (
    <>
      <Button kind="text" loading={asking.kind === 'running'} onTap={() => void ask()}>
        {text.undo}
      </Button>
      {asking.kind === 'failed' ? <FailureNotice error={asking.error} /> : null}
      {asking.kind === 'gone' ? <Notice tone="caution" advice={text.undoGone} /> : null}
      {asking.kind === 'sheet' ? (
        <UndoSheet
          open={asking.open}
          purchase={asking.purchase}
          onUndone={onUndone}
          onClose={() => setAsking({ ...asking, open: false })}
        />
      ) : null}
    </>
  )
}
