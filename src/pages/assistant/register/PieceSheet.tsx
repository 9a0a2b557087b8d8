/** How many of one piece, and what it is called: both can stay as they are. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { LONGEST_PIECE_NAME, MOST_PIECES_OF_A_LINE } from '../../../contract/views'
import { yuanText } from '../../../domain/money/yuan-text'
import { PIECE_TEXT as text } from '../../../text/zh-cn/counter'
import Stepper from '../Stepper'
import TypedField from '../TypedField'
import { knownPieceNames, rememberPieceName } from './piece-names'
import { pieceName, priceOfPiece, type Piece } from './pieces'
import './piece-sheet.scss'

interface PieceSheetProps {
  readonly open: boolean
  readonly piece: Piece
  readonly onChanged: (piece: Piece) => void
  readonly onClose: () => void
}

export default function PieceSheet({ open, piece, onChanged, onClose }: PieceSheetProps): ReactNode {
  return (
    <Sheet open={open} title={text.sheetTitle(yuanText(piece.unitFen))} onClose={onClose}>
      <PieceForm piece={piece} onChanged={onChanged} />
    </Sheet>
  )
}

/** Gone with the sheet: a change that was not confirmed is none. */
function PieceForm({ piece, onChanged }: Pick<PieceSheetProps, 'piece' | 'onChanged'>): ReactNode {
  const [quantity, setQuantity] = useState(piece.quantity)
  const [typed, setTyped] = useState(piece.name ?? '')
  const [known] = useState(knownPieceNames)
  const changed: Piece = { ...piece, quantity, name: pieceName(typed) }
  const confirm = (): void => {
    if (changed.name !== null) rememberPieceName(changed.name)
    onChanged(changed)
  }
  return (
    <View className="piece-sheet">
      <View className="piece-sheet__quantity">
        <View>{text.quantity}</View>
        <Stepper
          value={quantity}
          least={1}
          most={MOST_PIECES_OF_A_LINE}
          lessLabel={text.less}
          moreLabel={text.more}
          onStep={(by) => setQuantity((before) => before + by)}
        />
      </View>
      <TypedField
        label={text.name}
        type="text"
        maxlength={LONGEST_PIECE_NAME}
        value={typed}
        hint={text.nameHint}
        onType={setTyped}
      />
      {known.length > 0 ? (
        <View className="piece-sheet__names" ariaLabel={text.known}>
          {known.map((name) => (
            <View
              key={name}
              className="piece-sheet__known"
              hoverClass="pressed"
              ariaRole="button"
              onClick={() => setTyped(name)}
            >
              {name}
            </View>
          ))}
        </View>
      ) : null}
      <Button wide onTap={confirm}>
        {text.confirm(yuanText(priceOfPiece(changed)))}
      </Button>
    </View>
  )
}
