/** The client card as it is changed: sizes by kind, preferences, and allergies where the member agrees. */
import { Input, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, type ReactNode } from 'react'
import Button from '../../../components/Button'
import { LONGEST_SIZE, type ClientCardView } from '../../../contract/client-book'
import { SIZE_KINDS } from '../../../domain/members/client-card'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { CARD_TEXT as text } from '../../../text/zh-cn/clients'
import CommandNotice from '../CommandNotice'
import FailureNotice from '../FailureNotice'
import Notice from '../Notice'
import type { SizesTyped } from './card-entry'
import TagEntry from './TagEntry'
import { useCardChange, type CardChange } from './use-card-change'

/** Pixels, further than any card. */
const FAR_DOWN = 100_000

interface CardFormProps {
  readonly visit: string
  /** As the book showed it. */
  readonly shown: ClientCardView
  readonly onDone: () => void
}

/** On a small phone the notice pushes the button that was pressed out of sight. Only once it is there. */
const bringToTheEnd = (): void =>
  Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: FAR_DOWN, duration: 0 }))

export default function CardForm({ visit, shown, onDone }: CardFormProps): ReactNode {
  const change = useCardChange(visit, shown, onDone)
  const { entry, type, takesAllergies, command, busy, outdated, save } = change
  useEffect(() => {
    if (outdated) bringToTheEnd()
  }, [outdated])
  return (
    <View className="card-form">
      <View className="card-form__advice">{text.mall}</View>
      <SizeFields sizes={entry.sizes} onChange={(sizes) => type({ sizes })} />
      <TagEntry
        label={text.preferences}
        placeholder={text.preferenceField}
        {...entry.preferences}
        onChange={(tags, typed) => type({ preferences: { tags, typed } })}
      />
      {takesAllergies ? (
        <View className="card-form__allergies">
          <TagEntry
            label={text.allergies}
            placeholder={text.allergyField}
            {...entry.allergies}
            onChange={(tags, typed) => type({ allergies: { tags, typed } })}
          />
          <View className="card-form__hint">{text.allergyAdvice}</View>
        </View>
      ) : (
        <View>
          <View className="card-form__title">{text.allergies}</View>
          <View className="card-form__hint">{text.allergiesOff}</View>
        </View>
      )}
      <View className="card-form__go">
        <CardNotice {...change} />
        <Button wide loading={busy} onTap={() => void save()}>
          {command.state === 'unknown' ? SHARED_TEXT.again : busy ? text.saving : text.save}
        </Button>
      </View>
    </View>
  )
}

/** Right above the button that was pressed. */
function CardNotice({ outdated, busy, command }: CardChange): ReactNode {
  if (outdated?.kind === 'changed')
    return <Notice tone="caution" title={text.outdatedTitle} advice={text.outdatedAdvice(outdated.changes)} />
  if (outdated?.kind === 'unknown') return <FailureNotice error={outdated.error} />
  return busy ? null : <CommandNotice command={command} unknownAdvice={text.unknown} />
}

function SizeFields(props: {
  readonly sizes: SizesTyped
  readonly onChange: (sizes: SizesTyped) => void
}): ReactNode {
  const { sizes, onChange } = props
  return (
    <View>
      <View className="card-form__title">{text.sizes}</View>
      <View className="card-form__sizes">
        {SIZE_KINDS.map((kind) => (
          <View key={kind} className="card-form__size">
            <View className="card-form__kind">{text.kinds[kind]}</View>
            <Input
              className="card-form__field"
              value={sizes[kind] ?? ''}
              maxlength={LONGEST_SIZE}
              cursorSpacing={120}
              ariaLabel={text.kinds[kind]}
              onInput={(event) => onChange({ ...sizes, [kind]: event.detail.value })}
            />
          </View>
        ))}
      </View>
      <View className="card-form__hint">{text.sizeHint}</View>
    </View>
  )
}
