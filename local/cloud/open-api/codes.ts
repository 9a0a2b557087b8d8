/**
 * Mini program codes. They are plain QR codes here, of `<page>?scene=<scene>` or of the path: the round code of the
 * platform cannot be made or read elsewhere. Invariant: what the platform refuses gives its error, not a picture.
 */
import { PNG } from 'pngjs'
import qrcode from 'qrcode-generator'
import type { MovableClock } from '../clock'
import type { Strictness } from '../strictness'
import { type OpenApiAnswer, type OpenApiInput, refusal } from './answer'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const MIN_WIDTH = 280
const MAX_WIDTH = 1280
const DEFAULT_WIDTH = 430
const PER_MINUTE = 5000
const MAX_PATH = 1024
const QUIET_MODULES = 4

export interface CodeParts {
  clock: MovableClock
  strict: Strictness
  pages?: readonly string[] | undefined
}

export class Codes {
  private minute = NaN
  private madeInMinute = 0

  constructor(
    private readonly parts: CodeParts,
    private readonly perMinute = PER_MINUTE,
  ) {}

  ofScene(input: OpenApiInput): OpenApiAnswer {
    const { scene, page = '', check_path: checkPath } = input
    if (this.parts.strict.codeScene && (typeof scene !== 'string' || !SCENE.test(scene)))
      return refusal(40169, 'invalid length for scene, or the data is not json string')
    if (this.parts.strict.codePage && !this.isPage(String(page), checkPath !== false))
      return refusal(41030, 'invalid page')
    return this.picture(`${String(page)}?scene=${encodeURIComponent(String(scene))}`, input)
  }

  ofPath(input: OpenApiInput): OpenApiAnswer {
    const { path } = input
    if (typeof path !== 'string' || !path || path.length > MAX_PATH)
      return refusal(40159, 'invalid length for path, or the data is not json string')
    return this.picture(path, input)
  }

  private isPage(page: string, isChecked: boolean): boolean {
    if (page.startsWith('/') || page.includes('?')) return false
    const { pages } = this.parts
    // Without a page the code leads to the first one.
    return !isChecked || !page || !pages || pages.includes(page)
  }

  private picture(text: string, input: OpenApiInput): OpenApiAnswer {
    const width = Number(input['width'] ?? DEFAULT_WIDTH)
    if (this.parts.strict.codeWidth && !(width >= MIN_WIDTH && width <= MAX_WIDTH))
      return refusal(40097, `invalid args: width is between ${MIN_WIDTH} and ${MAX_WIDTH}`)
    if (this.parts.strict.codeRate && !this.isInTime())
      return refusal(45009, 'reach max api minute quota limit')
    const colour = input['auto_color'] === true ? {} : (input['line_color'] as Partial<Rgb> | undefined)
    const isTransparent = input['is_hyaline'] === true
    return { contentType: 'image/png', bytes: draw(text, Math.round(width), colour ?? {}, isTransparent) }
  }

  private isInTime(): boolean {
    const minute = Math.floor(this.parts.clock.now() / 60_000)
    if (minute !== this.minute) this.madeInMinute = 0
    this.minute = minute
    return ++this.madeInMinute <= this.perMinute
  }
}

interface Rgb {
  r: number | string
  g: number | string
  b: number | string
}

function draw(
  text: string,
  width: number,
  { r = 0, g = 0, b = 0 }: Partial<Rgb>,
  isTransparent: boolean,
): Buffer {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const modules = code.getModuleCount() + 2 * QUIET_MODULES
  const png = new PNG({ width, height: width })
  const paper = bytesOf(255, 255, 255, isTransparent ? 0 : 255)
  const ink = bytesOf(Number(r), Number(g), Number(b), 255)
  const pixels = new Uint32Array(png.data.buffer, png.data.byteOffset, width * width)
  const moduleAt = (pixel: number) => Math.floor((pixel * modules) / width) - QUIET_MODULES
  const isInside = (module: number) => module >= 0 && module < code.getModuleCount()
  for (let y = 0; y < width; y++) {
    const row = moduleAt(y)
    const start = y * width
    if (y > 0 && row === moduleAt(y - 1)) {
      pixels.copyWithin(start, start - width, start)
      continue
    }
    for (let x = 0; x < width; x++) {
      const column = moduleAt(x)
      const isDark = isInside(row) && isInside(column) && code.isDark(row, column)
      pixels[start + x] = isDark ? ink : paper
    }
  }
  // Without the search for the best filter, which takes most of the time and gains nothing here.
  return PNG.sync.write(png, { filterType: 0 })
}

/** One pixel in the byte order of this machine. */
function bytesOf(...channels: [number, number, number, number]): number {
  return new Uint32Array(Uint8Array.from(channels).buffer)[0] ?? 0
}
