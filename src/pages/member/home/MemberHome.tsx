/** The card page of a member. Shows only what exists: no debt, no row about debt. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useOwnAvatar } from '../../../client/own-avatar'
import ActivityRow from '../../../components/ActivityRow'
import EmptyState from '../../../components/EmptyState'
import MemberAvatar from '../../../components/MemberAvatar'
import Sleeve from '../../../components/Sleeve'
import TierCard from '../../../components/TierCard'
import type { HomeView } from '../../../contract/member'
import { countText } from '../../../domain/money/yuan-text'
import type { Material } from '../../../domain/programme/programme'
import { words } from '../../../text/member'
import { ME_TEXT } from '../../../text/me'
import { WAYS_TEXT } from '../../../text/ways'
import { openGrowth, openMe, openPoints } from '../routes'
import BirthdayStrip from './BirthdayStrip'
import { helloText, visitsText } from './greeting'
import Notes from './Notes'
import SectionHead from './SectionHead'
import OccasionLine from './OccasionLine'
import SleeveWords from './SleeveWords'
import Today from './Today'
import UpgradeNote from './UpgradeNote'
import './index.scss'

/** Of the last activities: the page is heavy enough, and all of them are a touch away. */
const RECENT = 3

interface MemberHomeProps {
  readonly home: Extract<HomeView, { joined: true }>
  /** The last attempt to refresh failed. */
  readonly stale: boolean
}

/** The material goes along, so that the code page stands in its metal before the code is there. */
const showCode = (material: Material): void =>
  void Taro.navigateTo({ url: `/pages/member/code/index?material=${material}` })

function Hello({ home, stale }: MemberHomeProps): ReactNode {
  const { card, serverNow } = home
  const picture = useOwnAvatar(home.avatar)
  return (
    <View className="home__hello">
      <View
        className="home__me pressable"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={ME_TEXT.open}
        onClick={openMe}
      >
        <MemberAvatar name={card.name} material={card.material} size={40} picture={picture} />
      </View>
      <View className="home__greeting">{helloText(card.name, serverNow)}</View>
      <View className="home__visits num">{stale ? words.home.stale : visitsText(home.visitCount)}</View>
    </View>
  )
}

export default function MemberHome({ home, stale }: MemberHomeProps): ReactNode {
  const { card, benefits, recent, serverNow } = home
  return (
    <View className="home fade-in">
      <Hello home={home} stale={stale} />
      <View className="home__stack">
        <Sleeve
          card={
            <TierCard
              card={card}
              mallName={home.mallName}
              sleeved
              onPoints={openPoints}
              pointsLabel={WAYS_TEXT.points(countText(card.points))}
            />
          }
        >
          <SleeveWords
            card={card}
            progress={home.progress}
            onShowCode={() => showCode(card.material)}
            onGrowth={openGrowth}
          />
        </Sleeve>
      </View>
      {/* A place of its own: what comes and goes in it does not send the whole page over the bridge again. */}
      <View className="home__news">
        {home.upgrade && <UpgradeNote upgrade={home.upgrade} card={card} now={serverNow} />}
      </View>
      <View>{home.occasion && <OccasionLine {...home.occasion} />}</View>
      {home.today && !home.frozen && <Today today={home.today} now={serverNow} />}
      <View>{home.birthday && <BirthdayStrip {...home.birthday} />}</View>
      <Notes home={home} />
      {benefits.length > 0 && <Benefits tierName={card.tierName} benefits={benefits} />}
      <View className="home__section">
        <SectionHead title={words.home.recent} way={WAYS_TEXT.all} onTap={openPoints} />
        <View className="home__recent">
          {recent.slice(0, RECENT).map((activity) => (
            <ActivityRow key={activity.id} activity={activity} now={serverNow} />
          ))}
          {recent.length === 0 && (
            <EmptyState compact title={words.home.emptyTitle} advice={words.home.emptyAdvice} />
          )}
        </View>
      </View>
    </View>
  )
}

function Benefits({
  tierName,
  benefits,
}: {
  readonly tierName: string
  readonly benefits: readonly string[]
}): ReactNode {
  return (
    <View className="home__section">
      <SectionHead title={words.home.benefits(tierName)} way={WAYS_TEXT.everyTier} onTap={openGrowth} />
      <View className="home__benefits">
        {benefits.map((benefit) => (
          <View key={benefit} className="home__benefit">
            {benefit}
          </View>
        ))}
      </View>
    </View>
  )
}
