/** The manager's door: the first manager, stores, staff and tills, each change with its audit record. */
import { installationCode } from '../../src/server/run/secret'
import { codeOf, dataOf, newOperation, refusalOf } from './cloud'
import { ASSISTANT, MANAGER, mallOfFile, MEMBER, MINUTE, nothingWritten, PHONES, STRANGER } from './mall'

const mall = mallOfFile()

const claim = (openid: string, code = installationCode(), operationId = newOperation()) =>
  mall().ask('manager', 'claim-installation', openid, { code, name: 'somebody' }, operationId)
const nameStaff = (openid: string, role: 'assistant' | 'manager' | null, by = MANAGER) =>
  mall().ask('manager', 'name-staff', by, {
    phone: PHONES[openid] ?? '',
    name: 'somebody',
    storeId: 'store-1',
    role,
  })
const dayList = (openid: string) => mall().ask('assistant', 'day-list', openid, {})
const audited = (action: string) =>
  mall()
    .all<{ action: string }>('audit')
    .filter((each) => each.action === action)

describe('the installation', () => {
  test('is claimed by the first who has the code, and never again', async () => {
    mall().cloud.reset()
    expect(codeOf(await nothingWritten(mall(), () => claim(STRANGER, 'wrong')))).toBe(
      'installation.code-wrong',
    )
    expect(codeOf(await claim(MANAGER))).toBe('ok')
    expect(mall().all('staff')).toMatchObject([{ _id: MANAGER, role: 'manager', active: true }])
    expect(codeOf(await nothingWritten(mall(), () => claim(STRANGER)))).toBe('installation.claimed')
    expect(codeOf(await nothingWritten(mall(), () => claim(STRANGER, '')))).toBe('installation.code-wrong')
  })

  test('claimed again by the same command answers as the first time', async () => {
    mall().cloud.reset()
    const first = await claim(MANAGER, installationCode(), 'operation-claim')
    const again = await nothingWritten(mall(), () => claim(MANAGER, installationCode(), 'operation-claim'))
    expect(again).toEqual({ ...first, replayed: true })
    const other = await nothingWritten(mall(), () => claim(MANAGER, 'wrong', 'operation-claim'))
    expect(codeOf(other)).toBe('operation.mismatch')
  })

  test('claimed by two at once gets one manager', async () => {
    mall().cloud.reset()
    const answers = await mall().atOnce('manager', 2, (n) => claim(`openid-candidate-${n}`))
    expect(answers.map(codeOf).sort()).toEqual(['installation.claimed', 'ok'])
    expect(mall().all('staff')).toHaveLength(1)
  })
})

describe('a store', () => {
  test('is opened and renamed, each with an audit record', async () => {
    const name = (text: string) =>
      mall().ask('manager', 'name-store', MANAGER, { storeId: 'store-7', name: text })
    expect(dataOf(await name('store seven'))).toEqual({
      storeId: 'store-7',
      name: 'store seven',
      checkIn: 'off',
    })
    await name('store 7')
    expect(
      mall()
        .all<{ _id: string }>('stores')
        .find(({ _id }) => _id === 'store-7'),
    ).toMatchObject({ name: 'store 7' })
    const records = audited('name-store').filter((each) => 'subject' in each && each.subject === 'store-7')
    expect(records).toMatchObject([{ by: MANAGER }, { by: MANAGER }])
  })
})

