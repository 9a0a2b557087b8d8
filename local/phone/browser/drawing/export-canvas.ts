/** Owns pictures that an app makes out of a canvas: kept as a temporary file, or handed to its user's album. */
import type { Phone } from '../phone'
import { assetUrl } from '../screen/screen'
import { keepPicture } from '../wx/files'
import { type Options, refuse } from '../wx/settle'
import { realCanvas } from './canvas-node'

const TYPES: Record<string, string> = { jpg: 'image/jpeg', png: 'image/png' }

/** Sizes not given: the whole canvas, and as many pixels as the screen needs for it. */
export function canvasToTempFilePath(options: Options): object {
  const api = 'canvasToTempFilePath'
  const source = realCanvas(options.canvas)
  if (!source)
    return refuse(`${api}:fail only a canvas of type 2d, given as \`canvas\`, is known to local phone`)
  const { fileType = 'png', quality = 1 } = options
  const type = TYPES[String(fileType)] ?? refuse(`${api}:fail invalid fileType`)
  const number = (name: string, otherwise: number) => Number(options[name] ?? otherwise)
  const [x, y] = [number('x', 0), number('y', 0)]
  const [width, height] = [number('width', source.width - x), number('height', source.height - y)]
  const target = document.createElement('canvas')
  target.width = Math.round(number('destWidth', width * window.devicePixelRatio))
  target.height = Math.round(number('destHeight', height * window.devicePixelRatio))
  if (!(target.width > 0 && target.height > 0)) refuse(`${api}:fail canvas is empty`)
  const pen = target.getContext('2d')!
  // A JPEG has no transparency: WeChat, too, gives it a black ground.
  pen.drawImage(source, x, y, width, height, 0, 0, target.width, target.height)
  try {
    return { tempFilePath: keepPicture(target.toDataURL(type, Number(quality))) }
  } catch {
    return refuse(`${api}:fail the canvas holds a picture of an origin that does not share it`)
  }
}

/** The album is the computer's: the picture is offered as a download; under a test it is only written down. */
export async function saveImageToPhotosAlbum(phone: Phone, { filePath }: Options): Promise<void> {
  const api = 'saveImageToPhotosAlbum'
  const path = String(filePath)
  if (/^https?:/.test(path)) refuse(`${api}:fail invalid file type`)
  await phone.privacy.require(api)
  const address = assetUrl(phone, path, '')
  const picture = await readable(address)
  if (!picture) return refuse(`${api}:fail no such file or directory, open '${path}'`)
  const allowed = await phone.dialogs.permission('保存图片到你的相册', '允许后可保存图片')
  if (!allowed) refuse(`${api}:fail auth deny`)
  const { naturalWidth, naturalHeight } = picture
  phone.messages.info(`saved to the album: ${path} (${naturalWidth} × ${naturalHeight})`)
  if (phone.settings.automated) return
  const name = `${phone.dialogs.appName}-${phone.clock.now()}.${/jpe?g/.test(address) ? 'jpg' : 'png'}`
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
}

function readable(address: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = address
  })
}
