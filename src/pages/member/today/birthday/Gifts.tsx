/** The gifts of a birthday: one is chosen, once. Each card keeps its place whatever becomes of it. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import Icon from '../../../../components/Icon'
import StillLife from '../../../../components/StillLife'
import type { BirthdayGiftsView, BirthdayGiftView } from '../../../../contract/birthday-views'
import { BIRTHDAY_TEXT } from '../../../../text/birthday'
import { pictureOf, saidDay, type GiftsState } from './birthday-words'

const text = BIRTHDAY_TEXT.gifts

interface GiftCardProps {
  readonly gift: BirthdayGiftView
  /** `resting`: not to be chosen now, or any more. */
  readonly state: 'chosen' | 'open' | 'resting'
  /** Taken, not only touched. */
  readonly taken: boolean
  readonly onChoose: (offerId: string) => void
}

function GiftCard({ gift, state, taken, onChoose }: GiftCardProps): ReactNode {
  const chosen = state === 'chosen'
  const touchable = !taken && state !== 'resting'
  const said = taken && chosen ? text.chosen : chosen ? text.selected : ''
  return (
    <View
      className={`gift-card gift-card--${state} ${touchable ? 'pressable' : ''}`}
      hoverClass={touchable ? 'pressed' : 'none'}
      ariaRole="radio"
      ariaLabel={text.label(gift.name, gift.advice, said)}
      onClick={touchable ? () => onChoose(gift.offerId) : undefined}
    >
      <StillLife name={pictureOf(gift)} className="gift-card__picture">
        <View className="gift-card__mark">
          <Icon name="check" size={16} />
        </View>
      </StillLife>
      <View className="gift-card__words">
        <View className="gift-card__name num">{gift.name}</View>
        <View className="gift-card__advice num">{gift.advice}</View>
      </View>
    </View>
  )
}

const Card = memo(GiftCard)

interface GiftsProps {
  readonly gifts: BirthdayGiftsView
  readonly state: GiftsState
  readonly picked: string | null
  readonly now: number
  readonly onPick: (offerId: string) => void
}

function endOf({ from, until }: BirthdayGiftsView, state: GiftsState, now: number): string {
  if (state === 'early') return text.from(saidDay(from, now))
  return state === 'open' ? text.until(saidDay(until, now)) : ''
}

export default function Gifts({ gifts, state, picked, now, onPick }: GiftsProps): ReactNode {
  const { options, chosen } = gifts
  const choice = chosen?.offerId ?? picked
  const stateOf = ({ offerId }: BirthdayGiftView): GiftCardProps['state'] =>
    offerId === choice ? 'chosen' : state === 'open' ? 'open' : 'resting'
  return (
    <View className="gifts">
      <View className="gifts__head">
        <View className="gifts__title">{chosen ? text.chosenTitle : text.title(options.length)}</View>
        <View className="gifts__end num">{endOf(gifts, state, now)}</View>
      </View>
      <View className="gifts__cards" ariaRole="radiogroup">
        {options.map((gift) => (
          <Card
            key={gift.offerId}
            gift={gift}
            state={stateOf(gift)}
            taken={chosen !== null}
            onChoose={onPick}
          />
        ))}
      </View>
      <View className="gifts__once">{state === 'open' ? text.once : ''}</View>
    </View>
  )
}
