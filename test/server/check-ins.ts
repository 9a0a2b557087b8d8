/** Words in which the tests of check-ins speak. */
import type { PlaceCodeKind } from '../../src/domain/checkin/place-code'
import { dataOf, newOperation } from './cloud'
import { ASSISTANT, MANAGER, MEMBER, MINUTE, type Mall } from './mall'

export const checkInsOf = (mall: () => Mall) => ({
  signIn: (openid = MEMBER, operation = newOperation()) =>
    mall().ask('member', 'sign-in', openid, {}, operation),
  scan: (code: string, openid = MEMBER, operation = newOperation()) =>
    mall().ask('member', 'check-in', openid, { code }, operation),
  /** A minute later every instance has heard of it. */
  nameStore: async (storeId: string, checkIn: PlaceCodeKind) => {
    dataOf(await mall().ask('manager', 'name-store', MANAGER, { storeId, name: `the ${storeId}`, checkIn }))
    mall().cloud.clock.shift(MINUTE)
  },
  /** The text of a code that turns. */
  shownAt: async (assistant = ASSISTANT) => {
    const shown = dataOf(await mall().ask('assistant', 'place-code', assistant, {}))
    if (shown.kind !== 'rotating') throw new Error('a picture and no text')
    return shown.code
  },
  today: async () => {
    const view = dataOf(await mall().ask('member', 'home', MEMBER))
    return view.joined ? view.today : null
  },
  entries: () => mall().all<{ _id: string; rule: string }>('entries'),
})
