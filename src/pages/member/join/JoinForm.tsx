/**
 * Name and phone. The phone comes from WeChat's own button, so the name is asked for before that button opens.
 * A refusal to give the number is an answer, not an error.
 */
import { Input, Text, View, type ButtonProps } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import type { Command } from '../../../client/use-command'
import Button from '../../../components/Button'
import type { JoinView } from '../../../contract/member'
import { words } from '../../../text/member'
import JoinNotice from './JoinNotice'

interface JoinInput {
  readonly phoneCode: string
  readonly name: string
}

const NAME_LIMIT = 32

/** Which number was given cannot be asked for again after these: only another press of the button helps. */
const needsAnotherCode = (code: string): boolean => code === 'phone.not-proved' || code === 'phone.taken'

function JoinProblem({
  join,
  last,
}: {
  readonly join: Command<JoinInput, JoinView>
  readonly last: JoinInput
}): ReactNode {
  const { state, error, run } = join
  if (state !== 'failed' && state !== 'unknown') return null
  const again =
    state === 'unknown' || (error.kind === 'refused' && !needsAnotherCode(error.code) && error.retry)
  return (
    <JoinNotice {...errorText(error)} reference={errorReference(error)}>
      {again && (
        <Button kind="text" onTap={() => void run(last)}>
          {words.join.unknownRetry}
        </Button>
      )}
    </JoinNotice>
  )
}

export default function JoinForm({ join }: { readonly join: Command<JoinInput, JoinView> }): ReactNode {
  const [name, setName] = useState('')
  const [nameMissing, setNameMissing] = useState(false)
  const [refused, setRefused] = useState(false)
  const [last, setLast] = useState<JoinInput>({ phoneCode: '', name: '' })
  const named = name.trim() !== ''

  const onGetPhoneNumber: ButtonProps['onGetPhoneNumber'] = (event) => {
    const { code } = event.detail
    setRefused(!code)
    if (!code) return
    const input = { phoneCode: code, name: name.trim() }
    setLast(input)
    void join.run(input)
  }

  return (
    <View className="join__panel">
      <View className="join__label">{words.join.nameField}</View>
      <Input
        className={nameMissing && !named ? 'join__input join__input--missing' : 'join__input'}
        placeholderClass="join__placeholder"
        type="nickname"
        value={name}
        maxlength={NAME_LIMIT}
        placeholder={words.join.namePlaceholder}
        ariaLabel={words.join.nameField}
        onInput={(event) => setName(event.detail.value)}
        onBlur={(event) => setName(event.detail.value)}
      />
      {nameMissing && !named && <View className="join__missing">{words.join.nameMissing}</View>}
      <Button
        wide
        loading={join.state === 'running'}
        openType={named ? 'getPhoneNumber' : undefined}
        onGetPhoneNumber={onGetPhoneNumber}
        onTap={named ? undefined : () => setNameMissing(true)}
      >
        {join.state === 'running' ? words.join.busy : words.join.phoneButton}
      </Button>
      {refused && join.state !== 'running' ? (
        <JoinNotice title={words.join.refusedTitle} advice={words.join.refusedAdvice} />
      ) : (
        <JoinProblem join={join} last={last} />
      )}
      <View className="join__consent">
        {words.join.consent}
        <Text className="join__link" onClick={() => void Taro.openPrivacyContract({})}>
          {words.join.privacy}
        </Text>
      </View>
    </View>
  )
}
