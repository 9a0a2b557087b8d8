/** The ways of the desk beside the camera, one sheet each: a typed code, what a member says, a receipt number, an old card. */
import type { ReactNode } from 'react'
import type { PurchaseView } from '../../../contract/views'
import BindSheet from '../BindSheet'
import type { Opening } from '../use-visit-opening'
import CodeSheet from './CodeSheet'
import ReceiptSheet from './ReceiptSheet'
import SaidSheet from './SaidSheet'

export type DeskWay = 'code' | 'said' | 'receipt' | 'bind'

interface DeskSheetsProps {
  readonly way: DeskWay | null
  readonly opening: Opening
  readonly onSubmitCode: (code: string) => void
  /** A visit was opened by what the member said. */
  readonly onOpened: () => void
  readonly onFound: (purchase: PurchaseView) => void
  readonly onClose: () => void
}

export default function DeskSheets(props: DeskSheetsProps): ReactNode {
  const { way, opening, onSubmitCode, onOpened, onFound, onClose } = props
  return (
    <>
      <CodeSheet open={way === 'code'} opening={opening} onSubmit={onSubmitCode} onClose={onClose} />
      <SaidSheet open={way === 'said'} onOpened={onOpened} onClose={onClose} />
      <BindSheet open={way === 'bind'} visit={null} onClose={onClose} />
      <ReceiptSheet open={way === 'receipt'} onFound={onFound} onClose={onClose} />
    </>
  )
}
