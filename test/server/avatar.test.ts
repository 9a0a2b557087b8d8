/** A member's picture: kept beside the account, named by a key, part of the export, gone with the membership. */
import { avatarType, LARGEST_AVATAR_BYTES } from '../../src/domain/members/avatar'
import { dataOf, newOperation } from './cloud'
import { MEMBER, mallOfFile, nothingWritten, OTHER_MEMBER } from './mall'

const mall = mallOfFile()
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).toString('base64')
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3]).toString('base64')
const save = (picture: string | null, openid = MEMBER, operationId = newOperation()) =>
  mall().ask('member', 'save-avatar', openid, { picture }, operationId)
const own = async (openid = MEMBER) => dataOf(await mall().ask('member', 'avatar', openid))
const home = async () => dataOf(await mall().ask('member', 'home', MEMBER)) as { avatar: string | null }
const jpegOf = (bytes: number): string =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(bytes - 3)]).toString('base64')

beforeEach(() => mall().join(MEMBER))

test('a picture is kept, named on the card page, and read by its owner; another one has another name', async () => {
  expect(await home()).toMatchObject({ avatar: null })
  const { avatar } = dataOf(await save(PNG))
  expect(await home()).toMatchObject({ avatar })
  expect(await own()).toEqual({ avatar, picture: PNG })
  const next = dataOf(await save(JPEG))
  expect(next.avatar).not.toBe(avatar)
  expect(await own()).toEqual({ avatar: next.avatar, picture: JPEG })
  await mall().join(OTHER_MEMBER)
  expect(await own(OTHER_MEMBER)).toEqual({ avatar: null, picture: null })
})

test('taken away, it is nowhere; a profile saved later leaves it alone', async () => {
  await save(PNG)
  await mall().ask('member', 'save-profile', MEMBER, {
    name: 'n',
    salutation: null,
    birthday: null,
    tags: [],
  })
  expect((await own()).picture).toBe(PNG)
  expect(dataOf(await save(null))).toEqual({ avatar: null })
  expect(await own()).toEqual({ avatar: null, picture: null })
  expect(JSON.stringify(mall().dump())).not.toContain(PNG)
})

test('sent again, it is answered as before and kept once', async () => {
  const operationId = newOperation()
  const first = dataOf(await save(PNG, MEMBER, operationId))
  expect(await save(PNG, MEMBER, operationId)).toMatchObject({ ok: true, data: first, replayed: true })
  expect(await save(JPEG, MEMBER, operationId)).toMatchObject({ error: { code: 'operation.mismatch' } })
})

test.each([
  ['a GIF', Buffer.from('GIF89a......').toString('base64'), 'request.malformed'],
  ['a web page', Buffer.from('<html></html>!!').toString('base64'), 'request.malformed'],
  ['one byte too many', jpegOf(LARGEST_AVATAR_BYTES + 1), 'avatar.unusable'],
  ['half a group of base64', '/9j/A', 'avatar.unusable'],
])('%s is refused, and nothing is written', async (_, picture, code) => {
  const answer = await nothingWritten(mall(), () => save(picture))
  expect(answer).toMatchObject({ ok: false, error: { code } })
})

test('exactly the largest is a picture', () => {
  expect(avatarType(jpegOf(LARGEST_AVATAR_BYTES))).toBe('jpeg')
  expect(avatarType(PNG)).toBe('png')
})

test('it is part of the export and gone after the membership', async () => {
  await save(PNG)
  const { rows } = dataOf(await mall().ask('member', 'export', MEMBER, {}))
  expect(rows).toMatchObject([{ avatar: PNG }])
  const { cardNumber } = mall().member()
  dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
  expect(JSON.stringify(mall().dump())).not.toContain(PNG)
})

test('keeping it makes 7 calls, reading it 2, the card page still 2', async () => {
  await mall().ask('member', 'home', MEMBER)
  await save(PNG)
  expect(mall().lastCalls()).toBe(7)
  await own()
  expect(mall().lastCalls()).toBe(2)
  await home()
  expect(mall().lastCalls()).toBe(2)
})
