/** What the member's data is used for, purpose by purpose; each switch is one command and holds at once. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCommand } from '../../../../client/use-command'
import { useQuery } from '../../../../client/use-query'
import { momentText } from '../../../../components/day-words'
import type { ConsentView, MeView } from '../../../../contract/member'
import { SETTINGS_TEXT } from '../../../../text/settings'
import MeNotice from '../../me/MeNotice'
import MePage from '../../me/MePage'
import '../../me/me.scss'
import './consent.scss'

const text = SETTINGS_TEXT.consent

interface PurposeRowProps {
  readonly consent: ConsentView
  readonly now: number
  readonly onToggle: () => void
}

function PurposeRow({ consent, now, onToggle }: PurposeRowProps): ReactNode {
  const { purpose, given, needed, at } = consent
  const { title, means } = text.purposes[purpose]
  const state = needed ? text.needed : given ? text.on : text.off
  return (
    <View
      className={needed ? 'purpose' : 'purpose pressable'}
      hoverClass={needed ? 'none' : 'pressed'}
      ariaRole={needed ? undefined : 'switch'}
      ariaLabel={text.label(title, state)}
      onClick={needed ? undefined : onToggle}
    >
      <View className="purpose__words">
        <View className="purpose__title">{title}</View>
        <View className="purpose__means">{means}</View>
        {at !== null && <View className="purpose__at num">{text.changed(momentText(at, now))}</View>}
      </View>
      <View className="purpose__state">
        {!needed && (
          <View className={given ? 'purpose__switch purpose__switch--on' : 'purpose__switch'} ariaHidden>
            <View className="purpose__knob" />
          </View>
        )}
        <View className="purpose__said">{state}</View>
      </View>
    </View>
  )
}

function Purposes({ me }: { readonly me: MeView }): ReactNode {
  const command = useCommand('member', 'set-consent')
  const { policyVersion } = me
  const toggle = ({ purpose, given }: ConsentView): void =>
    void command.run({ purpose, given: !given, policyVersion })
  return (
    <>
      <View className="me__lead">{text.lead}</View>
      <View>
        <MeNotice command={command} />
      </View>
      <View className="me__panel">
        {me.consents.map((consent) => (
          <PurposeRow
            key={consent.purpose}
            consent={consent}
            now={me.serverNow}
            onToggle={() => toggle(consent)}
          />
        ))}
      </View>
      <View className="me__small num">{text.policy(policyVersion)}</View>
    </>
  )
}

export default function ConsentPage(): ReactNode {
  const query = useQuery('member', 'me', {})
  return (
    <MePage title={text.title} query={query} skeleton={[44, 460]}>
      {(me) => <Purposes me={me} />}
    </MePage>
  )
}
