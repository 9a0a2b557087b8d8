/** From a reason to the full phone number. The number lives in this form alone and is gone with it. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../components/Button'
import { useCommand } from '../../client/use-command'
import { LONGEST_REASON, PHONE_REASONS, type PhoneReason } from '../../contract/client-book'
import { SHARED_TEXT } from '../../text/zh-cn/assistant'
import { PHONE_TEXT as text } from '../../text/zh-cn/clients'
import CommandNotice from './CommandNotice'
import { phoneGroups } from './figures'
import TypedField from './TypedField'
import './phone-form.scss'

/** The member of an open visit, or an own one. */
export type PhoneOf = { readonly visit: string } | { readonly memberId: string }

export default function PhoneForm({ of }: { readonly of: PhoneOf }): ReactNode {
  const [reason, setReason] = useState<PhoneReason | null>(null)
  const [words, setWords] = useState('')
  const command = useCommand('assistant', 'show-phone')
  const running = command.state === 'running'
  const said = words.replace(/\s+/g, ' ').trim()
  const ask = (): void => {
    if (reason === null) return
    void command.run({ of, why: reason === 'other' ? { reason, words: said } : { reason } })
  }
  if (command.state === 'done')
    return (
      <View className="phone-form">
        <View className="phone-form__number" ariaLabel={text.label(command.data.phone)} ariaLive="polite">
          {phoneGroups(command.data.phone)}
        </View>
        <View className="phone-form__advice">{text.shown}</View>
      </View>
    )
  return (
    <View className="phone-form">
      <View className="phone-form__advice">{text.advice}</View>
      <View className="phone-form__reasons" ariaRole="radiogroup" ariaLabel={text.reason}>
        {PHONE_REASONS.map((each) => (
          <View
            key={each}
            className={each === reason ? 'phone-form__reason phone-form__reason--on' : 'phone-form__reason'}
            hoverClass="pressed"
            ariaRole="radio"
            ariaLabel={each === reason ? text.chosen(text.reasons[each]) : text.reasons[each]}
            onClick={() => setReason(each)}
          >
            {text.reasons[each]}
          </View>
        ))}
      </View>
      <View>
        {reason === 'other' ? (
          <TypedField
            label={text.words}
            type="text"
            maxlength={LONGEST_REASON}
            value={words}
            hint={`${Array.from(words).length} / ${LONGEST_REASON}`}
            onType={setWords}
          />
        ) : null}
      </View>
      <CommandNotice command={command} unknownAdvice={text.unknown} />
      <Button
        wide
        disabled={reason === null || (reason === 'other' && said === '')}
        loading={running}
        onTap={ask}
      >
        {command.state === 'unknown' ? SHARED_TEXT.again : running ? text.running : text.confirm}
      </Button>
    </View>
  )
}
