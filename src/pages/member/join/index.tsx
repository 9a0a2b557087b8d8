/** The way in for somebody who comes from a poster or a link; a member is sent on to the card. */
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import { useQuery } from '../../../client/use-query'
import ErrorState from '../../../components/ErrorState'
import MallBrand from '../../../components/MallBrand'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import type { TierView } from '../../../contract/views'
import { openHome } from '../routes'
import JoinFlow from './JoinFlow'
import JoinSkeleton from './JoinSkeleton'

interface Offer {
  readonly mallName: string
  readonly tiers: readonly TierView[]
}

const goBack = (): void => void Taro.navigateBack()

export default function JoinPage(): ReactNode {
  // From a page that only waits for the card.
  const { params } = useRouter()
  const isOnTheWay = params.then === 'back'
  const { state, data, error, refresh } = useQuery('member', 'home', {})
  const [offer, setOffer] = useState<Offer | null>(null)
  useEffect(() => {
    if (!data) return
    if (!data.joined) setOffer(data)
    else if (!offer) openHome()
  }, [data, offer])

  return (
    <Screen>
      <NavBar brand={<MallBrand name={offer?.mallName ?? ''} />} />
      {!offer && state !== 'error' && <JoinSkeleton />}
      {state === 'error' && (
        <ErrorState {...errorText(error)} reference={errorReference(error)} onRetry={() => void refresh()} />
      )}
      {offer && <JoinFlow {...offer} onFinished={isOnTheWay ? goBack : openHome} />}
    </Screen>
  )
}
