/** A field for what an assistant types from somebody's lips or a slip of paper, with what is said above and below it. */
import { Input, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './typed-field.scss'

interface TypedFieldProps {
  readonly label: string
  readonly type: 'number' | 'text'
  readonly maxlength: number
  readonly value: string
  readonly hint: string
  readonly focus?: true
  readonly className?: string
  readonly onType: (value: string) => void
}

export default function TypedField(props: TypedFieldProps): ReactNode {
  const { label, type, maxlength, value, hint, focus, onType } = props
  return (
    <View className={props.className}>
      <Input
        className="typed-field"
        type={type}
        maxlength={maxlength}
        focus={focus}
        cursorSpacing={120}
        value={value}
        placeholder={label}
        placeholderClass="typed-field__empty"
        ariaLabel={label}
        onInput={(event) => onType(event.detail.value)}
      />
      <View className="typed-field__hint">{hint}</View>
    </View>
  )
}
