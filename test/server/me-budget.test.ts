/** How many calls on the database the member's own page and an own change make on a warm instance. */
import { mallOfFile, MEMBER } from './mall'

const mall = mallOfFile()

beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().receipt('receipt-1', 20_000)
  await mall().ask('member', 'home', MEMBER)
})

const measured = async (work: () => Promise<unknown>): Promise<number> => {
  await work()
  return mall().lastCalls()
}

test('the member’s own page and who looked make 1 call each, a part of the export 2', async () => {
  expect(await measured(() => mall().ask('member', 'me', MEMBER))).toBe(1)
  expect(await measured(() => mall().ask('member', 'lookers', MEMBER, {}))).toBe(1)
  expect(await measured(() => mall().ask('member', 'export', MEMBER, { after: 'purchases:' }))).toBe(2)
})

test('an own change makes 6 calls: member by openid, start, member read and written, audit, commit', async () => {
  const profile = { name: 'member 1', salutation: null, birthday: null, tags: [] }
  expect(await measured(() => mall().ask('member', 'save-profile', MEMBER, profile))).toBe(6)
  const consent = { purpose: 'offers' as const, given: true, policyVersion: 1 }
  expect(await measured(() => mall().ask('member', 'set-consent', MEMBER, consent))).toBe(6)
  expect(await measured(() => mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))).toBe(6)
})

test('another card number makes 8 calls; closing an account 15, the last six to erase names', async () => {
  expect(await measured(() => mall().ask('member', 'change-card', MEMBER, { step: 'replace' }))).toBe(8)
  const { cardNumber } = mall().member()
  const input = { cardNumber, shownPoints: 200 }
  expect(await measured(() => mall().ask('member', 'close-account', MEMBER, input))).toBe(15)
})
