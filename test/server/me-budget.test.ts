/** How many calls on the database the member's own page and an own change make on a warm instance. */
import { POLICY_VERSION } from '../../src/domain/members/consent'
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

test('the member’s own page and the client card make 1 and 2 calls, who looked 2 at once, a part of the export 2', async () => {
  expect(await measured(() => mall().ask('member', 'me', MEMBER))).toBe(1)
  expect(await measured(() => mall().ask('member', 'client-card', MEMBER))).toBe(2)
  expect(await measured(() => mall().ask('member', 'lookers', MEMBER, {}))).toBe(2)
  expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(1)
  expect(await measured(() => mall().ask('member', 'export', MEMBER, { after: 'purchases:' }))).toBe(2)
})

test('an own change makes 6 calls: member by openid, start, member read and written, audit, commit', async () => {
  const profile = { name: 'member 1', salutation: null, birthday: null, tags: [] }
  expect(await measured(() => mall().ask('member', 'save-profile', MEMBER, profile))).toBe(6)
  const consent = { purpose: 'offers' as const, given: true, policyVersion: POLICY_VERSION }
  expect(await measured(() => mall().ask('member', 'set-consent', MEMBER, consent))).toBe(6)
  expect(await measured(() => mall().ask('member', 'change-card', MEMBER, { step: 'freeze' }))).toBe(6)
})

test('withdrawing the consent to allergies and taking a line off the client card read the card and write it: 7 and 8', async () => {
  const withdrawn = { purpose: 'sensitive' as const, given: false, policyVersion: POLICY_VERSION }
  expect(await measured(() => mall().ask('member', 'set-consent', MEMBER, withdrawn))).toBe(7)
  const line = { part: 'sizes' as const, kind: 'shoe' as const }
  expect(await measured(() => mall().ask('member', 'remove-card-line', MEMBER, { line }))).toBe(8)
})

test('another card number makes 8 calls; closing an account 23, the last of them to erase names and notices and end coupons', async () => {
  expect(await measured(() => mall().ask('member', 'change-card', MEMBER, { step: 'replace' }))).toBe(8)
  const { cardNumber } = mall().member()
  const input = { cardNumber, shownPoints: 200 }
  expect(await measured(() => mall().ask('member', 'close-account', MEMBER, input))).toBe(23)
})
