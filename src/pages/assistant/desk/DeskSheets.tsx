/** The ways of the desk beside the camera, one sheet each: a typed code, a receipt number. */
import type { ReactNode } from 'react'
import type { PurchaseView } from '../../../contract/views'
import type { Opening } from '../use-visit-opening'
import CodeSheet from './CodeSheet'
import ReceiptSheet from './ReceiptSheet'

export type DeskWay = 'code' | 'receipt'

interface DeskSheetsProps {
  readonly way: DeskWay | null
  readonly opening: Opening
  readonly onSubmitCode: (code: string) => void
  readonly onFound: (purchase: PurchaseView) => void
  readonly onClose: () => void
}

export default function DeskSheets(props: DeskSheetsProps): ReactNode {
  const { way, opening, onSubmitCode, onFound, onClose } = props
  return (
    <>
      <CodeSheet open={way === 'code'} opening={opening} onSubmit={onSubmitCode} onClose={onClose} />
      <ReceiptSheet open={way === 'receipt'} onFound={onFound} onClose={onClose} />
    </>
  )
}
