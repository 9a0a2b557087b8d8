/** Dates as the mall's wall shows them, in its own zone, whatever the visitor's is. */
const ZONE = 'Asia/Shanghai'
const ZONE_OFFSET_MS = 8 * 3_600_000

/** `2026-05-16T14:36`, as a date field wants it. */
export const wallText = (instant: number): string =>
  new Date(instant + ZONE_OFFSET_MS).toISOString().slice(0, 16)

export const instantOf = (wall: string): number => Date.parse(`${wall}:00Z`) - ZONE_OFFSET_MS

/** The same day and hour some months on; the month's last day where there is no such day. */
export function monthsLater(instant: number, months: number): number {
  const wall = new Date(instant + ZONE_OFFSET_MS)
  const day = wall.getUTCDate()
  wall.setUTCDate(1)
  wall.setUTCMonth(wall.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate()
  wall.setUTCDate(Math.min(day, lastDay))
  return wall.getTime() - ZONE_OFFSET_MS
}

export const timeText = (instant: number): string => wallText(instant).slice(11)

export const yearText = (instant: number): string => wallText(instant).slice(0, 4)

export function dayText(instant: number, language: 'zh' | 'en'): string {
  const inZone = { timeZone: ZONE } as const
  if (language === 'en')
    return new Date(instant).toLocaleDateString('en-GB', {
      ...inZone,
      weekday: 'short',
      day: 'numeric',
      month: 'long',
    })
  const [, month, day] = wallText(instant).slice(0, 10).split('-').map(Number)
  const weekday = new Date(instant).toLocaleDateString('zh-CN', { ...inZone, weekday: 'short' })
  return `${month} 月 ${day} 日 ${weekday}`
}
