/** What a coupon is worth, and its terms, each on a line: where, when, what goes together, and how it is used. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayText } from '../../../components/day-words'
import type { GiftView } from '../../../contract/coupon-views'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { COUPON_TEXT as text } from '../../../text/coupons'
import { TERMS_TEXT } from '../../../text/wallet'
import { words } from '../../../text/member'
import { togetherWords, weekdayWords, whereWords, worthWords } from '../coupon-words'
import './terms.scss'

type Terms = GiftView['coupon']

interface TermsProps {
  readonly terms: Terms
  readonly now: number
}

export function Worth({ terms }: Pick<TermsProps, 'terms'>): ReactNode {
  const { worth } = terms
  const { figure, under } = worthWords(worth)
  return (
    <View className={`coupon--${worth.kind}`}>
      <View className="worth__kind">{terms.name}</View>
      <View className="worth">
        <View className="worth__figure num">{figure}</View>
        <View className="worth__under num">{[under, whereWords(terms)].join(words.shared.comma)}</View>
      </View>
    </View>
  )
}

function daysOf({ validFrom, validUntil }: Terms, now: number): string {
  const today = businessDayOf(now)
  const last = dayText(businessDay(validUntil), today)
  return validFrom > today
    ? TERMS_TEXT.between(dayText(businessDay(validFrom), today), last)
    : TERMS_TEXT.until(last)
}

function weekdaysOf({ weekdays, blackoutDays = [] }: Terms, now: number): string {
  const today = businessDayOf(now)
  const closed = blackoutDays
    .filter((day) => day >= today)
    .map((day) => dayText(businessDay(day), today))
    .join(words.shared.list)
  const open = weekdayWords(weekdays) ?? TERMS_TEXT.everyDay
  return closed === '' ? open : [open, TERMS_TEXT.notOn(closed)].join(words.shared.comma)
}

function goodsOf({ scopeWords: { brands, categories, products } }: Terms): string {
  return [...(products ?? []), ...(categories ?? []), ...(brands ?? [])].join(words.shared.list)
}

function membersOf({ scopeWords: { tierNames, stages } }: Terms): string {
  return [...(tierNames ?? []), ...(stages ?? []).map((stage) => TERMS_TEXT.stages[stage])].join(
    words.shared.list,
  )
}

export default function TermsRows({ terms, now }: TermsProps): ReactNode {
  const { storeNames } = terms.scopeWords
  const rows: readonly (readonly [string, string])[] = [
    [text.stores, storeNames ? storeNames.join(words.shared.list) : TERMS_TEXT.everyStore],
    [text.goods, goodsOf(terms)],
    [text.members, membersOf(terms)],
    [text.days, daysOf(terms, now)],
    [text.weekdays, terms.weekdays || terms.blackoutDays ? weekdaysOf(terms, now) : ''],
    [
      text.together,
      terms.worth.kind === 'exchange' || terms.worth.kind === 'parking' ? '' : togetherWords(terms),
    ],
  ]
  return (
    <View className="terms">
      {rows
        .filter(([, said]) => said !== '')
        .map(([label, said]) => (
          <View key={label} className="terms__row">
            <View className="terms__label">{label}</View>
            <View className="terms__words num">{said}</View>
          </View>
        ))}
      <View className="terms__advice">{terms.advice}</View>
    </View>
  )
}
