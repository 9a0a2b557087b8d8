/** The member's own page: who I am, what my data is used for, and how my card stands. */
import type { ReactNode } from 'react'
import { useQuery } from '../../../client/use-query'
import { ME_TEXT as text } from '../../../text/me'
import Me from './Me'
import MePage from './MePage'
import './me.scss'

export default function OwnPage(): ReactNode {
  const query = useQuery('member', 'me', {})
  return (
    <MePage tab title={text.title} query={query} skeleton={[88, 224, 224]}>
      {(me) => <Me me={me} />}
    </MePage>
  )
}
