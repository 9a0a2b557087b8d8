/** What the confirm key says and whether it can be pressed, by where a registration stands. Pure. */
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import type { ConfirmMode } from './Keypad'
import type { Registration } from './use-register'

export interface ConfirmKey {
  readonly confirmTop: string
  readonly confirmBottom: string
  readonly confirmLabel: string
  readonly mode: ConfirmMode
}

const saying = (
  words: readonly [string, string],
  mode: ConfirmMode,
  confirmLabel = words.join(''),
): ConfirmKey => ({
  confirmTop: words[0],
  confirmBottom: words[1],
  confirmLabel,
  mode,
})

export function confirmKey({ phase, settlement }: Pick<Registration, 'phase' | 'settlement'>): ConfirmKey {
  switch (phase.kind) {
    case 'submitting':
      return saying(text.running, 'busy')
    case 'unknown':
      return saying(text.again, 'ready')
    case 'changed':
      return saying(text.asChanged, 'ready', text.confirmLabel(yuanText(fen(settlement.payFen))))
    case 'visit-over':
    case 'done':
      return saying(text.confirm, 'off')
    case 'keying':
    case 'refused':
      return settlement.priceFen === 0
        ? saying(text.confirm, 'off', text.confirmEmpty)
        : saying(text.confirm, 'ready', text.confirmLabel(yuanText(fen(settlement.payFen))))
  }
}
