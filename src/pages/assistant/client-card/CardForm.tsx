/** The client card as it is changed: sizes by kind, preferences, and allergies where the member agrees. */
import { Input, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import { useCommand } from '../../../client/use-command'
import { LONGEST_SIZE, type ClientCardView } from '../../../contract/client-book'
import { SIZE_KINDS } from '../../../domain/members/client-card'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { CARD_TEXT as text } from '../../../text/zh-cn/clients'
import CommandNotice from '../CommandNotice'
import { sizesOf, typedOf, withTyped, type SizesTyped } from './card-entry'
import TagEntry from './TagEntry'

interface CardFormProps {
  readonly visit: string
  readonly card: ClientCardView
  readonly onDone: () => void
  /** Somebody else changed the card meanwhile. */
  readonly onOutdated: () => void
}

export default function CardForm({ visit, card, onDone, onOutdated }: CardFormProps): ReactNode {
  const command = useCommand('assistant', 'write-card')
  const [sizes, setSizes] = useState(() => typedOf(card.sizes))
  const [preferences, setPreferences] = useState(() => ({ tags: card.preferences, typed: '' }))
  const [allergies, setAllergies] = useState(() => ({ tags: card.allergies ?? [], typed: '' }))
  const running = command.state === 'running'
  const save = async (): Promise<void> => {
    const answer = await command.run({
      visit,
      version: card.version,
      sizes: sizesOf(sizes),
      // A word that was typed and not added was meant all the same.
      preferences: withTyped(preferences.tags, preferences.typed),
      allergies: card.allergies && withTyped(allergies.tags, allergies.typed),
    })
    if (answer.ok) return onDone()
    if (answer.error.kind === 'refused' && answer.error.code === 'book.changed') onOutdated()
  }
  return (
    <View>
      <View className="card-form__advice">{text.mall}</View>
      <SizeFields sizes={sizes} onChange={setSizes} />
      <TagEntry
        label={text.preferences}
        placeholder={text.preferenceField}
        {...preferences}
        onChange={(tags, typed) => setPreferences({ tags, typed })}
      />
      {card.allergies === null ? (
        <View>
          <View className="card-form__title">{text.allergies}</View>
          <View className="card-form__hint">{text.allergiesOff}</View>
        </View>
      ) : (
        <View className="card-form__allergies">
          <TagEntry
            label={text.allergies}
            placeholder={text.allergyField}
            {...allergies}
            onChange={(tags, typed) => setAllergies({ tags, typed })}
          />
          <View className="card-form__hint">{text.allergyAdvice}</View>
        </View>
      )}
      <View className="card-form__go">
        <CommandNotice command={command} unknownAdvice={text.unknown} />
        <Button wide loading={running} onTap={() => void save()}>
          {command.state === 'unknown' ? SHARED_TEXT.again : running ? text.saving : text.save}
        </Button>
      </View>
    </View>
  )
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
