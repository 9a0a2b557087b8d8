/** The form: name, salutation, birthday, preferences; saved as one. What was typed stays when the page is refreshed. */
import { Input, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { useCommand } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import type { MeView, Salutation } from '../../../../contract/member'
import { ME_TEXT } from '../../../../text/me'
import { SETTINGS_TEXT } from '../../../../text/settings'
import MeNotice from '../../me/MeNotice'
import { openMe } from '../../routes'
import AvatarField from './AvatarField'
import BirthdayField from './BirthdayField'
import Chip from './Chip'
import TagsField from './TagsField'

const text = SETTINGS_TEXT.form
const NAME_LIMIT = 32
const SALUTATIONS: readonly (Salutation | null)[] = ['ms', 'mr', null]

const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openMe()
}

export default function ProfileForm({ me }: { readonly me: MeView }): ReactNode {
  const command = useCommand('member', 'save-profile')
  const [name, setName] = useState(me.card.name)
  const [missing, setMissing] = useState(false)
  const [salutation, setSalutation] = useState(me.salutation)
  const [birthday, setBirthday] = useState(me.birthday)
  const [tags, setTags] = useState(me.tags)
  const busy = command.state === 'running'
  const nameless = missing && name.trim() === ''
  const save = async (): Promise<void> => {
    if (name.trim() === '') return setMissing(true)
    const answer = await command.run({ name: name.trim(), salutation, birthday, tags: [...tags] })
    if (answer.ok) goBack()
  }
  return (
    <>
      <AvatarField me={me} />
      <View className="me__panel me__panel--form">
        <View className="field__label">{text.name}</View>
        <Input
          className={nameless ? 'field__input field__input--missing' : 'field__input'}
          placeholderClass="field__placeholder"
          type="nickname"
          value={name}
          maxlength={NAME_LIMIT}
          placeholder={text.name}
          ariaLabel={text.name}
          onInput={(event) => setName(event.detail.value)}
          onBlur={(event) => setName(event.detail.value)}
        />
        <View className={nameless ? 'field__missing' : 'field__advice'}>
          {nameless ? text.nameMissing : text.nameAdvice}
        </View>
        <View className="field__label">{text.salutation}</View>
        <View className="chips">
          {SALUTATIONS.map((each) => (
            <Chip
              key={each ?? 'none'}
              words={each ? ME_TEXT.salutations[each] : ME_TEXT.noSalutation}
              chosen={salutation === each}
              onTap={() => setSalutation(each)}
            />
          ))}
        </View>
      </View>
      <BirthdayField me={me} birthday={birthday} onChange={setBirthday} />
      <TagsField tags={tags} onChange={setTags} />
      <View>
        <MeNotice command={command} />
      </View>
      <View className="me__go">
        <Button wide loading={busy} onTap={() => void save()}>
          {command.state === 'unknown' ? text.again : busy ? text.saving : text.save}
        </Button>
      </View>
    </>
  )
}
