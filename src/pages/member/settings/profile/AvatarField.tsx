/** The own picture: chosen in WeChat, made small on the phone, kept at once. */
import { View, type ButtonProps } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { keepAvatar, useOwnAvatar } from '../../../../client/own-avatar'
import { textOfCode } from '../../../../client/error-text'
import { useCommand } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import MemberAvatar from '../../../../components/MemberAvatar'
import type { MeView } from '../../../../contract/member'
import { SETTINGS_TEXT } from '../../../../text/settings'
import MeNotice from '../../me/MeNotice'
import { smallPicture } from './small-picture'

const text = SETTINGS_TEXT.form

/** Shown from where WeChat put it until it is kept. */
interface Chosen {
  readonly path: string
  /** Base64, as it is sent. */
  readonly picture: string
}

export default function AvatarField({ me }: { readonly me: MeView }): ReactNode {
  const command = useCommand('member', 'save-avatar')
  const [unusable, setUnusable] = useState(false)
  const [last, setLast] = useState<Chosen | null>(null)
  const picture = useOwnAvatar(me.avatar)
  const busy = command.state === 'running'
  const shown = (command.state !== 'failed' && last?.path) || picture
  const save = async (next: Chosen | null): Promise<void> => {
    setLast(next)
    const answer = await command.run({ picture: next?.picture ?? null })
    if (answer.ok) await keepAvatar(answer.data.avatar, next?.picture ?? null)
  }
  const onChooseAvatar: ButtonProps['onChooseAvatar'] = (event) => {
    const { avatarUrl: path } = event.detail as { avatarUrl: string }
    void smallPicture(path).then((picture) => {
      setUnusable(picture === null)
      return picture === null ? undefined : save({ path, picture })
    })
  }
  return (
    <View className="me__panel me__panel--form">
      <View className="field__label">{text.avatar}</View>
      <View className="field__avatar">
        <MemberAvatar name={me.card.name} material={me.card.material} picture={shown} />
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
