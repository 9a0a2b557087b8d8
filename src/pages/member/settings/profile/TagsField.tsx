/** Preferences as a few short words: typed, added, taken away by a touch. */
import { Input, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../../components/Button'
import Icon from '../../../../components/Icon'
import { SETTINGS_TEXT } from '../../../../text/settings'

const text = SETTINGS_TEXT.form
const MOST_TAGS = 12
const LONGEST_TAG = 12

interface TagsFieldProps {
  readonly tags: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
}

export default function TagsField({ tags, onChange }: TagsFieldProps): ReactNode {
  const [typed, setTyped] = useState('')
  const tag = typed.trim()
  const full = tags.length >= MOST_TAGS
  const add = (): void => {
    if (tag !== '' && !full && !tags.includes(tag)) onChange([...tags, tag])
    setTyped('')
  }
  return (
    <View className="me__panel me__panel--form">
      <View className="field__label">{text.tags}</View>
      <View>
        {tags.length > 0 && (
          <View className="chips">
            {tags.map((each) => (
              <View
                key={each}
                className="chip chip--tag pressable"
                hoverClass="pressed"
                ariaRole="button"
                ariaLabel={text.tagRemove(each)}
                onClick={() => onChange(tags.filter((other) => other !== each))}
              >
                {each}
                <Icon name="x" size={16} />
              </View>
            ))}
          </View>
        )}
      </View>
      <View>
        {!full && (
          <View className="field__line">
            <Input
              className="field__input"
              placeholderClass="field__placeholder"
              value={typed}
              maxlength={LONGEST_TAG}
              placeholder={text.tagField}
              ariaLabel={text.tags}
              onInput={(event) => setTyped(event.detail.value)}
              onConfirm={add}
            />
            <Button kind="secondary" disabled={tag === ''} onTap={add}>
              {text.tagAdd}
            </Button>
          </View>
        )}
      </View>
      <View className="field__advice">{text.tagsAdvice}</View>
    </View>
  )
}
