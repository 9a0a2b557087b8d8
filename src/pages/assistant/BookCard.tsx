/** What is noted of a member: how full the book is, sizes, preferences, allergies, and who wrote it. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ClientCardView, CompletenessView } from '../../contract/client-book'
import { CARD_TEXT as text } from '../../text/zh-cn/clients'
import { momentText } from './figures'
import './book-card.scss'

interface BookCardProps {
  readonly card: ClientCardView
  readonly completeness: CompletenessView
  readonly now: number
}

export default function BookCard({ card, completeness, now }: BookCardProps): ReactNode {
  const { sizes, preferences, allergies, changed } = card
  const { percent, missing } = completeness
  return (
    <View className="book-card">
      <View className="book-card__head">
        <View className="book-card__percent">{text.percent(percent)}</View>
        <View className="book-card__missing">
          {missing.length === 0 ? text.complete : text.missing(missing)}
        </View>
      </View>
      <Part title={text.allergies}>
        {allergies === null || allergies.length === 0 ? (
          <View className="book-card__none">{allergies === null ? text.allergiesOff : text.noAllergies}</View>
        ) : (
          <Tags words={allergies} grave />
        )}
      </Part>
      <Part title={text.sizes}>
        {sizes.length === 0 ? (
          <View className="book-card__none">{text.none}</View>
        ) : (
          <Tags words={sizes.map(({ kind, value }) => `${text.kinds[kind]} ${value}`)} />
        )}
      </Part>
      <Part title={text.preferences}>
        {preferences.length === 0 ? (
          <View className="book-card__none">{text.none}</View>
        ) : (
          <Tags words={preferences} />
        )}
      </Part>
      {changed ? (
        <View className="book-card__by">
          {text.changed(changed.by, changed.storeName, momentText(changed.at, now))}
        </View>
      ) : null}
    </View>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <View className="book-card__part">
      <View className="book-card__title">{title}</View>
      <View className="book-card__content">{children}</View>
    </View>
  )
}

function Tags(props: { readonly words: readonly string[]; readonly grave?: boolean }): ReactNode {
  const name = props.grave ? 'book-card__tag book-card__tag--grave' : 'book-card__tag'
  return (
    <View className="book-card__tags">
      {props.words.map((each) => (
        <View key={each} className={name}>
          {each}
        </View>
      ))}
    </View>
  )
}
