/** The file storage of wx.cloud on a phone, at the local cloud itself. */
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../../local/phone'
import { type GivenCloud, givenCloud } from '../cloud/given-cloud'
import { type DrivenPhone, drivenPhone } from './driven-phone'

interface Album {
  setData(data: object): void
  keep(filePath: string, cloudPath: string): Promise<unknown[]>
  giveUp(filePath: string): Promise<string>
}
type Call = (options: object) => Promise<Record<string, unknown>>
type Methods = 'uploadFile' | 'downloadFile' | 'getTempFileURL' | 'deleteFile'
declare const getCurrentPages: () => Album[]
declare const wx: {
  cloud: Record<Methods, Call>
  getImageInfo: Call
  getFileSystemManager(): { writeFile: Call; readFile: Call }
}

const DIST = path.join(__dirname, 'fixture-services')
const NOTE = 'wxfile://usr/note.txt'
const PICTURE = 'wxfile://usr/dot.png'
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('files that a phone puts into the cloud', () => {
  let given: GivenCloud
  let browser: Browser
  let driven: DrivenPhone

  beforeAll(async () => {
    given = await givenCloud({})
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await given.end()
  })
  beforeEach(async () => {
    given.cloud.reset()
    driven = await open('oAnna')
  })
  afterEach(async () => {
    expect(await driven.errors()).toEqual([])
    await driven.end()
  })

  async function open(openid: string): Promise<DrivenPhone> {
    const options = { dist: DIST, cloudUrl: given.cloud.url, browser, entry: '/pages/album/index' }
    const opened = await drivenPhone({ ...options, person: { openid } })
    await opened.mp.evaluate(
      async (note: string, picture: string, dot: string) => {
        const files = wx.getFileSystemManager()
        await files.writeFile({ filePath: note, data: '熟客 你好', encoding: 'utf8' })
        await files.writeFile({ filePath: picture, data: dot, encoding: 'base64' })
      },
      NOTE,
      PICTURE,
      DOT,
    )
    return opened
  }
  const call = (name: Methods, options: object, phone = driven): Promise<Record<string, unknown>> =>
    phone.mp.evaluate(
      (method: string, given: object) =>
        wx.cloud[method as Methods](given).catch(
          ({ errMsg, errCode }: { errMsg: string; errCode: number }) => ({
            errMsg,
            errCode,
          }),
        ),
      name,
      options,
    )
  const upload = async (filePath: string, cloudPath: string, phone = driven) =>
    String((await call('uploadFile', { filePath, cloudPath }, phone)).fileID)

  it('are uploaded byte by byte, as the person who holds the phone, and come down again', async () => {
    const fileID = await upload(NOTE, 'notes/一.txt')
    expect(fileID).toMatch(/^cloud:\/\/local-env\..*\/notes\/一\.txt$/)
    expect(given.cloud.storage.list()).toMatchObject([{ path: 'notes/一.txt', openid: 'oAnna', size: 13 }])
    expect(given.cloud.storage.read('notes/一.txt')?.toString()).toBe('熟客 你好')
    const { tempFilePath, statusCode } = await call('downloadFile', { fileID })
    expect([tempFilePath, statusCode]).toEqual([expect.stringMatching(/^wxfile:\/\/tmp_\d+\.txt$/), 200])
    const read = await driven.mp.evaluate(
      (filePath: string) => wx.getFileSystemManager().readFile({ filePath, encoding: 'utf8' }),
      tempFilePath,
    )
    expect(read.data).toBe('熟客 你好')
  })

  it('come down as JSON too, which is no refusal', async () => {
    given.cloud.storage.write('a.json', Buffer.from('{"errCode":-1}'))
    const { fileID } = given.cloud.storage.list()[0]!
    expect(await call('downloadFile', { fileID })).toMatchObject({ errMsg: 'cloud.downloadFile:ok' })
  })

  it('tell a page with callbacks how far they are, and are given up', async () => {
    expect(
      await driven.mp.evaluate((file: string) => getCurrentPages()[0]!.keep(file, 'b.txt'), NOTE),
    ).toEqual([expect.stringMatching(/b\.txt$/), 204, 100, 13])
    expect(await driven.mp.evaluate((file: string) => getCurrentPages()[0]!.giveUp(file), NOTE)).toBe(
      'cloud.uploadFile:fail abort',
    )
    expect(given.cloud.storage.list().map((file) => file.path)).toEqual(['b.txt'])
  })

  it('are shown by their id and by a temporary address, and can be asked about', async () => {
    const fileID = await upload(PICTURE, 'dot.png')
    const { fileList } = await call('getTempFileURL', { fileList: [fileID, 'cloud://local-env.x/none'] })
    const [found, missing] = fileList as { tempFileURL: string; status: number }[]
    expect([found?.status, missing?.status]).toEqual([0, -503003])
    for (const src of [fileID, found!.tempFileURL]) {
      await driven.mp.evaluate((to: string) => getCurrentPages()[0]!.setData({ src: to, answer: '' }), src)
      await driven.sees('.answer', 'loaded 1')
      const seen = await driven.mp.evaluate((of: string) => wx.getImageInfo({ src: of }), src)
      expect(seen).toMatchObject({
        width: 1,
        height: 1,
        type: 'png',
        path: expect.stringMatching(/^wxfile:/) as string,
      })
    }
  })

  it('are deleted by who uploaded them, and by nobody else', async () => {
    const fileID = await upload(NOTE, 'c.txt')
    const other = await open('oBo')
    const refused = await call('deleteFile', { fileList: [fileID] }, other)
    expect(refused.fileList).toMatchObject([{ fileID, status: -503002 }])
    expect(await call('uploadFile', { filePath: NOTE, cloudPath: 'c.txt' }, other)).toMatchObject({
      errCode: -503002,
    })
    await other.end()
    expect((await call('deleteFile', { fileList: [fileID] })).fileList).toMatchObject([{ fileID, status: 0 }])
    expect(given.cloud.storage.list()).toEqual([])
  })

  it('fail with a code and a word when something is wrong', async () => {
    expect(await call('uploadFile', { filePath: 'wxfile://none', cloudPath: 'd' })).toMatchObject({
      errMsg: 'cloud.uploadFile:fail file not found: wxfile://none',
    })
    expect(await call('uploadFile', { filePath: NOTE, cloudPath: '/d' })).toMatchObject({
      errCode: -501007,
    })
    expect(await call('downloadFile', { fileID: 'cloud://local-env.x/none' })).toMatchObject({
      errCode: -503003,
    })
    expect(await call('deleteFile', { fileList: 'none' })).toMatchObject({ errCode: -501007 })
    await driven.phone.offline(true)
    expect(await call('uploadFile', { filePath: NOTE, cloudPath: 'd' })).toMatchObject({
      errMsg: expect.stringMatching(/^cloud\.uploadFile:fail request:fail/) as string,
    })
  })
})
