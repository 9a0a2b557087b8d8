/**
 * Owns the few files that this phone has: pictures that its user chose, as data under a temporary path, for as long as
 * the page lives. They can be read and compressed; everything else of the file system refuses.
 */
import type { Phone } from '../phone'
import { type Options, refuse, settle } from './settle'
import type { ApiGroup } from './wx'

const pictures = new Map<string, string>()

/** Keeps a picture. @returns the path under which the app finds it. */
export function keepPicture(dataUrl: string): string {
  const path = `wxfile://tmp_${pictures.size + 1}.${/^data:image\/(\w+)/.exec(dataUrl)?.[1] ?? 'png'}`
  pictures.set(path, dataUrl)
  return path
}

function pictureAt(api: string, path: unknown): string {
  return pictures.get(String(path)) ?? refuse(`${api}:fail no such file or directory, open '${String(path)}'`)
}

const load = (source: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('not a picture'))
    image.src = source
  })

/** As a JPEG, at most as wide and as high as asked for, in its own proportions. */
async function compress({ src, quality = 80, compressedWidth, compressedHeight }: Options): Promise<object> {
  const image = await load(pictureAt('compressImage', src))
  const { naturalWidth, naturalHeight } = image
  const width = Number(compressedWidth) || naturalWidth
  const height = Number(compressedHeight) || Math.round((naturalHeight * width) / naturalWidth)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(image, 0, 0, width, height)
  return { tempFilePath: keepPicture(canvas.toDataURL('image/jpeg', Number(quality) / 100)) }
}

const information = async ({ src }: Options): Promise<object> => {
  const { naturalWidth: width, naturalHeight: height } = await load(pictureAt('getImageInfo', src))
  return { width, height, path: src, orientation: 'up', type: String(src).split('.').pop() }
}

function readFile({ filePath, encoding }: Options): object {
  const dataUrl = pictureAt('readFile', filePath)
  if (encoding !== 'base64') refuse('readFile:fail only base64 is read by local phone')
  return { data: dataUrl.slice(dataUrl.indexOf(',') + 1) }
}

export function fileApis(phone: Phone): ApiGroup {
  const manager = {
    readFile: (options: Options) =>
      settle(
        'readFile',
        options,
        () => readFile(options),
        (error) => phone.messages.exception(error),
      ),
  }
  return {
    later: { compressImage: compress, getImageInfo: information },
    now: { getFileSystemManager: () => manager },
  }
}
