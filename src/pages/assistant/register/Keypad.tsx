/**
 * The number pad of the register page. Its digits never change: a tap costs what the figures cost and no more.
 * Digits do not grow in large-font mode; their place under the finger is worth more.
 */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import Icon from '../../../components/Icon'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { PIECE_TEXT } from '../../../text/zh-cn/counter'
import type { Key } from './amount-entry'
import './keypad.scss'

export type ConfirmMode = 'ready' | 'off' | 'busy'

interface KeypadProps {
  readonly onKey: (key: Key) => void
  /** Puts what is keyed in to the pieces; the next digits are another one. */
  readonly onAdd: () => void
  readonly onConfirm: () => void
  /** Two short words, one above the other. */
  readonly confirmTop: string
  readonly confirmBottom: string
  /** What a screen reader says for the confirm key. */
  readonly confirmLabel: string
  readonly mode: ConfirmMode
}

/** By rows of the grid; the last column goes on with the key for one more piece, and the confirm key below it. */
const KEYS = [
  '1',
  '2',
  '3',
  'backspace',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '0',
  '.',
] as const satisfies readonly Key[]

export default function Keypad({ onKey, onAdd, ...confirm }: KeypadProps): ReactNode {
  return (
    <View className="keypad" ariaLabel={text.pad}>
      <Keys onKey={onKey} />
      <Add onAdd={onAdd} />
      <Confirm {...confirm} />
    </View>
  )
}

const Keys = memo(function Keys({ onKey }: Pick<KeypadProps, 'onKey'>): ReactNode {
  return KEYS.map((key) => (
    <View
      key={key}
      className={`keypad__key keypad__key--${KEY_NAMES[key] ?? `d${key}`}`}
      hoverClass="keypad__key--down"
      hoverStayTime={60}
      ariaRole="button"
      ariaLabel={KEY_LABELS[key] ?? key}
      onClick={() => onKey(key)}
      onLongPress={key === 'backspace' ? () => onKey('clear') : undefined}
    >
      {key === 'backspace' ? <Icon name="delete" size={24} /> : key}
    </View>
  ))
})

const Add = memo(function Add({ onAdd }: Pick<KeypadProps, 'onAdd'>): ReactNode {
  return (
    <View
      className="keypad__key keypad__key--add"
      hoverClass="keypad__key--down"
      hoverStayTime={60}
      ariaRole="button"
      ariaLabel={PIECE_TEXT.addLabel}
      onClick={onAdd}
    >
      {PIECE_TEXT.add}
    </View>
  )
})

const KEY_NAMES: Partial<Record<Key, string>> = { '.': 'point', backspace: 'backspace' }
const KEY_LABELS: Partial<Record<Key, string>> = { '.': text.point, backspace: text.backspace }

const Confirm = memo(function Confirm(props: Omit<KeypadProps, 'onKey' | 'onAdd'>): ReactNode {
  const { mode, confirmTop, confirmBottom, confirmLabel, onConfirm } = props
  return (
    <View
      className={`keypad__confirm keypad__confirm--${mode}`}
      hoverClass="keypad__confirm--down"
      hoverStayTime={60}
      ariaRole="button"
      ariaLabel={confirmLabel}
      onClick={() => mode === 'ready' && onConfirm()}
    >
      {`${confirmTop}\n${confirmBottom}`}
    </View>
  )
})
