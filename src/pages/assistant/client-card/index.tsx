/** Changes the client card of the member who stands there, beginning with the card that the client book showed. */
import { useState, type ReactNode } from 'react'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import { CARD_TEXT as text } from '../../../text/zh-cn/clients'
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
      {visit && card ? <CardForm visit={visit.visit} shown={card} onDone={leaveClientCard} /> : <NoVisit />}
    </Screen>
  )
}
