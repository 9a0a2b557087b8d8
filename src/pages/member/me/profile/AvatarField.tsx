/** The own picture: chosen in WeChat, made small on the phone, kept at once. */
import { View, type ButtonProps } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { keepAvatar, useOwnAvatar } from '../../../../client/own-avatar'
import { textOfCode } from '../../../../client/error-text'
import { useCommand } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import MemberAvatar from '../../../../components/MemberAvatar'
import type { MeView } from '../../../../contract/member'
import { ME_TEXT } from '../../../../text/me'
import MeNotice from '../MeNotice'
import { smallPicture } from './small-picture'

const text = ME_TEXT.form

export default function AvatarField({ me }: { readonly me: MeView }): ReactNode {
  const command = useCommand('member', 'save-avatar')
  const [unusable, setUnusable] = useState(false)
  const [last, setLast] = useState<string | null>(null)
  const picture = useOwnAvatar(me.avatar)
  const busy = command.state === 'running'
  const save = async (next: string | null): Promise<void> => {
    setLast(next)
    const answer = await command.run({ picture: next })
    if (answer.ok) keepAvatar(answer.data.avatar, next)
  }
  const onChooseAvatar: ButtonProps['onChooseAvatar'] = (event) =>
    void smallPicture((event.detail as { avatarUrl: string }).avatarUrl).then((chosen) => {
      setUnusable(chosen === null)
      return chosen === null ? undefined : save(chosen)
    })
  return (
    <View className="me__panel me__panel--form">
      <View className="field__label">{text.avatar}</View>
      <View className="field__avatar">
        <MemberAvatar name={me.card.name} material={me.card.material} picture={picture} />
        {command.state === 'unknown' ? (
          <Button kind="secondary" onTap={() => void save(last)}>
            {text.again}
          </Button>
        ) : (
          <Button kind="secondary" loading={busy} openType="chooseAvatar" onChooseAvatar={onChooseAvatar}>
            {busy ? text.avatarSaving : text.avatarChoose}
          </Button>
        )}
        {me.avatar !== null && !busy && (
          <Button kind="text" onTap={() => void save(null)}>
            {text.avatarRemove}
          </Button>
        )}
      </View>
      <View className="field__advice">{text.avatarAdvice}</View>
      {unusable ? <Unusable /> : <MeNotice command={command} />}
    </View>
  )
}

function Unusable(): ReactNode {
  const { title, advice } = textOfCode('avatar.unusable')
  return (
    <View className="me-notice me-notice--failure" ariaRole="alert" ariaLive="assertive">
      <View className="me-notice__title">{title}</View>
      <View className="me-notice__advice">{advice}</View>
    </View>
  )
}
