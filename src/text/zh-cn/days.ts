/** Days and instants in Simplified Chinese. */
export const DAYS = {
  date: (month: number, day: number) => `${month} 月 ${day} 日`,
  withYear: (date: string, year: number) => `${year} 年 ${date}`,
  today: '今天',
  yesterday: '昨天',
  tomorrow: '明天',
  left: (days: number) => `剩 ${days} 天`,
}
