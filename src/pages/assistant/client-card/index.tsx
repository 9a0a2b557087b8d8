/** Changes the client card of the member who stands there, beginning with the card that the client book showed. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import { useQuery } from '../../../client/use-query'
import type { ClientCardView } from '../../../contract/client-book'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { CARD_TEXT as text } from '../../../text/zh-cn/clients'
import FailureNotice from '../FailureNotice'
import Notice from '../Notice'
import NoVisit from '../NoVisit'
import { cardOnHand, visitOnHand } from '../on-hand'
import { leaveClientCard } from '../routes'
import CardForm from './CardForm'
import './card-form.scss'

export default function ClientCardPage(): ReactNode {
  const [visit] = useState(visitOnHand)
  const [card] = useState(cardOnHand)
  return (
    <Screen>
      <NavBar title={text.title} />
      {visit && card ? <CardChange visit={visit.visit} shown={card} /> : <NoVisit />}
    </Screen>
  )
}

interface CardChangeProps {
  readonly visit: string
  /** As the book showed it. */
  readonly shown: ClientCardView
}

/** Asks for the card only when somebody else turns out to have been faster. */
function CardChange({ visit, shown }: CardChangeProps): ReactNode {
  const query = useQuery('assistant', 'client-book', { visit }, { enabled: false })
  const card = query.data?.card ?? shown
  const fetch = (): void => void query.refresh()
  return (
    <View className="card-form">
      <View>
        {query.error ? (
          <FailureNotice error={query.error}>
            <Button kind="text" onTap={fetch}>
              {SHARED_TEXT.again}
            </Button>
          </FailureNotice>
        ) : query.data ? (
          <Notice tone="caution" title={text.outdatedTitle} advice={text.outdatedAdvice} />
        ) : null}
      </View>
      <CardForm key={card.version} visit={visit} card={card} onDone={leaveClientCard} onOutdated={fetch} />
    </View>
  )
}
