/** The shelves side by side, after everything and what is within reach. */
import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { MALL_TEXT as text } from '../../../text/mall'
import { isWishing, type MallWish } from './use-mall'

interface ChipsProps {
  readonly categories: readonly string[]
  readonly wish: MallWish
  readonly onWish: (wish: MallWish) => void
}

export default function Chips({ categories, wish, onWish }: ChipsProps): ReactNode {
  const chips = [
    { words: text.all, on: !isWishing(wish), wish: {} },
    { words: text.affordable, on: wish.affordable === true, wish: { affordable: true } as const },
    ...categories.map((category) => ({
      words: category,
      on: wish.category === category,
      wish: { category },
    })),
  ]
  return (
    <ScrollView className="shelves" scrollX enableFlex>
      {chips.map((chip) => (
        <View
          key={chip.words}
          className={chip.on ? 'shelves__chip shelves__chip--on' : 'shelves__chip'}
          ariaRole="radio"
          ariaLabel={chip.on ? text.chosen(chip.words) : chip.words}
          onClick={() => onWish(chip.wish)}
        >
          {chip.words}
        </View>
      ))}
    </ScrollView>
  )
}
