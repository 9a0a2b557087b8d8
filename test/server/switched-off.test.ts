/** A mall whose programme has no check-in and no invitations: their actions say so, and write nothing. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { codeOf, dataOf } from './cloud'
import { accept, deviceOf } from './invited'
import { ASSISTANT, MANAGER, mallOfFile, MEMBER, nothingWritten, STRANGER } from './mall'

const { checkIn: _checkIn, referral: _referral, ...programme } = MALL_PROGRAMME
const mall = mallOfFile(undefined, { ...programme, targets: [] })
const refused = async (work: () => Promise<Parameters<typeof codeOf>[0]>) =>
  codeOf(await nothingWritten(mall(), work))

beforeEach(() => mall().join(MEMBER))

test('nobody signs in or checks in, and no store shows a code', async () => {
  const shows = { storeId: 'store-1', name: 'store-1', checkIn: 'fixed' } as const
  dataOf(await mall().ask('manager', 'name-store', MANAGER, shows))
  mall().cloud.clock.shift(60_000)
  expect(await refused(() => mall().ask('member', 'sign-in', MEMBER, {}))).toBe('checkin.place-closed')
  const there = () => mall().ask('member', 'check-in', MEMBER, { code: 'c.store-1' })
  expect(await refused(there)).toBe('checkin.place-closed')
  expect(await refused(() => mall().ask('assistant', 'place-code', ASSISTANT, {}))).toBe(
    'checkin.place-closed',
  )
})

test('nobody invites, and no invitation is accepted', async () => {
  const device = deviceOf(MEMBER)
  const start = () => mall().ask('member', 'start-inviting', MEMBER, { device })
  expect(await refused(start)).toBe('invitation.off')
  expect(await refused(() => accept(mall(), 'aaaaaaaaaa', STRANGER))).toBe('invitation.off')
})
