/** Whose code it is, and the choice between the store's own and those of its events of today, where there is one. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ShownPlace } from '../../../contract/check-in'
import { PLACE_CODE_TEXT as text } from '../../../text/zh-cn/place-code'

interface PlaceChoiceProps {
  readonly choices: ShownPlace['choices']
  readonly chosen: string | null
  readonly onChoose: (eventId: string | null) => void
}

export function PlaceChoice({ choices, chosen, onChoose }: PlaceChoiceProps): ReactNode {
  if (choices.length < 2) return null
  return (
    <View className="place-choice" ariaRole="radiogroup" ariaLabel={text.choice}>
      {choices.map(({ eventId, name }) => (
        <View
          key={eventId ?? ''}
          className={eventId === chosen ? 'place-choice__one place-choice__one--on' : 'place-choice__one'}
          hoverClass="pressed"
          ariaRole="radio"
          ariaLabel={eventId === chosen ? text.chosen(name) : name}
          onClick={() => onChoose(eventId)}
        >
          {name}
        </View>
      ))}
    </View>
  )
}

export function PlaceHead({ storeName, event }: Pick<ShownPlace, 'storeName' | 'event'>): ReactNode {
  return (
    <>
      <View className="place-code__store">{event?.name ?? storeName}</View>
      <View className="place-code__lead">{event ? text.eventLead(storeName) : text.lead}</View>
    </>
  )
}
