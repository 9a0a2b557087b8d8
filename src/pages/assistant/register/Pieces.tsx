/** The pieces keyed in so far, newest first: what each costs, and a way to change or remove it. */
import { View } from '@tarojs/components'
import { memo, useState, type ReactNode } from 'react'
import Icon from '../../../components/Icon'
import { yuanText } from '../../../domain/money/yuan-text'
import { PIECE_TEXT as text } from '../../../text/zh-cn/counter'
import { priceOfPiece, type OrderStep, type Piece } from './pieces'
import PieceSheet from './PieceSheet'
import './pieces.scss'

interface PiecesProps {
  readonly pieces: readonly Piece[]
  readonly locked: boolean
  readonly onStep: (step: OrderStep) => void
}

export default memo(function Pieces({ pieces, locked, onStep }: PiecesProps): ReactNode {
  const [changing, setChanging] = useState<Piece | null>(null)
  const [open, setOpen] = useState(false)
  if (pieces.length === 0) return null
  const rows = pieces.map((piece, place) => ({ piece, no: place + 1 })).reverse()
  return (
    <View className="pieces" ariaLabel={text.list}>
      {rows.map(({ piece, no }) => (
        <Row
          key={piece.id}
          piece={piece}
          no={no}
          onChange={() => {
            if (locked) return
            setChanging(piece)
            setOpen(true)
          }}
          onRemove={() => onStep({ kind: 'remove', id: piece.id })}
        />
      ))}
      {changing ? (
        <PieceSheet
          key={changing.id}
          open={open}
          piece={changing}
          onClose={() => setOpen(false)}
          onChanged={(piece) => {
            setOpen(false)
            onStep({ kind: 'change', piece })
          }}
        />
      ) : null}
    </View>
  )
})

interface RowProps {
  readonly piece: Piece
  readonly no: number
  readonly onChange: () => void
  readonly onRemove: () => void
}

function Row({ piece, no, onChange, onRemove }: RowProps): ReactNode {
  const name = piece.name ?? text.nameless(no)
  const price = yuanText(priceOfPiece(piece))
  return (
    <View className="pieces__row">
      <View
        className="pieces__piece"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={text.rowLabel(name, price)}
        onClick={onChange}
      >
        <View className="pieces__words">
          <View className="pieces__name">{name}</View>
          {piece.quantity > 1 ? (
            <View className="pieces__count">{text.times(yuanText(piece.unitFen), piece.quantity)}</View>
          ) : null}
        </View>
        <View className="pieces__price">{price}</View>
      </View>
      <View
        className="pieces__remove"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={text.remove(name)}
        onClick={onRemove}
      >
        <Icon name="x" size={18} />
      </View>
    </View>
  )
}
