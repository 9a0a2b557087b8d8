/** What of the history is listed: words, month, kind. What is typed is asked for when the typing rests. */
import { Input, Picker, View } from '@tarojs/components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import Icon from '../../../../components/Icon'
import { businessDayOf } from '../../../../domain/time/business-day'
import { POINTS_TEXT as text } from '../../../../text/points'
import type { History } from './use-history'

const RESTS_MS = 400
const LONGEST = 32
const KINDS = [undefined, 'earned', 'reversed'] as const

interface FiltersProps {
  readonly history: Pick<History, 'wish' | 'setWish'>
  readonly firstMonth: string
  readonly now: number
}

function SearchField({ history: { wish, setWish } }: Pick<FiltersProps, 'history'>): ReactNode {
  const asked = wish.search ?? ''
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
      if (search !== asked) setWish({ search: search === '' ? undefined : search })
    }, afterMs)
  }
  return (
    <View className="filters__field">
      <Icon name="search" size={18} />
      <Input
        className="filters__input"
        placeholderClass="filters__placeholder"
        value={typed}
        maxlength={LONGEST}
        confirmType="search"
        placeholder={text.search}
        ariaLabel={text.search}
        onInput={(event) => ask(event.detail.value, RESTS_MS)}
        onConfirm={(event) => ask(event.detail.value, 0)}
      />
      <View
        className={typed === '' ? 'filters__clear filters__clear--off' : 'filters__clear'}
        ariaRole="button"
        ariaLabel={text.clearSearch}
        onClick={() => ask('', 0)}
      >
        <Icon name="x" size={16} />
      </View>
    </View>
  )
}

const kindText = (kind: (typeof KINDS)[number]): string => (kind ? text.kinds[kind] : text.all)
const chip = (on: boolean): string => (on ? 'filters__chip filters__chip--on' : 'filters__chip')

export default function Filters({ history, firstMonth, now }: FiltersProps): ReactNode {
  const { wish, setWish } = history
  const thisMonth = businessDayOf(now).slice(0, 7)
  return (
    <View className="filters">
      <SearchField history={history} />
      <View className="filters__chips">
        {KINDS.map((kind) => (
          <View
            key={kind ?? 'all'}
            className={chip(wish.kind === kind)}
            ariaRole="radio"
            ariaLabel={wish.kind === kind ? text.chosen(kindText(kind)) : kindText(kind)}
            onClick={() => setWish({ kind })}
          >
            {kindText(kind)}
          </View>
        ))}
        {wish.month ? (
          <View
            className={chip(true)}
            ariaRole="button"
            ariaLabel={text.clearMonth}
            onClick={() => setWish({ month: undefined })}
          >
            {text.month(wish.month)}
            <Icon name="x" size={16} />
          </View>
        ) : (
          <Picker
            mode="date"
            fields="month"
            start={firstMonth}
            end={thisMonth}
            value={thisMonth}
            onChange={(event) => setWish({ month: event.detail.value })}
          >
            <View className={`filters__month ${chip(false)}`} ariaRole="button">
              {text.anyMonth}
            </View>
          </Picker>
        )}
      </View>
    </View>
  )
}
