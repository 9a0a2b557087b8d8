/** The open API through the unmodified SDK: codes, content checks, links, and what is refused. */
import jsQr from 'jsqr'
import { PNG } from 'pngjs'
import type { MovableClock } from '../../../local/cloud'
import { Codes } from '../../../local/cloud/open-api/codes'
import { STRICT } from '../../../local/cloud/strictness'
import { ANNA, call, given, refusalOf, START, withRule } from './given-open-api'

const picture = (answer: Record<string, unknown>) =>
  PNG.sync.read(Buffer.from(String(answer['buffer']), 'base64'))
const readCode = (answer: Record<string, unknown>) => {
  const { data, width, height } = picture(answer)
  return jsQr(new Uint8ClampedArray(data), width, height)?.data
}

describe('codes', () => {
  it('are pictures that can be read: the page and its scene, or the path', async () => {
    const unlimited = await call('wxacode.getUnlimited', {
      scene: 'm=7&s=2',
      page: 'pages/home/index',
      width: 300,
    })
    expect(unlimited).toMatchObject({ contentType: 'image/png', errCode: 0 })
    expect(readCode(unlimited)).toBe('pages/home/index?scene=m%3D7%26s%3D2')
    expect(picture(unlimited)).toMatchObject({ width: 300, height: 300 })
    for (const api of ['wxacode.get', 'wxacode.createQRCode'])
      expect(readCode(await call(api, { path: 'pages/a/b?id=3' }))).toBe('pages/a/b?id=3')
  })

  it('have the colour and the ground that are asked for', async () => {
    const { data } = picture(
      await call('wxacode.getUnlimited', {
        scene: 'a',
        lineColor: { r: 200, g: 10, b: 20 },
        isHyaline: true,
      }),
    )
    const pixels = new Set<string>()
    for (let i = 0; i < data.length; i += 4) pixels.add([...data.subarray(i, i + 4)].join())
    expect(pixels).toEqual(new Set(['255,255,255,0', '200,10,20,255']))
  })

  it.each([
    ['', '40169'],
    ['x'.repeat(33), '40169'],
    ['100%', '40169'],
    ['有', '40169'],
  ])('codeScene refuses the scene %j, unverified: the code', async (scene, code) => {
    expect(await refusalOf('wxacode.getUnlimited', { scene })).toContain(code)
  })

  it.each(['/pages/home/index', 'pages/home/index?a=1', 'pages/none'])(
    'codePage refuses the page %s',
    async (page) => {
      expect(await refusalOf('wxacode.getUnlimited', { scene: 'a', page })).toContain('41030')
    },
  )

  it('codePage lets a page be that is not published, when the path is not checked', async () => {
    const answer = await call('wxacode.getUnlimited', { scene: 'a', page: 'pages/none', checkPath: false })
    expect(answer['errCode']).toBe(0)
  })

  it('codeWidth refuses what is too small, unverified: the code', async () => {
    expect(await refusalOf('wxacode.getUnlimited', { scene: 'a', width: 100 })).toContain('40097')
  })

  it('a path that is missing is refused', async () => {
    expect(await refusalOf('wxacode.get', {})).toContain('40159')
  })

  it.each([
    ['codeScene', { scene: '有' }],
    ['codePage', { scene: 'a', page: '/pages/none' }],
    ['codeWidth', { scene: 'a', width: 100 }],
  ])('%s is a switch', async (rule, input) => {
    await withRule(rule, async () => {
      expect((await call('wxacode.getUnlimited', input))['errCode']).toBe(0)
    })
  })
})

describe('content checks, by a verdict of our own', () => {
  it.each([
    ['hello', 'pass', 100],
    ['a risky word', 'risky', 21_000],
    ['please review', 'review', 21_000],
  ])('%j: %s', async (content, suggest, label) => {
    const input = { content, version: 2, scene: 1, openid: ANNA }
    expect(await call('security.msgSecCheck', input)).toMatchObject({ result: { suggest, label } })
  })

  it('the first version refuses what is risky', async () => {
    expect((await call('security.msgSecCheck', { content: 'hello' }))['errCode']).toBe(0)
    expect(await refusalOf('security.msgSecCheck', { content: 'risky' })).toContain('87014')
  })

  it('a picture is risky by its bytes, and has a megabyte at most', async () => {
    expect((await call('security.imgSecCheck', {}, { image: 'fine' }))['errCode']).toBe(0)
    expect(await refusalOf('security.imgSecCheck', {}, { image: 'risky' })).toContain('87014')
    expect(await refusalOf('security.imgSecCheck', {}, { image: 'x'.repeat(1_048_577) })).toContain('40006')
  })

  it('a check of media is taken', async () => {
    const input = { mediaUrl: 'https://example.com/a.png', mediaType: 2, version: 2, openid: ANNA, scene: 1 }
    expect(await call('security.mediaCheckAsync', input)).toMatchObject({
      traceId: expect.any(String) as string,
    })
  })
})

describe('links', () => {
  it('are made, and what they stand for can be read', async () => {
    const { urlLink } = await call('urllink.generate', { path: '/pages/home/index', query: 'a=1' })
    const { openlink } = await call('urlscheme.generate', {
      jumpWxa: { path: 'pages/home/index', query: 'b=2' },
    })
    expect(urlLink).toMatch(/^https:\/\/wxaurl\.cn\/\w{11}$/)
    expect(openlink).toMatch(/^weixin:\/\/dl\/business\/\?t=\w{11}$/)
    const response = await fetch(`${given.cloud.url}/control/links`)
    expect(await response.json()).toMatchObject({
      links: [
        { url: urlLink, path: 'pages/home/index', query: 'a=1' },
        { url: openlink, path: 'pages/home/index', query: 'b=2' },
      ],
    })
  })

  it('codePage refuses a page that is not published', async () => {
    expect(await refusalOf('urllink.generate', { path: 'pages/none' })).toContain('40165')
  })
})

it('codeRate makes a number of codes in a minute, and no more until it is over', () => {
  let now = START
  const clock = { now: () => now } as MovableClock
  const answerOf = (codes: Codes) => codes.ofPath({ path: 'a', width: 280 })
  const codes = new Codes({ clock, strict: STRICT }, 2)
  const lenient = new Codes({ clock, strict: { ...STRICT, codeRate: false } }, 2)
  for (const made of [codes, codes, lenient, lenient, lenient])
    expect(answerOf(made)).toMatchObject({ contentType: 'image/png' })
  expect(answerOf(codes)).toEqual({ json: { errcode: 45009, errmsg: 'reach max api minute quota limit' } })
  now += 60_000
  expect(answerOf(codes)).toMatchObject({ contentType: 'image/png' })
})

it('what is not served is refused by its name, what does not exist by its code', async () => {
  expect(await refusalOf('ocr.idcard', {})).toContain('local cloud does not implement openapi.ocr.idcard')
  expect(await refusalOf('nothing.here', {})).toContain('-604100')
})
