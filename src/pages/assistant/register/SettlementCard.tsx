/** The price being keyed in, or the sum of the pieces and the one being keyed in, and what it settles to: discount, total due, points, the way to the next tier. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { UsableCouponView } from '../../../contract/counter-coupons'
import type { SettlementView } from '../../../contract/views'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { PIECE_TEXT } from '../../../text/zh-cn/counter'
import { COUPON_TEXT } from '../../../text/zh-cn/redeeming'
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { entryText, type AmountEntry, type Limit } from './amount-entry'
import { countOf, type KeyedOrder } from './pieces'
import { settlementWords } from './settlement-words'
import './settlement-card.scss'

interface SettlementCardProps {
  readonly order: KeyedOrder
  readonly settlement: SettlementView
  /** Null when the figures are not of the tier that the member was seen to hold. */
  readonly tierName: string | null
  readonly coupons: readonly UsableCouponView[]
  /** Back to what saves most, where another choice is dearer. */
  readonly onCheapest: (() => void) | null
}

export default function SettlementCard(props: SettlementCardProps): ReactNode {
  const { order, settlement, tierName, coupons, onCheapest } = props
  const words = settlementWords(settlement, tierName, coupons)
  return (
    <View className="settlement">
      {/* A place of its own: the first piece does not send the figures below again. */}
      <View>
        {order.pieces.length === 0 ? (
          <Amount entry={order.entry} />
        ) : (
          <PiecesSum order={order} priceFen={settlement.priceFen} />
        )}
      </View>
      {/* Two elements however many lines there are: each further element costs the bridge a hundred bytes. */}
      {words.less ? (
        <View className="settlement__line">
          <Text>{words.less.labels}</Text>
          <Text className="settlement__less">{words.less.amounts}</Text>
        </View>
      ) : null}
      <View className="settlement__due">
        <View className="settlement__due-label">{text.due}</View>
        <View>
          {onCheapest ? (
            <View
              className="settlement__cheapest"
              hoverClass="pressed"
              ariaRole="button"
              onClick={onCheapest}
            >
              {COUPON_TEXT.cheapest}
            </View>
          ) : null}
        </View>
        <Text className="settlement__due-figure">{words.due}</Text>
      </View>
      <View className="settlement__earn">
        <View>
          {text.earnBefore} <Text className="settlement__points">{words.points}</Text> {text.earnAfter}
        </View>
        <Text className="settlement__times">{words.times}</Text>
        <Text className="settlement__ladder">{words.ladder}</Text>
      </View>
    </View>
  )
}

const LONG_AMOUNT = 9

/** One amount alone: all that there is to key in. */
function Amount({ entry }: { readonly entry: AmountEntry }): ReactNode {
  return (
    <View className="settlement__amount">
      <EntryLabel entry={entry} otherwise={text.price} />
      <View
        className={entry.text === '' ? 'settlement__price settlement__price--empty' : 'settlement__price'}
      >
        <Figure amount={entryText(entry)} />
        <View className="settlement__caret" />
      </View>
    </View>
  )
}

interface PiecesSumProps {
  readonly order: KeyedOrder
  readonly priceFen: number
}

/** The sum of all pieces on top; below it the one being keyed in. */
function PiecesSum({ order, priceFen }: PiecesSumProps): ReactNode {
  const { entry, pieces } = order
  return (
    <>
      <View className="settlement__amount">
        <View className="settlement__label">{PIECE_TEXT.sum(countOf(order))}</View>
        <View className="settlement__price">
          <Figure amount={yuanText(fen(priceFen))} />
        </View>
      </View>
      <View className="settlement__line settlement__keying">
        <EntryLabel entry={entry} otherwise={PIECE_TEXT.nameless(pieces.length + 1)} />
        <View
          className={
            entry.text === ''
              ? 'settlement__price settlement__piece settlement__price--empty'
              : 'settlement__price settlement__piece'
          }
        >
          {entryText(entry)}
          <View className="settlement__caret" />
        </View>
      </View>
    </>
  )
}

function EntryLabel({
  entry,
  otherwise,
}: {
  readonly entry: AmountEntry
  readonly otherwise: string
}): ReactNode {
  return (
    <View
      className={entry.limit ? 'settlement__label settlement__label--limit' : 'settlement__label'}
      ariaLive="polite"
    >
      {entry.limit ? LIMITS[entry.limit] : otherwise}
    </View>
  )
}

const LIMITS: Record<Limit, string> = {
  largest: text.largest,
  decimals: text.decimals,
  noAmount: PIECE_TEXT.noAmount,
  mostPieces: PIECE_TEXT.mostPieces,
}

const Figure = ({ amount }: { readonly amount: string }): ReactNode => (
  <Text
    className={
      amount.length > LONG_AMOUNT ? 'settlement__figure settlement__figure--long' : 'settlement__figure'
    }
  >
    {amount}
  </Text>
)
