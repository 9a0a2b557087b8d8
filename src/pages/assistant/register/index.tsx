/** Registering a purchase for the visiting member: keyed in, shown as it settles, booked by one press. */
import { View } from '@tarojs/components'
import { useCallback, useState, type ReactNode } from 'react'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import { serverClockNow } from '../../../client/phone-clock'
import type { VisitView } from '../../../contract/assistant'
import type { PurchaseView } from '../../../contract/views'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import OpeningNotice from '../OpeningNotice'
import NoVisit from '../NoVisit'
import { visitOnHand } from '../on-hand'
import { backToDesk, openClientBook, replaceByVisit } from '../routes'
import type { BoundCard } from '../use-bind-card'
import { useVisitOpening } from '../use-visit-opening'
import { confirmKey } from './confirm-key'
import Coupons from './Coupons'
import Keypad from './Keypad'
import Pieces from './Pieces'
import VisitNote from './VisitNote'
import Registered from './Registered'
import RegisterNotice from './RegisterNotice'
import ServedBy from './ServedBy'
import SettlementCard from './SettlementCard'
import Undone from './Undone'
import UndoWay from './UndoWay'
import { takesKeys, useRegister, type Phase } from './use-register'
import VisitHead from './VisitHead'
import './index.scss'

export default function RegisterPage(): ReactNode {
  const [visit] = useState(visitOnHand)
  return (
    <Screen>
      <NavBar title={text.title} />
      {/* A place of its own: the result does not send the bar above it again. */}
      <View>{visit ? <Register visit={visit} /> : <NoVisit />}</View>
    </Screen>
  )
}

function Register({ visit: opened }: { readonly visit: VisitView }): ReactNode {
  const [visit, setVisit] = useState(opened)
  const [openedAt] = useState(serverClockNow)
  const registration = useRegister(visit)
  const bound = useCallback(({ visitor }: BoundCard) => setVisit((was) => ({ ...was, ...visitor })), [])
  const [undone, setUndone] = useState<PurchaseView | null>(null)
  const { opening, scan } = useVisitOpening(replaceByVisit)
  const { order, choice, settlement, isQuoted, phase, step, press, add, submit } = registration

  if (undone) return <Undone purchase={undone} />
  if (phase.kind === 'done')
    return (
      <Registered
        registered={phase.registered}
        coupons={visit.coupons}
        opening={opening.kind === 'resolving'}
        onNext={scan}
        onFinish={backToDesk}
        undo={<UndoWay purchaseId={phase.registered.purchaseId} onUndone={setUndone} />}
      >
        <VisitNote visit={visit.visit} />
        <OpeningNotice opening={opening} />
      </Registered>
    )

  return (
    <View className={lookOf(phase)}>
      <VisitHead member={visit.member} nowMs={openedAt} onOpen={openClientBook} />
      <Coupons visit={visit} choice={choice} nowMs={openedAt} onTouch={registration.touchCoupon} />
      <SettlementCard
        order={order}
        settlement={settlement}
        tierName={isQuoted ? null : visit.member.tierName}
        coupons={visit.coupons}
        onCheapest={choice.isDearer ? registration.takeCheapest : null}
      />
      <ServedBy visit={visit} locked={!takesKeys(phase)} onBound={bound} />
      <View>
        <Pieces pieces={order.pieces} locked={!takesKeys(phase)} onStep={step} />
      </View>
      <View className="register__bottom">
        {/* What went wrong stands right above the key that asks again, in sight on the shortest phone. A place of its own:
            what comes and goes in it does not send its neighbours over the bridge again. */}
        <View className="register__news">
          <RegisterNotice phase={phase} settlement={settlement} onScanAgain={scan} />
          <OpeningNotice opening={opening} />
        </View>
        <Keypad onKey={press} onAdd={add} onConfirm={submit} {...confirmKey(registration)} />
      </View>
    </View>
  )
}

/** While something is told above the keypad, more of the page lies behind it and can be scrolled up. */
function lookOf(phase: Phase): string {
  const isTold = phase.kind !== 'keying' && phase.kind !== 'submitting'
  return ['register', takesKeys(phase) ? '' : 'register--locked', isTold ? 'register--told' : '']
    .filter((name) => name !== '')
    .join(' ')
}
