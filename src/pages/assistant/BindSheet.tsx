/** Binds an old card of plastic: to the member who is being served, or to the phone of somebody who has not joined. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../components/Button'
import Sheet from '../../components/Sheet'
import { countText } from '../../domain/money/yuan-text'
import { SHARED_TEXT } from '../../text/zh-cn/assistant'
import { BIND_TEXT as text } from '../../text/zh-cn/counter'
import CommandNotice from './CommandNotice'
import Notice from './Notice'
import TypedField from './TypedField'
import { useBindCard, type BoundCard } from './use-bind-card'
import './bind-sheet.scss'

interface BindSheetProps {
  readonly open: boolean
  /** The visit of the member who is being served; null for somebody who says a phone number. */
  readonly visit: string | null
  readonly onBound?: (bound: BoundCard) => void
  readonly onClose: () => void
}

export default function BindSheet({ open, visit, onBound, onClose }: BindSheetProps): ReactNode {
  return (
    <Sheet open={open} title={text.title} onClose={onClose}>
      <BindForm visit={visit} onBound={onBound} onClose={onClose} />
    </Sheet>
  )
}

const CARD_DIGITS = 8
const PHONE_DIGITS = 11
const digitsOf = (typed: string, most: number): string => typed.replace(/\D/g, '').slice(0, most)
const isPhone = (phone: string): boolean => /^1\d{10}$/.test(phone)

/** Gone with the sheet, and with it what was typed. */
function BindForm({ visit, onBound, onClose }: Omit<BindSheetProps, 'open'>): ReactNode {
  const [card, setCard] = useState('')
  const [phone, setPhone] = useState('')
  const { view, bind, reset } = useBindCard((bound) => onBound?.(bound))
  const running = view.state === 'running'
  // What was sent and not answered stays as it was: asking again asks for the same.
  const isOpen = view.state === 'unknown' || running
  const change = (apply: () => void): void => {
    if (isOpen) return
    reset()
    apply()
  }
  if (view.state === 'done') return <Bound bound={view.data} phone={phone} onClose={onClose} />
  const isReady = card.length === CARD_DIGITS && (visit !== null || isPhone(phone))
  return (
    <View className="bind-sheet">
      <View className="bind-sheet__advice">{visit === null ? text.adviceOfPhone : text.advice}</View>
      <TypedField
        label={text.card}
        type="number"
        maxlength={CARD_DIGITS}
        focus
        value={card}
        hint={text.cardHint(CARD_DIGITS - card.length)}
        onType={(typed) => change(() => setCard(digitsOf(typed, CARD_DIGITS)))}
      />
      {visit === null ? (
        <TypedField
          label={text.phone}
          type="number"
          maxlength={PHONE_DIGITS}
          value={phone}
          hint={phoneHint(phone)}
          onType={(typed) => change(() => setPhone(digitsOf(typed, PHONE_DIGITS)))}
        />
      ) : null}
      <View>
        <CommandNotice command={view} unknownAdvice={text.unknown} />
      </View>
      <Button
        wide
        disabled={!isReady}
        loading={running}
        onTap={() => bind({ card, to: visit === null ? { phone } : { visit } })}
      >
        {view.state === 'unknown' ? SHARED_TEXT.again : running ? text.running : text.confirm}
      </Button>
    </View>
  )
}

const phoneHint = (phone: string): string =>
  phone.length === PHONE_DIGITS && !isPhone(phone)
    ? text.phoneWrong
    : text.phoneHint(PHONE_DIGITS - phone.length)

interface BoundProps {
  readonly bound: BoundCard
  readonly phone: string
  readonly onClose: () => void
}

function Bound({ bound, phone, onClose }: BoundProps): ReactNode {
  const { pointsMoved, debtMoved, points, tierNow, visitor } = bound
  return (
    <View className="bind-sheet">
      <Notice
        tone="done"
        title={text.doneTitle}
        advice={
          visitor
            ? text.done(visitor.member.name, countText(pointsMoved), countText(points))
            : text.doneOfPhone(phone.slice(-4), countText(points))
        }
      />
      {debtMoved > 0 ? <Notice tone="caution" advice={text.debt(countText(debtMoved))} /> : null}
      {visitor && tierNow !== null ? <Notice tone="done" advice={text.tier(tierNow)} /> : null}
      <Button wide onTap={onClose}>
        {text.finish}
      </Button>
    </View>
  )
}
