/** Why a scan did not open a visit. */
import type { ReactNode } from 'react'
import { DESK_TEXT as text } from '../../text/zh-cn/assistant'
import FailureNotice from './FailureNotice'
import Notice from './Notice'
import type { Opening } from './use-visit-opening'

export default function OpeningNotice({ opening }: { readonly opening: Opening }): ReactNode {
  switch (opening.kind) {
    case 'idle':
    case 'resolving':
      return null
    case 'camera-failed':
      return <Notice tone="failure" title={text.cameraFailed} advice={text.cameraAdvice} />
    case 'refused':
      return <FailureNotice error={opening.error} />
  }
}
