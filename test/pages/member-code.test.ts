/** The member code on the screen: that scanners can read it, how long it lives, how large it is. */
import jsQR from 'jsqr'
import { fontScaleOf, fontStep } from '../../src/components/font-scale'
import { codeLife, ringTurn } from '../../src/client/code-life'
import {
  barPicture,
  base64,
  qrPicture,
  sharpSize,
  type CodePicture,
} from '../../src/components/code-pictures'
import { rolled } from '../../src/pages/member/code/rolled'

const CODE = '880623170049551236'

/** Paints the strokes of a picture, as a browser would, into rows of modules. */
function modulesOf({ svg, modules }: CodePicture): boolean[][] {
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? ''
  const rows: boolean[][] = []
  for (const line of path.split('M0 ').slice(1)) {
    const row = Array.from({ length: modules }, () => false)
    let at = 0
    for (const [, command, count] of line.matchAll(/([hm])(\d+)/g)) {
      if (command === 'h') row.fill(true, at, at + Number(count))
      at += Number(count)
    }
    rows.push(row)
  }
  return rows
}

/** Reads a QR code from its modules, the middle covered by a white square of `covered` modules. */
function readQr(rows: boolean[][], covered: number): string | undefined {
  const [scale, quiet] = [4, 4]
  const size = (rows.length + quiet * 2) * scale
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  const middle = rows.length / 2
  const isCovered = (at: number) => Math.abs(at + 0.5 - middle) < covered / 2
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const [row, column] = [Math.floor(y / scale) - quiet, Math.floor(x / scale) - quiet]
      if (!rows[row]?.[column] || (isCovered(row) && isCovered(column))) continue
      pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    }
  return jsQR(pixels, size, size)?.data
}

describe('the QR code', () => {
  test('holds the 18 digits in 25 modules and is read with the seal over its middle', () => {
    const picture = qrPicture(CODE)
    expect(picture.modules).toBe(25)
    expect(readQr(modulesOf(picture), 6)).toBe(CODE)
  })

  test('has one stroke path and no outside references', () => {
    expect(qrPicture(CODE).svg.length).toBeLessThan(3_000)
    expect(qrPicture(CODE).svg.match(/https?:[^"']+/g)).toEqual(['http://www.w3.org/2000/svg'])
  })
})

describe('the bar code', () => {
  test('is Code 128 with set C: start, nine pairs, check, stop', () => {
    const picture = barPicture(CODE)
    expect(picture.modules).toBe(11 + 9 * 11 + 11 + 13)
    const bars = (modulesOf(picture)[0] ?? []).map((bar) => (bar ? '1' : '0')).join('')
    expect(bars.startsWith('11010011100')).toBe(true)
    expect(bars.endsWith('1100011101011')).toBe(true)
  })
})

test.each([
  [154, 358, 2, 308],
  [154, 294, 2, 231],
  [25, 232, 2, 225],
  [25, 232, 3, 675 / 3],
  [25, 5, 1, 25],
])('%i modules in %i px at ratio %i take %i px, whole device pixels each', (modules, room, ratio, size) => {
  expect(sharpSize(modules, room, ratio)).toBeCloseTo(size, 6)
  expect((sharpSize(modules, room, ratio) * ratio) % modules).toBeCloseTo(0, 6)
})

test.each(['', 'a', 'ab', 'abc', '<svg d="M0 5h2m1-0"/>'])('base64 of %j is what Node says', (text) => {
  expect(base64(text)).toBe(Buffer.from(text).toString('base64'))
})

describe('the life of a code', () => {
  const times = { renewAt: 100_000, periodSeconds: 60 }
  test.each([
    [58_000, 'fresh', 42],
    [94_999, 'fresh', 6],
    [95_000, 'last-seconds', 5],
    [99_999, 'last-seconds', 1],
    [100_000, 'due', 60],
    [159_500, 'due', 1],
    [160_000, 'over', 0],
  ])('at %i ms it is %s with %i s', (now, phase, seconds) => {
    expect(codeLife(times, now)).toEqual({ phase, seconds })
  })

  test('the ring never turns further than round', () => {
    expect([ringTurn(42, 60), ringTurn(0, 60), ringTurn(90, 60)]).toEqual([252, 0, 360])
  })
})

test('a rolling count starts at nothing, only rises, and ends exactly', () => {
  const steps = [0, 50, 200, 400, 599, 600, 5_000].map((elapsed) => rolled(474, elapsed))
  expect(steps[0]).toBe(0)
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
  expect(steps.slice(-2)).toEqual([474, 474])
})

test.each([
  [undefined, 390, 1],
  [17, 390, 1],
  [20, 390, 1.15],
  [24, 390, 1.3],
  [16, 320, 1],
  [24, 320, 1.3],
  [16, 429, 1.1],
])('font setting %p on a phone %i wide scales type by %d', (setting, width, scale) => {
  expect(fontScaleOf(fontStep(setting), width)).toBe(scale)
})
