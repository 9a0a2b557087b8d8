/** The rows of the own page, and the sheet that one of them opens. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { useOwnAvatar } from '../../../client/own-avatar'
import { momentText } from '../../../components/day-words'
import { groupedDigits } from '../../../components/grouped-digits'
import MemberAvatar from '../../../components/MemberAvatar'
import TierBadge from '../../../components/TierBadge'
import type { MeView } from '../../../contract/member'
import { LANGUAGE_NAMES } from '../../../text/language'
import { ME_TEXT as text } from '../../../text/me'
import { birthdayText } from './birthday-words'
import ChangeSheet, { type Step } from './ChangeSheet'
import CloseSheet from './CloseSheet'
import ExportSheet from './ExportSheet'
import { openInvite, openMessages, openNotices } from '../routes'
import Row from './Row'

/** In each language's own name: whoever cannot read the one that is shown finds the way by it. */
const LANGUAGE_CHOICE = Object.values(LANGUAGE_NAMES).join(' / ')

type Opened = Step | 'close' | 'export' | null

const open = (page: 'profile' | 'consent' | 'looks' | 'noted' | 'reading'): void =>
  void Taro.navigateTo({ url: `/pages/member/settings/${page}/index` })

function profileText({ birthday, tags }: MeView): string {
  const told = [...(birthday ? [birthdayText(birthday)] : []), ...tags.slice(0, 2)]
  return told.length > 0 ? told.join(' · ') : text.birthdayNone
}

function Head({ me }: { readonly me: MeView }): ReactNode {
  const { card, salutation, phoneTail } = me
  const picture = useOwnAvatar(me.avatar)
  return (
    <View className="me-head">
      <MemberAvatar name={card.name} material={card.material} picture={picture} />
      <View className="me-head__words">
        <View className="me-head__name">
          {card.name}
          {salutation && <View className="me-head__salutation">{text.salutations[salutation]}</View>}
        </View>
        <View className="me-head__line">
          <TierBadge name={card.tierName} material={card.material} />
          {phoneTail && <View className="me-head__phone num">{text.phone(phoneTail)}</View>}
        </View>
      </View>
    </View>
  )
}

/** What the mall knows of the member and does with it. */
function About({ me, onExport }: { readonly me: MeView; readonly onExport: () => void }): ReactNode {
  // What the service needs cannot be turned off, and is not counted among what the member turned on.
  const given = me.consents.filter(({ given, needed }) => given && !needed).length
  return (
    <>
      <View className="me__title">{text.about}</View>
      <View className="me__panel">
        <Row title={text.profile} value={profileText(me)} onTap={() => open('profile')} />
        <Row title={text.consents} value={text.consentsOn(given)} onTap={() => open('consent')} />
        <Row title={text.messages} onTap={openMessages} />
        <Row title={text.noted} onTap={() => open('noted')} />
        <Row title={text.looks} onTap={() => open('looks')} />
        <Row title={text.export} onTap={onExport} />
      </View>
    </>
  )
}

export default function Me({ me }: { readonly me: MeView }): ReactNode {
  const [opened, setOpened] = useState<Opened>(null)
  // A sheet keeps its words while it slides away.
  const [last, setLast] = useState<Step>('freeze')
  const frozen = me.frozenSince !== null
  const change = (step: Step): void => {
    setLast(step)
    setOpened(step)
  }
  const shut = (): void => setOpened(null)
  return (
    <>
      <Head me={me} />
      {/* A place of its own: what comes and goes in it does not send the page to the screen again. */}
      <View>
        {me.frozenSince !== null && (
          <View className="me-notice" ariaLive="polite">
            <View className="me-notice__title">{text.frozenTitle}</View>
            <View className="me-notice__advice num">
              {text.frozenAdvice(momentText(me.frozenSince, me.serverNow))}
            </View>
          </View>
        )}
      </View>
      <View className="me__panel me__panel--below">
        <Row title={text.notices} value={text.unread(me.unread)} onTap={openNotices} />
      </View>
      <About me={me} onExport={() => setOpened('export')} />
      <View className="me__panel me__panel--below">
        <Row title={text.invite} onTap={openInvite} />
      </View>
      <View className="me__title">{text.thisPhone}</View>
      <View className="me__panel">
        <Row title={text.reading} value={LANGUAGE_CHOICE} onTap={() => open('reading')} />
      </View>
      <View className="me__title">{text.cardTitle}</View>
      <View className="me__panel">
        <Row title={text.cardNumber} value={groupedDigits(me.card.cardNumber)} />
        <Row
          title={frozen ? text.unfreeze : text.freeze}
          onTap={() => change(frozen ? 'unfreeze' : 'freeze')}
        />
        <Row title={text.replace} onTap={() => change('replace')} />
        <Row title={text.closeAccount} grave onTap={() => setOpened('close')} />
      </View>
      <View>
        <ChangeSheet key={last} step={last} open={opened === last} onClose={shut} />
      </View>
      <CloseSheet me={me} open={opened === 'close'} onClose={shut} />
      <ExportSheet mallName={me.mallName} open={opened === 'export'} onClose={shut} />
    </>
  )
}
