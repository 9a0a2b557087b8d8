/** What assistants noted about the member: read here, and taken away line by line. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCommand } from '../../../../client/use-command'
import { useQuery } from '../../../../client/use-query'
import { momentText } from '../../../../components/day-words'
import EmptyState from '../../../../components/EmptyState'
import type { OwnCardView } from '../../../../contract/client-book'
import { ME_TEXT } from '../../../../text/me'
import { SETTINGS_TEXT } from '../../../../text/settings'
import MeNotice from '../../me/MeNotice'
import MePage from '../../me/MePage'
import '../../me/me.scss'
import { isEmptyCard, partsOf, type NotedLine } from './noted-lines'
import './noted.scss'

const text = SETTINGS_TEXT.noted

export default function NotedPage(): ReactNode {
  const query = useQuery('member', 'client-card', {})
  return (
    <MePage title={ME_TEXT.noted} query={query} skeleton={[60, 120, 120, 120]}>
      {(card) => <Noted card={card} />}
    </MePage>
  )
}

function Noted({ card }: { readonly card: OwnCardView }): ReactNode {
  const command = useCommand('member', 'remove-card-line')
  const busy = command.state === 'running'
  return (
    <>
      <View className="me__lead">{text.lead}</View>
      <MeNotice command={command} />
      {isEmptyCard(card) && <EmptyState compact title={text.emptyTitle} advice={text.emptyAdvice} />}
      {partsOf(card).map(({ part, title, lines, advice }) => (
        <View key={part}>
          <View className="me__title">{title}</View>
          <View className="me__panel">
            {lines.length === 0 && <View className="noted__none">{text.none}</View>}
            {lines.map((each) => (
              <Line
                key={each.words}
                each={each}
                disabled={busy}
                onRemove={() => void command.run({ line: each.line })}
              />
            ))}
          </View>
          {advice !== null && <View className="me__small">{advice}</View>}
        </View>
      ))}
      {card.changed && (
        <View className="me__small num">
          {text.changed(card.changed.storeName, momentText(card.changed.at, card.serverNow))}
        </View>
      )}
    </>
  )
}

interface LineProps {
  readonly each: NotedLine
  readonly disabled: boolean
  readonly onRemove: () => void
}

function Line({ each, disabled, onRemove }: LineProps): ReactNode {
  return (
    <View className="noted">
      <View className="noted__words num">{each.words}</View>
      <View
        className={disabled ? 'noted__remove noted__remove--off' : 'noted__remove pressable'}
        hoverClass={disabled ? 'none' : 'pressed'}
        ariaRole="button"
        ariaLabel={text.removeLabel(each.words)}
        onClick={disabled ? undefined : onRemove}
      >
        {text.remove}
      </View>
    </View>
  )
}