describe('a member of staff', () => {
  test('who is named may work, with an audit record of who named whom', async () => {
    await mall().join(MEMBER)
    expect(codeOf(await dayList(MEMBER))).toBe('role.required')
    expect(dataOf(await nameStaff(MEMBER, 'assistant'))).toEqual({
      name: 'somebody',
      storeId: 'store-1',
      role: 'assistant',
    })
    expect(codeOf(await dayList(MEMBER))).toBe('ok')
    expect(
      audited('name-staff').find((each) => 'subject' in each && String(each.subject).includes(MEMBER)),
    ).toMatchObject({
      by: MANAGER,
      subject: `${MEMBER}:store-1:assistant`,
    })
  })

  test('who leaves is out a minute later at the latest', async () => {
    expect(codeOf(await dayList(ASSISTANT))).toBe('ok')
    await nameStaff(ASSISTANT, null)
    mall().cloud.clock.shift(MINUTE)
    expect(codeOf(await nothingWritten(mall(), () => dayList(ASSISTANT)))).toBe('role.required')
    expect(dataOf(await mall().ask('member', 'home', ASSISTANT))).toMatchObject({
      joined: true,
      staff: false,
    })
  })

  test('who becomes a manager may name others, and no longer once the role is taken away', async () => {
    await mall().join(MEMBER)
    await nameStaff(ASSISTANT, 'manager')
    mall().cloud.clock.shift(MINUTE)
    expect(codeOf(await nameStaff(MEMBER, 'assistant', ASSISTANT))).toBe('ok')
    await nameStaff(ASSISTANT, 'assistant')
    mall().cloud.clock.shift(MINUTE)
    expect(codeOf(await nameStaff(MEMBER, null, ASSISTANT))).toBe('role.required')
  })

  test('who is a manager cannot change the own role: the mall would be left without one', async () => {
    await mall().join(MANAGER)
    for (const role of ['assistant', 'manager', null] as const)
      expect(codeOf(await nothingWritten(mall(), () => nameStaff(MANAGER, role)))).toBe('staff.own-phone')
  })

  test('cannot be named before joining, nor for a store that is not there', async () => {
    const refused = async (phone: string, storeId: string) => {
      const input = { phone, storeId, name: 'somebody', role: 'assistant' as const }
      return refusalOf(
        await nothingWritten(mall(), () => mall().ask('manager', 'name-staff', MANAGER, input)),
      )
    }
    expect(await refused('13800009999', 'store-1')).toEqual(['staff.not-joined', null])
    await mall().receipt('unclaimed', 100) // an account that nobody has claimed is nobody
    expect(await refused(PHONES[MEMBER] ?? '', 'store-1')).toEqual(['staff.not-joined', null])
    expect(await refused('13800009999', 'store-9')).toEqual(['staff.not-joined', null])
    expect(await refused(PHONES[ASSISTANT] ?? '', 'store-9')).toEqual([
      'store.unknown',
      { storeId: 'store-9' },
    ])
  })

  test('named by a command that is sent again is named once; by the same id another one is refused', async () => {
    const phone = PHONES[ASSISTANT] ?? ''
    const input = { phone, name: 'assistant 1', storeId: 'store-1', role: 'assistant' as const }
    const send = (name: string) =>
      mall().ask('manager', 'name-staff', MANAGER, { ...input, name }, 'operation-name')
    const first = await send('assistant 1')
    expect(await nothingWritten(mall(), () => send('assistant 1'))).toEqual({ ...first, replayed: true })
    expect(codeOf(await nothingWritten(mall(), () => send('assistant 2')))).toBe('operation.mismatch')
  })
})

describe('a till', () => {
  test('gets a key that is derived and stored nowhere; named again it keeps it', async () => {
    const named = await mall().nameTill('till-7')
    expect(JSON.stringify(mall().dump())).not.toContain(named.key)
    expect(
      mall()
        .all<{ _id: string }>('tills')
        .find(({ _id }) => _id === 'till-7'),
    ).toMatchObject({
      storeId: 'store-1',
      active: true,
      keyVersion: 1,
    })
    expect((await mall().nameTill('till-7')).key).toBe(named.key)
    expect(named.key).not.toBe(mall().till1.key)
  })

  test('cannot stand in a store that is not there', async () => {
    const input = { tillId: 'till-7', storeId: 'store-9' }
    const answer = await nothingWritten(mall(), () => mall().ask('manager', 'name-till', MANAGER, input))
    expect(refusalOf(answer)).toEqual(['store.unknown', { storeId: 'store-9' }])
  })

  test('named by a command that is sent again gets the same key in the answer', async () => {
    const input = { tillId: 'till-7', storeId: 'store-1' }
    const send = () => mall().ask('manager', 'name-till', MANAGER, input, 'operation-till')
    const first = await send()
    expect(await nothingWritten(mall(), send)).toEqual({ ...first, replayed: true })
  })
})
