/** A field for words to look for. What is typed is asked for when the typing rests. */
import { Input, View } from '@tarojs/components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import Icon from './Icon'
import './SearchField.scss'

const RESTS_MS = 400
const LONGEST = 32

interface SearchFieldProps {
  /** What is looked for now. */
  readonly asked: string
  readonly label: string
  readonly clearLabel: string
  readonly focus?: boolean
  /** Empty when nothing is looked for any more. */
  readonly onAsk: (search: string) => void
}

export default function SearchField(props: SearchFieldProps): ReactNode {
  const { asked, label, clearLabel, focus = false, onAsk } = props
  const [typed, setTyped] = useState(asked)
  // A wish that was cleared elsewhere clears the field too.
  useEffect(() => setTyped(asked), [asked])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const ask = (value: string, afterMs: number): void => {
    setTyped(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const search = value.trim()
      if (search !== asked) onAsk(search)
    }, afterMs)
  }
  return (
    <View className="search">
      <Icon name="search" size={18} />
      <Input
        className="search__input"
        placeholderClass="search__placeholder"
        value={typed}
        maxlength={LONGEST}
        focus={focus}
        confirmType="search"
        placeholder={label}
        ariaLabel={label}
        onInput={(event) => ask(event.detail.value, RESTS_MS)}
        onConfirm={(event) => ask(event.detail.value, 0)}
      />
      <View
        className={typed === '' ? 'search__clear search__clear--off' : 'search__clear'}
        ariaRole="button"
        ariaLabel={clearLabel}
        onClick={() => ask('', 0)}
      >
        <Icon name="x" size={16} />
      </View>
    </View>
  )
}
