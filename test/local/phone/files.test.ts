import type { Browser } from 'playwright-core'
import { launchBrowser, type RunningPhone, startPhone } from '../../../local/phone'
import { automator, type Driver } from './automator'
import { FIXTURE, startStubCloud, type StubCloud, until } from './fixture-phones'

type Call = (options: object) => Promise<Record<string, unknown>>
declare const wx: {
  env: { USER_DATA_PATH: string }
  getFileSystemManager(): Record<'readFile' | 'writeFile' | 'access' | 'unlink', Call>
  clearStorageSync(): void
}

const PATH = 'wxfile://usr/note.txt'

describe('the files of a phone', () => {
  let cloud: StubCloud
  let browser: Browser
  let phone: RunningPhone
  let mp: Driver

  beforeAll(async () => {
    cloud = await startStubCloud()
    browser = await launchBrowser()
    phone = await startPhone({ dist: FIXTURE, cloudUrl: cloud.url, person: { openid: 'anna' }, browser })
    mp = await automator.connect({ wsEndpoint: phone.wsEndpoint })
  })

  afterAll(async () => {
    mp.disconnect()
    await phone.close()
    await browser.close()
    cloud.close()
  })

  /** What a call of the file system answers, or its errMsg. */
  const ask = (name: 'readFile' | 'writeFile' | 'access' | 'unlink', options: object): Promise<unknown> =>
    mp.evaluate(
      (call: string, given: object) =>
        wx
          .getFileSystemManager()
          [call as 'readFile'](given)
          .then(
            ({ data, errMsg }) => data ?? errMsg,
            ({ errMsg }: { errMsg: string }) => errMsg,
          ),
      name,
      options,
    )

  it('are written, read, looked for and removed, as text and as base64', async () => {
    expect(await mp.evaluate(() => wx.env.USER_DATA_PATH)).toBe('wxfile://usr')
    expect(await ask('access', { path: PATH })).toMatch(/^access:fail no such file or directory/)
    expect(await ask('writeFile', { filePath: PATH, data: '熟客' })).toBe('writeFile:ok')
    expect(await ask('access', { path: PATH })).toBe('access:ok')
    const base64 = Buffer.from('熟客').toString('base64')
    expect(await ask('readFile', { filePath: PATH, encoding: 'base64' })).toBe(base64)
    await ask('writeFile', {
      filePath: PATH,
      data: Buffer.from('again').toString('base64'),
      encoding: 'base64',
    })
    expect(await ask('readFile', { filePath: PATH, encoding: 'utf8' })).toBe('again')
    expect(await ask('unlink', { filePath: PATH })).toBe('unlink:ok')
    expect(await ask('unlink', { filePath: PATH })).toMatch(/^unlink:fail no such file or directory/)
    expect(await ask('readFile', { filePath: PATH, encoding: 'utf8' })).toMatch(/^readFile:fail no such file/)
  })

  it('are refused outside of the own folder, in a folder that is not there, and when they are no base64', async () => {
    const write = (filePath: string, more: object = {}) => ask('writeFile', { filePath, data: 'x', ...more })
    expect(await write('wxfile://tmp_9.txt')).toMatch(/^writeFile:fail permission denied/)
    expect(await write('wxfile://usr/folder/note.txt')).toMatch(/^writeFile:fail no such file or directory/)
    expect(await write(PATH, { encoding: 'base64', data: 'data:image/png;base64,AA==' })).toBe(
      'writeFile:fail base64 encode error',
    )
    expect(await ask('access', { path: PATH })).toMatch(/^access:fail/)
  })

  it('outlive the page, and the storage of the app when it is cleared', async () => {
    await ask('writeFile', { filePath: PATH, data: 'kept' })
    await mp.evaluate(() => wx.clearStorageSync())
    await phone.page.reload()
    await until(
      async () => (await mp.currentPage()).path,
      (path) => path === 'pages/home/index',
    )
    expect(await ask('readFile', { filePath: PATH, encoding: 'utf8' })).toBe('kept')
  })
})
