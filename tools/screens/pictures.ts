/** Pictures put beside each other, and kept small: WebP, made by the browser that took them. */
import type { Browser } from 'playwright-core'

/** A picture and the height at which it is put down, in pixels. */
export interface Part {
  readonly png: Buffer
  readonly height: number
}

const GAP = 12
const PAPER = '#cfcbc1'
const QUALITY = 0.86

/** The parts in a row, aligned at the top. */
export async function inARow(browser: Browser, parts: readonly Part[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 400, height: 400 } })
  try {
    const pictures = parts.map(({ png, height }) => ({ source: dataUrl(png), height }))
    return fromDataUrl(await page.evaluate(drawRow, { pictures, gap: GAP, paper: PAPER, quality: QUALITY }))
  } finally {
    await page.close()
  }
}

/** The picture itself, as WebP at its own size. */
export async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 400, height: 400 } })
  try {
    const pictures = [{ source: dataUrl(png), height: 0 }]
    return fromDataUrl(await page.evaluate(drawRow, { pictures, gap: 0, paper: PAPER, quality: QUALITY }))
  } finally {
    await page.close()
  }
}

interface Row {
  readonly pictures: readonly { readonly source: string; readonly height: number }[]
  readonly gap: number
  readonly paper: string
  readonly quality: number
}

/** Runs in the browser. A height of 0 leaves a picture at its own size. */
async function drawRow({ pictures, gap, paper, quality }: Row): Promise<string> {
  const images = await Promise.all(
    pictures.map(async ({ source, height }) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const scale = height === 0 ? 1 : height / image.height
      return { image, width: Math.round(image.width * scale), height: Math.round(image.height * scale) }
    }),
  )
  const canvas = document.createElement('canvas')
  canvas.width = images.reduce((sum, { width }) => sum + width + gap, gap)
  canvas.height = Math.max(...images.map(({ height }) => height)) + 2 * gap
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.imageSmoothingQuality = 'high'
  pen.fillStyle = paper
  pen.fillRect(0, 0, canvas.width, canvas.height)
  let left = gap
  for (const { image, width, height } of images) {
    pen.drawImage(image, left, gap, width, height)
    left += width + gap
  }
  return canvas.toDataURL('image/webp', quality)
}

const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`

function fromDataUrl(url: string): Buffer {
  if (!url.startsWith('data:image/webp')) throw new Error('the browser did not make a WebP')
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
