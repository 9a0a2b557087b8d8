/** A few short words: typed, added, taken away by a touch. */
import { Input, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import Icon from '../../../components/Icon'
import { CARD_TEXT as text } from '../../../text/zh-cn/clients'
import { MOST_TAGS, withTyped } from './card-entry'

interface TagEntryProps {
  readonly label: string
  readonly placeholder: string
  readonly tags: readonly string[]
  /** What stands in the field and is not added yet. */
  readonly typed: string
  readonly onChange: (tags: readonly string[], typed: string) => void
}

export default function TagEntry({ label, placeholder, tags, typed, onChange }: TagEntryProps): ReactNode {
  const add = (): void => onChange(withTyped(tags, typed), '')
  return (
    <View>
      <View className="card-form__title">{label}</View>
      {tags.length > 0 ? (
        <View className="card-form__tags">
          {tags.map((each) => (
            <View
              key={each}
              className="card-form__tag"
              hoverClass="pressed"
              ariaRole="button"
              ariaLabel={text.remove(each)}
              onClick={() =>
                onChange(
                  tags.filter((other) => other !== each),
                  typed,
                )
              }
            >
              {each}
              <Icon name="x" size={16} />
            </View>
          ))}
        </View>
      ) : null}
      {tags.length < MOST_TAGS ? (
        <View className="card-form__line">
          <Input
            className="card-form__field"
            value={typed}
            maxlength={64}
            cursorSpacing={120}
            placeholder={placeholder}
            placeholderClass="card-form__placeholder"
            ariaLabel={label}
            onInput={(event) => onChange(tags, event.detail.value)}
            onConfirm={add}
          />
          <Button kind="secondary" disabled={typed.trim() === ''} onTap={add}>
            {text.add}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
