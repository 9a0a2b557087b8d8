/** The poster as a picture of the phone: drawn on the page's canvas, three times as large as it is shown, kept as a file. */
import Taro from '@tarojs/taro'
import { drawScene } from './poster-scene'

export const POSTER_WIDTH = 358
export const POSTER_HEIGHT = 372
const SCALE = 3
const SCENE_HEIGHT = 214
const SONG = "'Shuke Song', 'Songti SC', 'Noto Serif CJK SC', serif"
const SANS = "'PingFang SC', 'Noto Sans CJK SC', sans-serif"

export interface PosterWords {
  readonly title: readonly string[]
  /** What each of both gets, under what it is called. */
  readonly gets: readonly { readonly label: string; readonly what: string }[]
  readonly by: string
  /** Where the mini-program code lies. */
  readonly codePath: string
}

/** @returns where the picture lies. @throws when this phone cannot draw it. */
export async function drawPoster(canvasId: string, poster: PosterWords): Promise<string> {
  const canvas = await canvasOf(canvasId)
  canvas.width = POSTER_WIDTH * SCALE
  canvas.height = POSTER_HEIGHT * SCALE
  const pen = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
  pen.scale(SCALE, SCALE)
  pen.fillStyle = '#FDFBF6'
  pen.fillRect(0, 0, POSTER_WIDTH, POSTER_HEIGHT)
  drawScene(pen)
  drawWords(pen, poster)
  await drawCode(canvas, pen, poster)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas,
    destWidth: POSTER_WIDTH * SCALE,
    destHeight: POSTER_HEIGHT * SCALE,
    fileType: 'png',
  })
  return tempFilePath
}

function canvasOf(id: string): Promise<Taro.Canvas> {
  return new Promise((resolve, reject) =>
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true }, (found: { node?: Taro.Canvas } | null) =>
        found?.node ? resolve(found.node) : reject(new Error(`no canvas ${id}`)),
      )
      .exec(),
  )
}

function drawWords(pen: CanvasRenderingContext2D, { title, gets }: PosterWords): void {
  pen.textBaseline = 'alphabetic'
  pen.fillStyle = '#1E1D1A'
  pen.font = `600 22px ${SONG}`
  title.forEach((words, n) => pen.fillText(words, 20, SCENE_HEIGHT + 46 + n * 32, 212))
  let left = 20
  for (const { label, what } of gets) {
    pen.fillStyle = '#55524B'
    pen.font = `12px ${SANS}`
    pen.fillText(label, left, SCENE_HEIGHT + 108)
    const labelWidth = pen.measureText(label).width
    pen.fillStyle = '#1E1D1A'
    pen.font = `600 17px ${SONG}`
    pen.fillText(what, left, SCENE_HEIGHT + 130, 232 - left)
    left += Math.max(labelWidth, pen.measureText(what).width) + 14
  }
}

async function drawCode(
  canvas: Taro.Canvas,
  pen: CanvasRenderingContext2D,
  { by, codePath }: PosterWords,
): Promise<void> {
  const [x, y, side] = [238, SCENE_HEIGHT + 18, 100]
  roundedSquare(pen, x, y, side)
  pen.fillStyle = '#FFFFFF'
  pen.fill()
  pen.strokeStyle = '#E4E1DA'
  pen.lineWidth = 1
  pen.stroke()
  const picture = await pictureOf(canvas, codePath)
  pen.drawImage(picture as unknown as CanvasImageSource, x + 2, y + 2, side - 4, side - 4)
  pen.fillStyle = '#55524B'
  pen.font = `12px ${SANS}`
  pen.textAlign = 'center'
  pen.fillText(by, x + side / 2, y + side + 20, side + 16)
  pen.textAlign = 'left'
}

const CORNER = 10

/** With arcs: `roundRect` is not on every phone. */
function roundedSquare(pen: CanvasRenderingContext2D, x: number, y: number, side: number): void {
  const [right, bottom] = [x + side, y + side]
  pen.beginPath()
  pen.moveTo(x + CORNER, y)
  pen.arcTo(right, y, right, bottom, CORNER)
  pen.arcTo(right, bottom, x, bottom, CORNER)
  pen.arcTo(x, bottom, x, y, CORNER)
  pen.arcTo(x, y, right, y, CORNER)
  pen.closePath()
}

const pictureOf = (canvas: Taro.Canvas, src: string): Promise<Taro.Image> =>
  new Promise((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('the code cannot be read'))
    image.src = src
  })
