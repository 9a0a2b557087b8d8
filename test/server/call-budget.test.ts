/** How many calls on the database a command makes on a warm instance: each costs time and money in the cloud. */
import { dataOf, newOperation } from './cloud'
import {
  ASSISTANT,
  COLLEAGUE,
  goods,
  keyed,
  MANAGER,
  mallOfFile,
  MEMBER,
  NEIGHBOUR,
  OTHER_MEMBER,
  PHONES,
} from './mall'

const mall = mallOfFile()

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().buy(10_000, await mall().visit())
  await mall().receipt('warm-up', 10_000)
  await mall().ask('member', 'home', MEMBER)
})

const receipt = (name: string) => ({
  receipt: name,
  member: { phone: PHONES[MEMBER] ?? '' },
  lines: [goods(10_000)],
})
const code = async () => dataOf(await mall().ask('member', 'code', MEMBER)).code
const calls = (): string[] => (mall().cloud.invocations().at(-1)?.calls ?? []).map(({ action }) => action)

const measured = async (work: () => Promise<unknown>): Promise<number> => {
  await work()
  return mall().lastCalls()
}

test('the card page makes 2 calls, at once', async () => {
  expect(await measured(() => mall().ask('member', 'home', MEMBER))).toBe(2)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
})

test('the member code makes 1 call, its status 2 at once', async () => {
  expect(await measured(code)).toBe(1)
  expect(await measured(() => mall().ask('member', 'code-status', MEMBER, { since: 0 }))).toBe(2)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
})

test('the points make 2 calls, the next page too; an entry 3; the growth page 1', async () => {
  expect(await measured(() => mall().ask('member', 'points', MEMBER, {}))).toBe(2)
  const further = { month: '2026-05', kind: 'earned', search: 's', after: '99999999999999:z' } as const
  expect(await measured(() => mall().ask('member', 'points', MEMBER, further))).toBe(2)
  const id = 'entry:purchase:till-1:warm-up'
  expect(await measured(() => mall().ask('member', 'entry', MEMBER, { id }))).toBe(3)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
  await mall().till('refund', mall().till1, {
    receipt: 'back-1',
    purchase: 'warm-up',
    lines: [{ line: 0, quantity: 1 }],
  })
  const back = { id: 'entry:refund:till-1:back-1' }
  expect(await measured(() => mall().ask('member', 'entry', MEMBER, back))).toBe(3)
  expect(await measured(() => mall().ask('member', 'growth', MEMBER))).toBe(1)
})

test('resolving a code makes 3 calls, the same code again 4', async () => {
  mall().cloud.clock.shift(60_000)
  await mall().ask('assistant', 'day-list', ASSISTANT, {}) // the minute is over: staff is read anew here
  const shown = await code()
  const resolve = () => mall().ask('assistant', 'resolve', ASSISTANT, { code: shown })
  expect(await measured(resolve)).toBe(3)
  expect(await measured(resolve)).toBe(4)
})

test('registering makes 6 calls: start, member read and written, purchase, entry, commit', async () => {
  const visit = await mall().visit()
  const input = { visit, lines: keyed(10_000), shownPayFen: 10_000 }
  expect(await measured(() => mall().ask('assistant', 'register', ASSISTANT, input))).toBe(6)
  expect(calls()).toEqual([
    'database.startTransaction',
    'database.getDocument',
    'database.modifyDocument',
    'database.insertDocument',
    'database.insertDocument',
    'database.commitTransaction',
  ])
})

test('a receipt makes 7 calls for a phone that the instance has not met, 6 for one that it has', async () => {
  const sent = (name: string) => measured(() => mall().till('purchase', mall().till1, receipt(name)))
  expect([await sent('receipt-1'), await sent('receipt-2')]).toEqual([6, 6])
  await mall().till('purchase', mall().till1, {
    ...receipt('receipt-3'),
    member: { card: mall().member().cardNumber },
  })
  expect(mall().lastCalls()).toBe(7)
})

