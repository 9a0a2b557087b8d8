/** Days and instants in English: `2 May`, `2 May 2025`. */
import type { DAYS as zhCn } from '../zh-cn/days'

export const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

export const DAYS: typeof zhCn = {
  date: (month, day) => `${day} ${MONTHS[month - 1]?.slice(0, 3) ?? ''}`,
  withYear: (date, year) => `${date} ${year}`,
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  left: (days) => `${days} days left`,
}
