/** Notes about a visit: for the store where they were written, kept with who wrote them, gone with the member. */
import { codeOf, dataOf, kindOf, newOperation } from './cloud'
import {
  ASSISTANT,
  COLLEAGUE,
  mallOfFile,
  MEMBER,
  MINUTE,
  NEIGHBOUR,
  nothingWritten,
  OTHER_MEMBER,
} from './mall'

const mall = mallOfFile()

const write = (visit: string, text: string, by = ASSISTANT, operationId = newOperation()) =>
  mall().ask('assistant', 'write-note', by, { visit, text }, operationId)
const notesOf = async (visit: string, by = ASSISTANT) =>
  dataOf(await mall().ask('assistant', 'client-book', by, { visit })).notes

beforeEach(() => mall().join(MEMBER))

test('a note is read by a colleague of the store at the next visit, newest first, and by no other store', async () => {
  await mall().hire(COLLEAGUE)
  await mall().hire(NEIGHBOUR, 'store-2')
  const visit = await mall().visit()
  expect(codeOf(await write(visit, '  磨豆偏细，教了调两格。 '))).toBe('ok')
  mall().cloud.clock.shift(MINUTE)
  expect(codeOf(await write(visit, '爱坐窗边'))).toBe('ok')
  expect(await notesOf(await mall().visit(MEMBER, COLLEAGUE), COLLEAGUE)).toMatchObject([
    { by: ASSISTANT, text: '爱坐窗边' },
    { by: ASSISTANT, text: '磨豆偏细，教了调两格。' },
  ])
  expect(await notesOf(await mall().visit(MEMBER, NEIGHBOUR), NEIGHBOUR)).toEqual([])
  await mall().join(OTHER_MEMBER)
  expect(await notesOf(await mall().visit(OTHER_MEMBER))).toEqual([])
  expect(mall().all('notes')).toMatchObject([{ storeId: 'store-1' }, { storeId: 'store-1' }])
})

test('a note sent again is written once; with other words under the same id it is refused', async () => {
  const visit = await mall().visit()
  const operationId = newOperation()
  const answers = await mall().atOnce('assistant', 4, () => write(visit, 'once', ASSISTANT, operationId))
  expect(answers.map(kindOf).sort()).toEqual(['new', 'replayed', 'replayed', 'replayed'])
  mall().cloud.clock.shift(31 * MINUTE) // the visit is over, the answer is still given
  expect(kindOf(await write(visit, 'once', ASSISTANT, operationId))).toBe('replayed')
  expect(codeOf(await write(visit, 'twice', ASSISTANT, operationId))).toBe('operation.mismatch')
  expect(mall().all('notes')).toHaveLength(1)
})

test('a note is refused, and nothing written, with a colleague’s visit, after half an hour, empty or too long', async () => {
  await mall().hire(COLLEAGUE)
  const visit = await mall().visit()
  const refused = async (...sent: Parameters<typeof write>) =>
    codeOf(await nothingWritten(mall(), () => write(...sent)))
  expect(await refused(visit, 'a note', COLLEAGUE)).toBe('visit.invalid')
  expect(await refused(visit, '   ')).toBe('request.malformed')
  expect(await refused(visit, '字'.repeat(121))).toBe('request.malformed')
  mall().cloud.clock.shift(31 * MINUTE)
  expect(await refused(visit, 'a note')).toBe('visit.expired')
})

test('nothing of what was written about a member is left when the account is closed', async () => {
  await write(await mall().visit(), 'a note about the person')
  const { cardNumber } = mall().member()
  dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
  expect(JSON.stringify(mall().dump())).not.toContain('a note about the person')
})

test('nothing is noted about somebody whose membership ended after the scan', async () => {
  const visit = await mall().visit()
  const { cardNumber } = mall().member()
  dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
  expect(codeOf(await nothingWritten(mall(), () => write(visit, '爱坐窗边')))).toBe('card.closed')
})
