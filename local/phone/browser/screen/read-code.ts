/**
 * Owns the honest camera: a QR code is read from the pixels of pictures, never from the app's data. One function
 * reads a picture that a camera took, the other what is visible on this phone's current page.
 */
import jsQR from 'jsqr'
import type { Phone } from '../phone'

const LEAST_SIDE_PX = 40
const MARGIN = 0.12

export async function readPicture(url: string): Promise<string | null> {
  const image = new Image()
  image.src = url
  await image.decode()
  return decode(image, image.naturalWidth, image.naturalHeight)
}

export async function readCodeOnScreen(phone: Phone): Promise<string | null> {
  const page = phone.pages.current
  if (!page) return null
  const { doc, win } = page.backend
  for (const picture of doc.querySelectorAll<HTMLImageElement | HTMLCanvasElement>('wx-image img, canvas')) {
    if (!isVisible(picture, win)) continue
    const { width, height } = picture.getBoundingClientRect()
    // The picture is drawn larger than on the screen when it is small: a camera would come closer.
    const scale = Math.max(1, 480 / Math.max(width, height))
    const text = decode(picture, width * scale, height * scale)
    if (text !== null) return text
  }
  return null
}

function isVisible(picture: HTMLElement, win: Window): boolean {
  const box = picture.getBoundingClientRect()
  if (box.width < LEAST_SIDE_PX || box.height < LEAST_SIDE_PX) return false
  if (box.bottom <= 0 || box.top >= win.innerHeight || box.right <= 0 || box.left >= win.innerWidth)
    return false
  return picture.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

function decode(picture: CanvasImageSource, width: number, height: number): string | null {
  const margin = Math.round(Math.max(width, height) * MARGIN)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width) + 2 * margin
  canvas.height = Math.round(height) + 2 * margin
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  try {
    context.drawImage(picture, margin, margin, Math.round(width), Math.round(height))
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    return jsQR(data, canvas.width, canvas.height, { inversionAttempts: 'dontInvert' })?.data ?? null
  } catch {
    // A picture that is not loaded, or that another origin keeps to itself, shows no code.
    return null
  }
}
