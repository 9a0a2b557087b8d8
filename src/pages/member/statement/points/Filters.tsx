/** What of the history is listed: words, month, kind. */
import { Picker, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Icon from '../../../../components/Icon'
import SearchField from '../../../../components/SearchField'
import { businessDayOf } from '../../../../domain/time/business-day'
import { POINTS_TEXT as text } from '../../../../text/points'
import type { History } from './use-history'

const KINDS = [undefined, 'earned', 'spent', 'returned', 'reversed'] as const

interface FiltersProps {
  readonly history: Pick<History, 'wish' | 'setWish'>
  readonly firstMonth: string
  readonly now: number
}

const kindText = (kind: (typeof KINDS)[number]): string => (kind ? text.kinds[kind] : text.all)
const chip = (on: boolean): string => (on ? 'filters__chip filters__chip--on' : 'filters__chip')

export default function Filters({ history, firstMonth, now }: FiltersProps): ReactNode {
  const { wish, setWish } = history
  const thisMonth = businessDayOf(now).slice(0, 7)
  return (
    <View className="filters">
      <SearchField
        asked={wish.search ?? ''}
        label={text.search}
        clearLabel={text.clearSearch}
        onAsk={(search) => setWish({ search: search === '' ? undefined : search })}
      />
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
