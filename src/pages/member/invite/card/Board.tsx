/** The board of the season: surnames alone, the own place, and the way off it and back. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorText } from '../../../../client/error-text'
import { useCommand } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import { dayText } from '../../../../components/day-words'
import type { BoardView } from '../../../../contract/referral-views'
import { businessDay } from '../../../../domain/time/business-day'
import { INVITE_TEXT as text } from '../../../../text/invite'

/** Of twenty so many are shown; the own place follows where it is not among them. */
const ROWS = 5

interface RowProps {
  readonly place: number
  readonly name: string
  readonly friends: number
  readonly own?: boolean
  readonly aside?: string
}

function Row({ place, name, friends, own = false, aside }: RowProps): ReactNode {
  return (
    <View className={own ? 'board__row board__row--own' : 'board__row'}>
      <View className={place === 1 ? 'board__place board__place--first num' : 'board__place num'}>
        {place}
      </View>
      <View className="board__name">{name}</View>
      {aside && <View className="board__aside num">{aside}</View>}
      <View className="board__friends num">{text.friends(friends)}</View>
    </View>
  )
}

export default function Board({ board }: { readonly board: BoardView }): ReactNode {
  const { rows, own, isShown } = board
  const command = useCommand('member', 'show-on-board')
  const ends = businessDay(board.endsOn)
  const shown = rows.filter(({ place }) => place <= ROWS)
  const ownRow = own && (
    <Row
      key={own.place}
      own
      place={own.place}
      name={text.me}
      friends={own.friends}
      aside={own.missing > 0 ? text.toNext(own.place - 1, own.missing) : undefined}
    />
  )
  return (
    <>
      <View className="invite__head">
        <View className="invite__title invite__title--side">{text.board(board.quarter)}</View>
        <View className="invite__aside num">{text.boardEnds(dayText(ends, ends))}</View>
      </View>
      <View className="invite__panel invite__panel--list">
        {rows.length === 0 && <View className="board__empty">{text.boardEmpty}</View>}
        {shown.map(({ place, name, friends, isOwn }) =>
          isOwn ? ownRow : <Row key={place} place={place} name={name} friends={friends} />,
        )}
        {!shown.some(({ isOwn }) => isOwn) && ownRow}
      </View>
      <View className="invite__opt">
        <Button
          kind="text"
          small
          loading={command.state === 'running'}
          onTap={() => void command.run({ shown: !isShown })}
        >
          {isShown ? text.hide : text.show}
        </Button>
      </View>
      {command.state === 'failed' && <View className="invite__failed">{errorText(command.error).title}</View>}
    </>
  )
}
