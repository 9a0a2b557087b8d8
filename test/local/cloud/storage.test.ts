/** Cloud storage: what a function does with the unmodified SDK, what the mini program does, and what is refused. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sdk from 'wx-server-sdk'
import { type CloudOptions, startCloud } from '../../../local/cloud'
import { failureOf, type GivenCloud, givenCloud, pointSdkAt, temporaryFolder } from './given-cloud'

interface FileAnswer {
  fileID: string
  status: number
  errMsg: string
  tempFileURL: string
  maxAge: number
}
interface SdkStorage {
  uploadFile(input: {
    cloudPath: string
    fileContent: Buffer
  }): Promise<{ fileID: string; statusCode: number }>
  downloadFile(input: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(input: { fileList: unknown[] }): Promise<{ fileList: FileAnswer[] }>
  deleteFile(input: { fileList: string[] }): Promise<{ fileList: FileAnswer[] }>
}
const storage = sdk as unknown as SdkStorage

let given: GivenCloud
const open = async (options: Partial<CloudOptions> = {}) => {
  given = await givenCloud({}, {}, { clock: { now: Date.UTC(2027, 0, 1) }, ...options })
  pointSdkAt(given.cloud)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string })
}
beforeEach(() => open())
afterEach(() => given.end())

const upload = (cloudPath: string, content = 'hello') =>
  storage.uploadFile({ cloudPath, fileContent: Buffer.from(content) })
const addressOf = async (file: unknown) => (await storage.getTempFileURL({ fileList: [file] })).fileList[0]!
const missing = 'cloud://local-env.6c6f-local-env-1250000000/none.txt'

async function ask(route: string, openid: string, body?: BodyInit) {
  const init = body === undefined ? {} : { method: 'POST', body }
  const response = await fetch(`${given.cloud.url}/client/${route}`, {
    ...init,
    headers: { 'x-local-openid': openid },
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return { status: response.status, text, body: (isJson ? JSON.parse(text) : {}) as Record<string, unknown> }
}

describe('from a function', () => {
  it.each(['a.txt', 'deep/er/图 片&+.png', 'percent%20.txt', '中文/100%.csv'])(
    'a file goes up and comes down whole: %s',
    async (cloudPath) => {
      const content = Buffer.from(Array.from({ length: 70_000 }, (_unused, i) => i % 256))
      const { fileID } = await storage.uploadFile({ cloudPath, fileContent: content })
      expect(fileID).toBe(`cloud://local-env.6c6f-local-env-1250000000/${cloudPath}`)
      expect((await storage.downloadFile({ fileID })).fileContent.equals(content)).toBe(true)
    },
  )

  it('a second upload of the same path replaces the first', async () => {
    const { fileID } = await upload('a.txt', 'one')
    await upload('a.txt', 'two')
    expect(String((await storage.downloadFile({ fileID })).fileContent)).toBe('two')
    expect(given.cloud.storage.list()).toEqual([
      { fileID, path: 'a.txt', size: 3, uploadedAt: expect.any(Number) as number },
    ])
  })

  it('a temporary address ends by the cloud’s clock, after ten minutes or its maxAge', async () => {
    const { fileID } = await upload('a.txt')
    const byDefault = await addressOf(fileID)
    const long = await addressOf({ fileID, maxAge: 3600 })
    expect([byDefault.maxAge, long.maxAge]).toEqual([600, 3600])
    expect((await fetch(byDefault.tempFileURL)).status).toBe(200)
    given.cloud.clock.shift(601_000)
    const over = await fetch(byDefault.tempFileURL)
    expect(over.status).toBe(403)
    expect(await over.text()).toContain('<Code>AccessDenied</Code>')
    expect(await (await fetch(long.tempFileURL)).text()).toBe('hello')
    expect((await fetch(long.tempFileURL.replace(/sign=./, 'sign=x'))).status).toBe(403)
  })

  it('a temporary address lasts a day at most', async () => {
    const { fileID } = await upload('a.txt')
    expect((await addressOf({ fileID, maxAge: 10_000_000 })).maxAge).toBe(86_400)
  })

  it('a missing file is told apart, and the others are answered all the same', async () => {
    const { fileID } = await upload('a.txt')
    const { fileList } = await storage.getTempFileURL({ fileList: [missing, fileID, 'nonsense'] })
    expect(fileList.map(({ status, errMsg }) => [status, errMsg])).toEqual([
      [-503003, 'storage file not exists'],
      [0, 'ok'],
      [-503003, 'storage file not exists'],
    ])
    const failure = await failureOf(storage.downloadFile({ fileID: missing }))
    expect({ errCode: failure.errCode, code: failure.code }).toEqual({
      errCode: -1,
      code: 'STORAGE_FILE_NONEXIST',
    })
  })

  it('unverified: deleting a file that does not exist says so', async () => {
    const { fileID } = await upload('a.txt')
    const { fileList } = await storage.deleteFile({ fileList: [fileID, missing] })
    expect(fileList.map(({ status }) => status)).toEqual([0, -503003])
    expect(given.cloud.storage.list()).toEqual([])
    expect((await addressOf(fileID)).status).toBe(-503003)
  })

  it('bytes without the token of an announced upload are refused', async () => {
    const response = await fetch(`${given.cloud.url}/storage/a.txt`, { method: 'PUT', body: 'x' })
    expect(response.status).toBe(403)
    expect(given.cloud.storage.list()).toEqual([])
  })

  it('a page that somebody uploaded is not run as a page of this machine', async () => {
    const { fileID } = await upload('page.html', '<script>1</script>')
    const { headers } = await fetch((await addressOf(fileID)).tempFileURL)
    expect(headers.get('content-security-policy')).toBe('sandbox')
  })
})

describe('rules', () => {
  it.each([
    ['a//b', 'two / in a row'],
    ['a/', 'begins or ends with /'],
    ['a/../b', 'a part . or ..'],
    ['a\tb', 'control character'],
    ['x'.repeat(851), 'more than 850 bytes'],
  ])('filePath refuses %j, unverified: the text', async (cloudPath, text) => {
    expect((await failureOf(upload(cloudPath))).text).toContain(text)
    await given.end()
    await open({ strict: { filePath: false } })
    if (cloudPath.length < 800) await expect(upload(cloudPath)).resolves.toHaveProperty('fileID')
  })

  it('fileSize refuses more than 50 MB, as the object storage does', async () => {
    const content = Buffer.alloc(50 * 1024 * 1024 + 1)
    const failure = await failureOf(storage.uploadFile({ cloudPath: 'big', fileContent: content }))
    expect(failure.text).toContain('EntityTooLarge')
    await given.end()
    await open({ strict: { fileSize: false } })
    await storage.uploadFile({ cloudPath: 'big', fileContent: content })
    expect(given.cloud.storage.list()).toMatchObject([{ size: content.length }])
  })

  it('fileBatch refuses more than 50 files at once, unverified: the text', async () => {
    const fileList = Array.from({ length: 51 }, () => missing)
    for (const call of [storage.getTempFileURL({ fileList }), storage.deleteFile({ fileList })])
      expect((await failureOf(call)).text).toContain('51 files, 50 are allowed at once')
    await given.end()
    await open({ strict: { fileBatch: false } })
    expect((await storage.deleteFile({ fileList })).fileList).toHaveLength(51)
  })

  it('temporaryUrls lets addresses end, and they stay when it is off', async () => {
    await given.end()
    await open({ strict: { temporaryUrls: false } })
    const { fileID } = await upload('a.txt')
    const { tempFileURL } = await addressOf(fileID)
    given.cloud.clock.shift(100 * 86_400_000)
    expect((await fetch(tempFileURL)).status).toBe(200)
  })
})

describe('from the mini program', () => {
  it('a file is uploaded, read by everybody, and deleted by whom it belongs to', async () => {
    const uploaded = await ask('uploadFile?cloudPath=faces/a.png', 'oAnna', 'picture')
    const { fileID } = uploaded.body
    expect(uploaded.body).toEqual({
      fileID: 'cloud://local-env.6c6f-local-env-1250000000/faces/a.png',
      statusCode: 204,
      errMsg: 'cloud.uploadFile:ok',
    })
    const address = await ask('getTempFileURL', 'oBen', JSON.stringify({ fileList: [fileID, missing] }))
    expect(address.body).toMatchObject({
      errMsg: 'cloud.getTempFileURL:ok',
      fileList: [
        { fileID, status: 0, errMsg: 'ok', maxAge: 600 },
        { fileID: missing, status: -503003 },
      ],
    })
    const route = `downloadFile?fileID=${encodeURIComponent(String(fileID))}`
    expect((await ask(route, 'oBen')).text).toBe('picture')
    const deletion = JSON.stringify({ fileList: [fileID] })
    expect((await ask('deleteFile', 'oAnna', deletion)).body).toEqual({
      fileList: [{ fileID, status: 0, errMsg: 'ok' }],
      errMsg: 'cloud.deleteFile:ok',
    })
    expect((await ask(route, 'oBen')).body).toMatchObject({ errCode: -503003 })
  })

  it.each([true, false])(
    'fileOwner keeps what belongs to somebody else, while it is on: %s',
    async (fileOwner) => {
      await given.end()
      await open({ strict: { fileOwner } })
      const { fileID } = (await ask('uploadFile?cloudPath=a.png', 'oAnna', 'hers')).body
      const again = await ask('uploadFile?cloudPath=a.png', 'oBen', 'his')
      expect(again.body['errCode']).toBe(fileOwner ? -503002 : undefined)
      const deleted = await ask('deleteFile', 'oBen', JSON.stringify({ fileList: [fileID] }))
      expect(deleted.body['fileList']).toMatchObject([{ status: fileOwner ? -503002 : 0 }])
    },
  )

  it('a path that is refused has the code of a wrong parameter', async () => {
    expect((await ask('uploadFile?cloudPath=/a', 'oAnna', 'x')).body).toMatchObject({ errCode: -501007 })
  })
})

describe('in the data folder', () => {
  it('files are there after a restart, and bytes of an upload that was cut off are not', async () => {
    const dataDir = temporaryFolder()
    const { functionsDir } = given
    const first = await startCloud({ dataDir, functionsDir })
    first.storage.write('a/b.txt', Buffer.from('kept'))
    await first.close()
    writeFileSync(path.join(dataDir, 'files', 'half'), 'half')
    const second = await startCloud({ dataDir, functionsDir })
    expect(String(second.storage.read('a/b.txt'))).toBe('kept')
    expect(existsSync(path.join(dataDir, 'files', 'half'))).toBe(false)
    second.reset()
    expect(readdirSync(path.join(dataDir, 'files'))).toEqual([])
    await second.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('the control door lists, shows and deletes them', async () => {
    await upload('a.txt')
    const control = async (route: string, init: RequestInit = {}) =>
      (await fetch(`${given.cloud.url}/control/${route}`, init)).text()
    expect(JSON.parse(await control('storage'))).toMatchObject({ files: [{ path: 'a.txt', size: 5 }] })
    expect(await control('storage/file?path=a.txt')).toBe('hello')
    const deletion = { method: 'POST', body: JSON.stringify({ path: 'a.txt' }) }
    expect(JSON.parse(await control('storage/delete', deletion))).toEqual({ deleted: true })
    expect(await control('storage/file?path=a.txt')).toContain('there is no file')
  })
})