test('a refund makes 8 calls, at the desk and at the till', async () => {
  const purchaseId = await mall().receipt('receipt-1', 10_000, 2)
  const lines = [{ line: 0, quantity: 1 }]
  const shown = { shownRefundFen: 5_000, shownRefundedFen: 0 }
  const input = { purchaseId, lines, reason: 'returned' as const, ...shown }
  expect(await measured(() => mall().ask('assistant', 'refund', ASSISTANT, input))).toBe(8)
  const back = { receipt: newOperation(), purchase: 'receipt-1', lines }
  expect(await measured(() => mall().till('refund', mall().till1, back))).toBe(8)
})

test('the list of the day makes 2 calls at once, its next page 1', async () => {
  expect(await measured(() => mall().ask('assistant', 'day-list', ASSISTANT, {}))).toBe(2)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
  expect(await measured(() => mall().ask('assistant', 'day-list', ASSISTANT, { after: 'z' }))).toBe(1)
})

test('a purchase by itself makes 1 call, by its receipt number 1, a number that nobody knows here 2', async () => {
  const asked = (action: 'purchase' | 'find-receipt', input: { purchaseId: string } | { receipt: string }) =>
    measured(() => mall().send('assistant', { action, input }, { openid: ASSISTANT }))
  expect(await asked('purchase', { purchaseId: 'purchase:till-1:warm-up' })).toBe(1)
  expect(await asked('find-receipt', { receipt: 'warm-up' })).toBe(1)
  expect(await asked('find-receipt', { receipt: 'none' })).toBe(2)
})

test('the client book of a visit makes 5 calls, at once; a note 5: start, member, note, member, commit', async () => {
  const visit = await mall().visit()
  expect(await measured(() => mall().ask('assistant', 'client-book', ASSISTANT, { visit }))).toBe(5)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
  const note = { visit, text: 'likes the window' }
  expect(await measured(() => mall().ask('assistant', 'write-note', ASSISTANT, note))).toBe(5)
})

test('the client card is kept in 7 calls: start, member, card read and written, member, audit, commit', async () => {
  const card = { visit: await mall().visit(), version: 0, sizes: [], preferences: ['tea'], allergies: null }
  expect(await measured(() => mall().ask('assistant', 'write-card', ASSISTANT, card))).toBe(7)
})

test('own members make 2 calls at once, a search or a further page 1; the book of one 5; a phone number 6', async () => {
  const list = (input: { search?: string; after?: string }) => () =>
    mall().ask('assistant', 'own-members', ASSISTANT, input)
  expect(await measured(list({}))).toBe(2)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
  expect(await measured(list({ search: '0001' }))).toBe(1)
  expect(await measured(list({ after: '2026-05-18:a' }))).toBe(1)
  const memberId = mall().member()._id
  expect(await measured(() => mall().ask('assistant', 'own-member', ASSISTANT, { memberId }))).toBe(5)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(2)
  const phone = { of: { memberId }, why: { reason: 'asked' as const } }
  expect(await measured(() => mall().ask('assistant', 'show-phone', ASSISTANT, phone))).toBe(6)
})

test('registering for a colleague’s member makes 7 calls once a minute: whether the colleague still works here', async () => {
  await mall().hire(COLLEAGUE)
  const visit = await mall().visit(MEMBER, COLLEAGUE)
  const input = { visit, lines: keyed(10_000), shownPayFen: 10_000 }
  const register = () => mall().ask('assistant', 'register', COLLEAGUE, input)
  await mall().ask('assistant', 'day-list', COLLEAGUE, {})
  expect([await measured(register), await measured(register)]).toEqual([7, 6])
})

test('looking a member up by what was said makes 8 calls: member, start, counts read and written, visit, audit, commit, coupons', async () => {
  const birthday = { calendar: 'solar' as const, year: null, month: 5, day: 23, leapMonth: false }
  const profile = { name: MEMBER, salutation: null, birthday, tags: [] }
  dataOf(await mall().ask('member', 'save-profile', MEMBER, profile))
  const said = { phoneTail: '0001', birthday: { calendar: 'solar' as const, month: 5, day: 23 } }
  const ask = () => mall().ask('assistant', 'find-by-phone-tail', ASSISTANT, said)
  expect(await measured(ask)).toBe(8)
  said.birthday.day = 24 // nobody: no visit is written
  expect(await measured(ask)).toBe(6)
})

