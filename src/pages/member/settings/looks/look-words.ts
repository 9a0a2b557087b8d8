/** When somebody saw the member's data, what for, and how or why. */
import { momentText } from '../../../../components/day-words'
import type { LookView } from '../../../../contract/client-book'
import { SETTINGS_TEXT } from '../../../../text/settings'

const text = SETTINGS_TEXT.look

export const lookText = (look: LookView, now: number): string =>
  [momentText(look.at, now), text.purposes[look.purpose], howOrWhy(look)].filter(Boolean).join(' · ')

function howOrWhy(look: LookView): string {
  switch (look.purpose) {
    case 'service':
      return text.ways[look.way]
    case 'own-book':
      return ''
    case 'phone':
      return look.words ?? text.reasons[look.reason]
  }
}
