/** The page of a birthday that is known: when it is, its gifts, its days of more points, and the bar that takes a gift. */
import { View } from '@tarojs/components'
import { useCallback, useState, type ReactNode } from 'react'
import { askAt } from '../../../../client/ask-to-tell'
import { useCommand, type Command } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import { calledName } from '../../../../components/person-name'
import type { BirthdayView, ChosenGiftView, KeptBirthdayView } from '../../../../contract/birthday-views'
import { BIRTHDAY_TEXT as text } from '../../../../text/birthday'
import { words } from '../../../../text/member'
import MeNotice from '../../me/MeNotice'
import { openCouponById, openGrowth } from '../../routes'
import BonusDays from './BonusDays'
import CalendarSwitch from './CalendarSwitch'
import { giftsState, giftsWords, isNear, saidDay, whenWords, type GiftsState } from './birthday-words'
import Gifts from './Gifts'
import Head from './Head'

interface BirthdayProps {
  readonly view: BirthdayView
  readonly birthday: KeptBirthdayView
  /** The last attempt to refresh failed. */
  readonly stale: boolean
  /** The page is not as it was shown any more. */
  readonly onChanged: () => void
}

type Choosing = Command<{ readonly offerId: string }, ChosenGiftView>

export default function Birthday({ view, birthday, stale, onChanged }: BirthdayProps): ReactNode {
  const { name, serverNow: now } = view
  const { gifts, bonus, on } = birthday
  const [picked, setPicked] = useState<string | null>(null)
  const choosing = useCommand('member', 'choose-birthday-gift')
  const pick = useCallback((offerId: string) => setPicked(offerId), [])
  const state = giftsState(gifts, now)
  const greeting = isNear(birthday) ? text.happy : text.kept
  return (
    <>
      <Head lines={[name ? text.greeting(calledName(name)) : '', greeting]}>
        <View>{stale ? words.home.stale : whenWords(birthday.inDays)}</View>
        <View>{giftsWords(birthday, now)}</View>
      </Head>
      <CalendarSwitch birthday={birthday} now={now} />
      <View>
        {gifts && state !== 'had' && (
          <Gifts gifts={gifts} state={state} picked={picked} now={now} onPick={pick} />
        )}
        {state === 'had' && <View className="birthday__note">{text.gifts.hadBefore}</View>}
        {!gifts && view.giftsFromTier !== null && <FromTier tier={view.giftsFromTier} />}
      </View>
      <View>{bonus && <BonusDays bonus={bonus} on={on} now={now} />}</View>
      {gifts && state !== 'had' && (
        <Bar
          birthday={birthday}
          state={state}
          picked={picked}
          choosing={choosing}
          now={now}
          onChanged={onChanged}
        />
      )}
    </>
  )
}

function FromTier({ tier }: { readonly tier: string }): ReactNode {
  return (
    <View className="birthday__note">
      <View className="birthday__note-title">{text.gifts.tierTitle(tier)}</View>
      {text.gifts.tierAdvice}
      <View className="birthday__note-way">
        <Button kind="secondary" small onTap={openGrowth}>
          {text.gifts.tiers}
        </Button>
      </View>
    </View>
  )
}

interface BarProps {
  readonly birthday: KeptBirthdayView
  readonly state: GiftsState
  readonly picked: string | null
  readonly choosing: Choosing
  readonly now: number
  readonly onChanged: () => void
}

interface BarButton {
  readonly words: string
  readonly onTap?: () => void
}

function buttonOf({ birthday: { gifts }, state, picked, choosing, now, onChanged }: BarProps): BarButton {
  const chosen = gifts?.chosen
  if (chosen) return { words: text.gifts.showCode, onTap: () => openCouponById(chosen.couponId) }
  if (state === 'early' && gifts) return { words: text.gifts.waits(saidDay(gifts.from, now)) }
  if (state === 'over') return { words: text.gifts.over }
  const gift = gifts?.options.find(({ offerId }) => offerId === picked)
  if (!gift) return { words: text.gifts.pick }
  const take = (): void => {
    askAt('birthday')
    void choosing.run({ offerId: gift.offerId }).then((answer) => {
      if (!answer.ok && answer.error.kind === 'refused') onChanged()
    })
  }
  if (choosing.state === 'running') return { words: text.gifts.taking, onTap: take }
  return { words: choosing.state === 'unknown' ? text.gifts.again : text.gifts.take(gift.name), onTap: take }
}

function Bar(props: BarProps): ReactNode {
  const { choosing, now } = props
  const { words: said, onTap } = buttonOf(props)
  const taken = choosing.data
  return (
    <View className="birthday-bar">
      <View>
        <MeNotice command={choosing} />
      </View>
      <View className="birthday-bar__said num" ariaLive="polite">
        {taken ? text.gifts.inWallet(saidDay(taken.validFrom, now), saidDay(taken.validUntil, now)) : ''}
      </View>
      <Button wide disabled={!onTap} loading={choosing.state === 'running'} onTap={onTap}>
        {said}
      </Button>
    </View>
  )
}
