/** Canvases of type 2d: found, drawn on, made into pictures. */
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../../local/phone'
import { type DrivenPhone, drivenPhone } from './driven-phone'
import { startStubCloud, type StubCloud, until } from './fixture-phones'

interface Drawing {
  answers: unknown[]
  fresh: number[]
  keep(options: object): Promise<Record<string, unknown>>
}
declare const getCurrentPages: () => Drawing[]
declare const wx: {
  saveImageToPhotosAlbum(options: object): Promise<object>
  createOffscreenCanvas(options: object): object
  canvasToTempFilePath(options: object): Promise<object>
}

describe('a canvas of type 2d', () => {
  let cloud: StubCloud
  let browser: Browser
  let driven: DrivenPhone

  beforeAll(async () => {
    cloud = await startStubCloud()
    browser = await launchBrowser()
    const dist = path.join(__dirname, 'fixture-drawing')
    driven = await drivenPhone({ dist, cloudUrl: cloud.url, browser, deviceScaleFactor: 3 })
    await driven.sees('.seen', /true$/)
  })
  afterAll(async () => {
    await driven.end()
    await browser.close()
    cloud.close()
  })

  it('is found by a query, has a size of its own and takes shapes, pictures and other canvases', async () => {
    await driven.sees('.seen', '255,0,0,255 0,0,255,255 0,255,0,255 20 true')
    expect(await driven.mp.evaluate(() => getCurrentPages()[0]!.fresh)).toEqual([300, 150])
    expect(await driven.mp.evaluate(() => getCurrentPages()[0]!.answers)).toEqual([
      ['node'],
      200,
      100,
      '200px',
      'block',
    ])
    expect(await driven.errors()).toEqual([])
  })

  it('is found inside a component by the component alone', () => driven.sees('.stamped', '10 true'))

  it('is touched like every other element', async () => {
    await driven.tap('.poster')
    await driven.sees('.touched', '100')
  })

  it('shows on the screen what was drawn', async () => {
    const { phone } = driven
    const drawn = phone.page.frameLocator('iframe.current').locator('.poster canvas')
    const box = (await drawn.boundingBox())!
    const shot = await phone.page.screenshot({ clip: { x: box.x + 25, y: box.y + 25, width: 1, height: 1 } })
    expect(await colourOf(browser, shot)).toBe('0,0,255,255')
  })

  it('becomes a temporary picture, in the pixels of the screen or those asked for', async () => {
    const whole = await driven.mp.evaluate(() => getCurrentPages()[0]!.keep({}))
    expect(whole).toMatchObject({ width: 1800, height: 900 })
    const part = await driven.mp.evaluate(() =>
      getCurrentPages()[0]!.keep({
        x: 60,
        y: 60,
        width: 60,
        height: 60,
        destWidth: 20,
        destHeight: 20,
        fileType: 'jpg',
      }),
    )
    expect(part).toMatchObject({
      width: 20,
      height: 20,
      path: expect.stringMatching(/^wxfile:\/\/tmp.*\.jpe?g$/) as string,
    })
    const shown = driven.phone.page.frameLocator('iframe.current').locator('.kept img')
    await until(
      () => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth),
      (width) => width === 20,
    )
  })

  it('saves a picture to the album, and no file that is not there', async () => {
    await driven.mp.evaluate(async () => {
      const { path: filePath } = await getCurrentPages()[0]!.keep({ destWidth: 600, destHeight: 300 })
      await wx.saveImageToPhotosAlbum({ filePath })
    })
    expect((await driven.phone.messages()).map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^saved to the album: wxfile:.* \(600 × 300\)$/),
    )
    await expect(
      driven.mp.evaluate(() => wx.saveImageToPhotosAlbum({ filePath: 'wxfile://tmp_none.png' })),
    ).rejects.toThrow('saveImageToPhotosAlbum:fail no such file')
  })

  it('refuses by name what it is not: another type, the older canvas', async () => {
    expect(await driven.phone.missing()).toEqual(['canvas'])
    await expect(driven.mp.evaluate(() => wx.createOffscreenCanvas({ type: 'webgl' }))).rejects.toThrow(
      'createOffscreenCanvas:fail only type 2d',
    )
    await expect(driven.mp.evaluate(() => wx.canvasToTempFilePath({ canvasId: 'old' }))).rejects.toThrow(
      'canvasToTempFilePath:fail only a canvas of type 2d',
    )
  })
})

async function colourOf(browser: Browser, png: Buffer): Promise<string> {
  const page = await browser.newPage()
  try {
    return await page.evaluate(async (data) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const pen = document.createElement('canvas').getContext('2d')!
      pen.drawImage(image, 0, 0)
      return [...pen.getImageData(0, 0, 1, 1).data].join()
    }, png.toString('base64'))
  } finally {
    await page.close()
  }
}
