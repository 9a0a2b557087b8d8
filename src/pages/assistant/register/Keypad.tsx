/**
 * The number pad of the register page. Its digits never change: a tap costs what the figures cost and no more.
 * Digits do not grow in large-font mode; their place under the finger is worth more.
 */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import Icon from '../../../components/Icon'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import type { Key } from './amount-entry'
import './keypad.scss'

export type ConfirmMode = 'ready' | 'off' | 'busy'

interface KeypadProps {
  /** Digits are not taken now. */
  readonly locked: boolean
  readonly onKey: (key: Key) => void
  readonly onConfirm: () => void
  /** Two short words, one above the other. */
  readonly confirmTop: string
  readonly confirmBottom: string
  /** What a screen reader says for the confirm key. */
  readonly confirmLabel: string
  readonly mode: ConfirmMode
}

/** By rows of the grid; the confirm key takes the last column from the second row on. */
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

export default function Keypad({ onKey, locked, ...confirm }: KeypadProps): ReactNode {
  return (
    <View className={locked ? 'keypad keypad--locked' : 'keypad'} ariaLabel={text.pad}>
      <Keys onKey={onKey} />
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

const KEY_NAMES: Partial<Record<Key, string>> = { '.': 'point', backspace: 'backspace' }
const KEY_LABELS: Partial<Record<Key, string>> = { '.': text.point, backspace: text.backspace }

const Confirm = memo(function Confirm(props: Omit<KeypadProps, 'onKey' | 'locked'>): ReactNode {
  const { mode, confirmTop, confirmBottom, confirmLabel, onConfirm } = props
  return (
    <View
      className={`keypad__confirm keypad__confirm--${mode}`}
      hoverClass={mode === 'ready' ? 'keypad__confirm--down' : 'none'}
      hoverStayTime={60}
      ariaRole="button"
      ariaLabel={confirmLabel}
      onClick={mode === 'ready' ? onConfirm : undefined}
    >
      <View>{confirmTop}</View>
      <View>{confirmBottom}</View>
    </View>
  )
})