test('binding an old card of one lot makes 14 calls: looked up, start, counts and both accounts read and written, number, two entries, audit, commit, the member shown', async () => {
  const old = { receipt: 'old-1', member: { card: '12345678' }, lines: [goods(10_000)] }
  await mall().till('purchase', mall().till1, old)
  const input = { card: '12345678', to: { visit: await mall().visit() } }
  expect(await measured(() => mall().ask('assistant', 'bind-card', ASSISTANT, input))).toBe(14)
  expect(calls().filter((action) => /insert|modify/.test(action))).toHaveLength(7)
  await mall().ask('assistant', 'bind-card', ASSISTANT, input)
  expect(mall().lastCalls()).toBe(8)
})

test('giving a tier by hand makes 7 calls: member, start, member read and written, grant, audit, commit; agreeing 7', async () => {
  await mall().ask('manager', 'grants', MANAGER, {})
  const { cardNumber } = mall().member()
  const wish = { cardNumber, kind: 'once' as const, until: '2028-01-01', reason: 'moved here' }
  const give = (tier: string) => mall().ask('manager', 'grant-tier', MANAGER, { ...wish, tier })
  expect(await measured(() => give('silver'))).toBe(7)
  const [given] = dataOf(await mall().ask('manager', 'grants', MANAGER, {})).grants
  const taken = { grantId: given?.grantId ?? '', reason: 'moved away' }
  expect(await measured(() => mall().ask('manager', 'revoke-grant', MANAGER, taken))).toBe(7)
})

test('a sign-in makes 6 calls for a caller whom the instance has not met, else 5; the calendar 1', async () => {
  const signIn = () => mall().ask('member', 'sign-in', MEMBER, {})
  expect(await measured(signIn)).toBe(6)
  mall().cloud.clock.shift(86_400_000)
  expect(await measured(signIn)).toBe(5)
  expect(calls()).toEqual([
    'database.startTransaction',
    'database.getDocument',
    'database.modifyDocument',
    'database.insertDocument',
    'database.commitTransaction',
  ])
  expect(await measured(() => mall().ask('member', 'sign-in-calendar', MEMBER))).toBe(1)
})

test('a check-in at a place makes 6 calls for a caller whom the instance has not met, else 5; once a minute the stores too', async () => {
  const opened = { storeId: 'store-1', name: 'store-1', checkIn: 'rotating' } as const
  dataOf(await mall().ask('manager', 'name-store', MANAGER, opened))
  mall().cloud.clock.shift(60_000)
  const shown = () => mall().ask('assistant', 'place-code', ASSISTANT, {})
  expect(await measured(shown)).toBe(3) // staff, stores and events, whose minute is over
  expect(await measured(shown)).toBe(0)
  const shownNow = dataOf(await shown())
  const checkIn = (code: string) => mall().ask('member', 'check-in', MEMBER, { code })
  const code = shownNow.kind === 'rotating' ? shownNow.code : ''
  await checkIn('c.nowhere') // this function knows the stores now
  const known = await measured(() => checkIn(code))
  await mall().join(OTHER_MEMBER)
  const unmet = await measured(() => mall().ask('member', 'check-in', OTHER_MEMBER, { code }))
  expect([known, unmet]).toEqual([5, 6])
})

test('a check-in at an event makes as many calls as at a store; once a minute the event too', async () => {
  const event = { eventId: 'tea-day', name: 'tea day', storeId: 'store-1', checkIn: 'fixed' } as const
  const days = { from: mall().today(), until: mall().today() }
  dataOf(await mall().ask('manager', 'name-event', MANAGER, { ...event, ...days }))
  const at = (who: string) => measured(() => mall().ask('member', 'check-in', who, { code: 'e.tea-day' }))
  await mall().ask('member', 'sign-in', MEMBER, {}) // this function knows the caller now
  expect(await at(MEMBER)).toBe(6)
  await mall().join(NEIGHBOUR)
  expect(await at(NEIGHBOUR)).toBe(6)
  mall().cloud.clock.shift(30_000)
  expect(await at(MEMBER)).toBe(3) // refused for today: nothing is written
})
