/** Which messages WeChat may bring: the classes that the member wants, and how many of each sort are allowed yet. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { askToTell, type Asked } from '../../../../client/ask-to-tell'
import { useCommand } from '../../../../client/use-command'
import { useQuery } from '../../../../client/use-query'
import Button from '../../../../components/Button'
import type { NoticesView } from '../../../../contract/notice-views'
import { MESSAGE_CLASSES, type MessageClass } from '../../../../domain/messages/kinds'
import { MESSAGES_TEXT as text } from '../../../../text/notices'
import MeNotice from '../../me/MeNotice'
import MePage from '../../me/MePage'
import '../../me/me.scss'
import '../consent/consent.scss'
import './messages.scss'

interface ClassRowProps {
  readonly of: MessageClass
  readonly wanted: boolean
  readonly onToggle: () => void
}

function ClassRow({ of, wanted, onToggle }: ClassRowProps): ReactNode {
  const { title, means } = text.classes[of]
  const state = wanted ? text.on : text.off
  return (
    <View
      className="purpose pressable"
      hoverClass="pressed"
      ariaRole="switch"
      ariaLabel={text.label(title, state)}
      onClick={onToggle}
    >
      <View className="purpose__words">
        <View className="purpose__title">{title}</View>
        <View className="purpose__means">{means}</View>
      </View>
      <View className="purpose__state">
        <View className={wanted ? 'purpose__switch purpose__switch--on' : 'purpose__switch'} ariaHidden>
          <View className="purpose__knob" />
        </View>
        <View className="purpose__said">{state}</View>
      </View>
    </View>
  )
}

function Templates({ templates }: Pick<NoticesView, 'templates'>): ReactNode {
  const [asked, setAsked] = useState<Asked>('nothing')
  return (
    <>
      <View className="me__panel">
        {templates.map((template) => (
          <View key={template.name} className="template">
            <View className="template__words">
              <View className="template__name">{text.templates[template.name]}</View>
              <View className="template__left num">{text.left(template.allowed)}</View>
            </View>
            <Button
              small
              kind="secondary"
              label={text.allowLabel(text.templates[template.name])}
              onTap={() => void askToTell([template]).then(setAsked)}
            >
              {text.allow}
            </Button>
          </View>
        ))}
      </View>
      <View className="me__small" ariaLive="polite">
        {asked === 'refused' ? text.refused : asked === 'off' ? text.switchedOff : ''}
      </View>
    </>
  )
}

function Messages({ stopped, templates }: NoticesView): ReactNode {
  const command = useCommand('member', 'stop-messages')
  const toggle = (of: MessageClass): void =>
    void command.run({
      stopped: stopped.includes(of) ? stopped.filter((each) => each !== of) : [...stopped, of],
    })
  return (
    <>
      <View className="me__lead">{text.lead}</View>
      <View>
        <MeNotice command={command} />
      </View>
      <View className="me__title">{text.classesTitle}</View>
      <View className="me__panel">
        {MESSAGE_CLASSES.map((of) => (
          <ClassRow key={of} of={of} wanted={!stopped.includes(of)} onToggle={() => toggle(of)} />
        ))}
      </View>
      <View className="me__title">{text.templatesTitle}</View>
      {templates.length > 0 ? (
        <Templates templates={templates} />
      ) : (
        <View className="me__lead">{text.noTemplates}</View>
      )}
    </>
  )
}

export default function MessagesPage(): ReactNode {
  const query = useQuery('member', 'notices', {})
  return (
    <MePage title={text.title} query={query} skeleton={[64, 260, 220]}>
      {(notices) => <Messages {...notices} />}
    </MePage>
  )
}
