/** What check-ins may cost, in calls. */
import { dataOf } from '../test/server/cloud'
import { ASSISTANT, DAY, MANAGER, MEMBER, MINUTE, type Mall } from '../test/server/mall'
import type { Budget } from './calls'

const OPENED = { storeId: 'store-1', name: 'store-1', checkIn: 'rotating' } as const

const EVENT = { name: 'tea day', storeId: 'store-1', checkIn: 'fixed' } as const

async function shownCode(mall: Mall): Promise<string> {
  dataOf(await mall.ask('manager', 'name-store', MANAGER, OPENED))
  mall.cloud.clock.shift(DAY)
  await mall.ask('member', 'home', MEMBER)
  const shown = dataOf(await mall.ask('assistant', 'place-code', ASSISTANT, {}))
  return shown.kind === 'rotating' ? shown.code : ''
}

export const CHECK_IN_BUDGETS: readonly Budget[] = [
  {
    title: 'sign in',
    most: 6,
    run: (mall) => {
      mall.cloud.clock.shift(DAY)
      return mall.ask('member', 'sign-in', MEMBER, {})
    },
  },
  {
    title: 'check in at a place',
    most: 6,
    run: async (mall) => {
      const code = await shownCode(mall)
      return mall.ask('member', 'check-in', MEMBER, { code })
    },
  },
  {
    title: 'check in at an event',
    most: 6,
    run: async (mall, time) => {
      mall.cloud.clock.shift(DAY)
      const days = { from: mall.today(), until: mall.today() }
      const eventId = `tea-day-${time}`
      dataOf(await mall.ask('manager', 'name-event', MANAGER, { ...EVENT, eventId, ...days }))
      await mall.ask('member', 'sign-in', MEMBER, {})
      return mall.ask('member', 'check-in', MEMBER, { code: `e.${eventId}` })
    },
  },
  { title: 'calendar of sign-ins', most: 1, run: (mall) => mall.ask('member', 'sign-in-calendar', MEMBER) },
  {
    title: "a store's code, its minute over",
    most: 3,
    run: async (mall) => {
      mall.cloud.clock.shift(MINUTE)
      return mall.ask('assistant', 'place-code', ASSISTANT, {})
    },
  },
]
