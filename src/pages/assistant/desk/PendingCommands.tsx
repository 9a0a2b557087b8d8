/** Everything that this phone sent from a counter and never heard back of, one notice each. */
import type { ReactNode } from 'react'
import {
  PENDING_HAND_OVER,
  PENDING_PARCEL,
  PENDING_REDEMPTION,
  PENDING_REFUND,
  PENDING_REGISTRATION,
} from './pending-words'
import PendingCommand from './PendingCommand'

export default function PendingCommands(): ReactNode {
  return (
    <>
      <PendingCommand action="register" words={PENDING_REGISTRATION} />
      <PendingCommand action="refund" words={PENDING_REFUND} />
      <PendingCommand action="redeem" words={PENDING_REDEMPTION} />
      <PendingCommand action="hand-over" words={PENDING_HAND_OVER} />
      <PendingCommand action="send-out" words={PENDING_PARCEL} />
    </>
  )
}
