/** The member's first page: the card and what belongs to it; for somebody without a card, the way to one. */
import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { learnTemplates } from '../../../client/ask-to-tell'
import { errorReference, errorText } from '../../../client/error-text'
import { useQuery } from '../../../client/use-query'
import ErrorState from '../../../components/ErrorState'
import MallBrand from '../../../components/MallBrand'
import NavBar from '../../../components/NavBar'
import type { HomeView } from '../../../contract/member'
import { words } from '../../../text/member'
import JoinFlow from '../join/JoinFlow'
import TabScreen from '../TabScreen'
import HomeSkeleton from './HomeSkeleton'
import MemberHome from './MemberHome'

/** Whoever gets the card comes here: to their own membership card, or to where one joins. */
const HOME = '/pages/member/home/index'

type Offer = Extract<HomeView, { joined: false }>

export default function HomePage(): ReactNode {
  const { state, data, error, refresh } = useQuery('member', 'home', {})
  // Joining makes `data` the card at once; the welcome still has to be read.
  const [offer, setOffer] = useState<Offer | null>(null)
  useEffect(() => {
    if (data && !data.joined) setOffer(data)
    if (data?.joined) learnTemplates(data.templates)
  }, [data])

  useShareAppMessage(() => ({ title: words.home.share(data?.mallName ?? ''), path: HOME }))

  const joining = data && !data.joined ? data : offer
  return (
    <TabScreen
      tab="home"
      alone={joining !== null}
      busyLabel={state === 'loading' ? words.shared.loading : undefined}
    >
      <NavBar brand={<MallBrand name={data?.mallName ?? ''} />} />
      {/* A place of its own: what comes and goes in it does not send the bar above it again. */}
      <View>
        {state === 'loading' && <HomeSkeleton />}
        {state === 'error' && (
          <ErrorState
            {...errorText(error)}
            reference={errorReference(error)}
            onRetry={() => void refresh()}
          />
        )}
        {joining && (
          <JoinFlow mallName={joining.mallName} tiers={joining.tiers} onFinished={() => setOffer(null)} />
        )}
        {!joining && data?.joined && <MemberHome home={data} stale={error !== null} />}
      </View>
    </TabScreen>
  )
}
