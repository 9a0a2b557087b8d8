/** Words right before a day or an instant, with a space only before digits: 上次 5 月 2 日, 上次昨天. */
export const before = (words: string, day: string): string =>
  /^\d/.test(day) ? `${words} ${day}` : `${words}${day}`
