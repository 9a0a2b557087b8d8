/** The wallet: empty until there is something in it. */
import type { ReactNode } from 'react'
import EmptyState from '../../../components/EmptyState'
import NavBar from '../../../components/NavBar'
import { words } from '../../../text/member'
import TabScreen from '../TabScreen'

const text = words.wallet

export default function WalletPage(): ReactNode {
  return (
    <TabScreen tab="wallet">
      <NavBar heading={text.title} />
      <EmptyState title={text.emptyTitle} advice={text.emptyAdvice} />
    </TabScreen>
  )
}
