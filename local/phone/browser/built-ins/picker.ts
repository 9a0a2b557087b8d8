/** Owns picker: a sheet with columns for selector, multiSelector, date and time. Regions are not known here. */
import { textOf } from '../messages'
import { ANY, type BuiltIn, type BuiltInDefinition } from './built-in'

type Fields = 'year' | 'month' | 'day'
const two = (value: number) => String(value).padStart(2, '0')
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

export const PICKER: BuiltInDefinition = {
  properties: {
    mode: { type: String, value: 'selector' },
    range: ANY,
    rangeKey: String,
    value: ANY,
    start: String,
    end: String,
    fields: { type: String, value: 'day' },
    disabled: Boolean,
    name: String,
    headerText: String,
  },
  tap() {
    if (!this.data.disabled) void ask(this)
  },
  methods: {
    formValue() {
      return this.data.value
    },
  },
}

async function ask(picker: BuiltIn): Promise<void> {
  const value = await choose(picker)
  if (value === null) return picker.triggerEvent('cancel', {})
  picker.data.value = value
  picker.triggerEvent('change', { value })
}

async function choose(picker: BuiltIn): Promise<unknown> {
  const { data, phone } = picker
  const key = data.rangeKey as string
  const label = (item: unknown) => String(key ? (item as Record<string, unknown>)[key] : item)
  switch (data.mode as string) {
    case 'multiSelector': {
      const columns = ((data.range ?? []) as unknown[][]).map((column) => column.map(label))
      return phone.dialogs.wheel(columns, (data.value as number[] | undefined) ?? [])
    }
    case 'date':
      return chooseDate(picker)
    case 'time': {
      const [hour = 0, minute = 0] = textOf(data.value ?? '')
        .split(':')
        .map(Number)
      const chosen = await phone.dialogs.wheel([range(0, 23).map(two), range(0, 59).map(two)], [hour, minute])
      return chosen && chosen.map(two).join(':')
    }
    case 'region':
      phone.messages.warn('<picker mode="region"> is not implemented by local phone')
      return null
    default: {
      const chosen = await phone.dialogs.wheel(
        [((data.range ?? []) as unknown[]).map(label)],
        [Number(data.value) || 0],
      )
      return chosen && chosen[0]
    }
  }
}

async function chooseDate({ data, phone }: BuiltIn): Promise<string | null> {
  const start = (data.start as string) || '1900-01-01'
  const end = (data.end as string) || '2099-12-31'
  const today = new Date(phone.clock.now() + 8 * 3600_000).toISOString().slice(0, 10)
  const [year = 0, month = 1, day = 1] = ((data.value as string) || today).split('-').map(Number)
  const years = range(Number(start.slice(0, 4)), Number(end.slice(0, 4)))
  const size = { year: 1, month: 2, day: 3 }[data.fields as Fields]
  const columns = [
    years.map((one) => `${one}年`),
    range(1, 12).map((one) => `${one}月`),
    range(1, 31).map((one) => `${one}日`),
  ]
  const at = [Math.max(0, years.indexOf(year)), month - 1, day - 1]
  const chosen = await phone.dialogs.wheel(columns.slice(0, size), at.slice(0, size))
  if (!chosen) return null
  const [yearIndex = 0, monthIndex = 0, dayIndex = 0] = chosen
  const lastDay = new Date(Date.UTC(years[yearIndex]!, monthIndex + 1, 0)).getUTCDate()
  const parts = [String(years[yearIndex]), two(monthIndex + 1), two(Math.min(lastDay, dayIndex + 1))]
  const date = parts.slice(0, size).join('-')
  return clamp(date, start.slice(0, date.length), end.slice(0, date.length))
}

const clamp = (date: string, start: string, end: string) => (date < start ? start : date > end ? end : date)
