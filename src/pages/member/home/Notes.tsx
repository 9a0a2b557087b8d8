/** Rows that only some members see: a frozen card, points owed, a tier in danger, points about to expire, the way to the desk. */
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { dayText, untilText } from '../../../components/day-words'
import Icon from '../../../components/Icon'
import type { HomeView } from '../../../contract/member'
import type { LapsingView } from '../../../contract/points-and-growth'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { ME_TEXT } from '../../../text/me'
import { words } from '../../../text/member'
import { openGrowth, openMe, openOffers, openPoints } from '../routes'
import Note from './Note'

type Home = Extract<HomeView, { joined: true }>

const openDesk = (): void => void Taro.navigateTo({ url: '/pages/assistant/desk/index' })

export default function Notes({ home }: { readonly home: Home }): ReactNode {
  const { frozen, card, debt, lapsing, expiringSoon, serverNow, staff } = home
  return (
    <>
      {frozen && (
        <Note
          icon="circle-alert"
          urgent
          small={ME_TEXT.frozenOnHome}
          end={<View className="note__until">{ME_TEXT.toMe}</View>}
          onTap={openMe}
        >
          {ME_TEXT.frozenTitle}
        </Note>
      )}
      {debt > 0 && (
        <Note icon="undo-2" small={words.home.debtAdvice} onTap={openPoints}>
          {words.home.debtTitle(countText(debt))}
        </Note>
      )}
      {card.pending && (
        <Note
          icon="hourglass"
          small={words.home.pendingAdvice(
            dayText(businessDay(card.pending.nextOn), businessDayOf(serverNow)),
          )}
          onTap={openPoints}
        >
          {words.home.pendingTitle(countText(card.pending.points))}
        </Note>
      )}
      {lapsing && <Lapsing lapsing={lapsing} home={home} />}
      {expiringSoon && <Expiring soon={expiringSoon} now={serverNow} />}
      <Offers />
      {staff && (
        <Note
          icon="store"
          small={words.home.deskAdvice}
          end={
            <View className="note__icon">
              <Icon name="chevron-right" size={20} />
            </View>
          }
          onTap={openDesk}
        >
          {words.home.desk}
        </Note>
      )}
    </>
  )
}

/** The quiet way to what can be claimed. */
function Offers(): ReactNode {
  return (
    <Note
      icon="ticket"
      end={
        <View className="note__icon">
          <Icon name="chevron-right" size={20} />
        </View>
      }
      onTap={openOffers}
    >
      {words.home.offers}
    </Note>
  )
}

function Lapsing({ lapsing, home }: { readonly lapsing: LapsingView; readonly home: Home }): ReactNode {
  const day = dayText(businessDay(lapsing.until), businessDayOf(home.serverNow))
  const { lapsingTitle, lapsingInGrace, lapsingAtEnd } = words.home
  return (
    <Note
      icon="clock"
      urgent
      small={lapsing.inGrace ? lapsingInGrace(day) : lapsingAtEnd(day)}
      end={<View className="note__until num">{untilText(lapsing.until, home.serverNow)}</View>}
      onTap={openGrowth}
    >
      {lapsingTitle(shortYuanText(fen(lapsing.gapFen)), home.card.tierName)}
    </Note>
  )
}

function Expiring({
  soon,
  now,
}: {
  readonly soon: NonNullable<Home['expiringSoon']>
  readonly now: number
}): ReactNode {
  const day = dayText(businessDay(soon.expiresOn), businessDayOf(now))
  return (
    <Note
      icon="hourglass"
      urgent
      end={<View className="note__until num">{untilText(soon.expiresOn, now)}</View>}
      onTap={openPoints}
    >
      <Text className="note__tea">{words.home.expiringPoints(countText(soon.points))}</Text>{' '}
      <Text className="note__whole">{words.home.expiring(day)}</Text>
    </Note>
  )
}
