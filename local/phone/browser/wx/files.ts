/**
 * Owns the files of this phone. Pictures that its user chose, and what else comes while it runs, lie under a temporary path for as
 * long as the page lives.
 * What the app writes lies right under `USER_DATA_PATH` and outlives the page, in the browser's own storage, one drawer per
 * phone and apart from the app's storage. Files are read, written, looked for and removed, as base64 or UTF-8; pictures can
 * be compressed and shown. Everything else of the file system refuses or is not there.
 */
import type { Phone } from '../phone'
import { type Options, refuse, settle } from './settle'
import type { ApiGroup } from './wx'

export const USER_DATA_PATH = 'wxfile://usr'
/** WeChat's own. */
const LIMIT_BYTES = 200 * 1024 * 1024

/** Chosen, drawn, compressed or downloaded, as data URLs by path. */
const temporary = new Map<string, string>()
let kept = 0

/** Keeps a picture. @returns the path under which the app finds it. */
export function keepPicture(
  dataUrl: string,
  ending = /^data:image\/(\w+)/.exec(dataUrl)?.[1] ?? 'png',
): string {
  const path = `wxfile://tmp_${++kept}.${ending}`
  temporary.set(path, dataUrl)
  return path
}

/** Keeps a file of any kind for as long as the page lives. @returns its temporary path. */
export const keepFile = (bytes: Uint8Array, type: string, ending: string): string =>
  keepPicture(`data:${type};base64,${encoded(bytes)}`, ending)

/** null when there is none. */
export function fileBytes(phone: Phone, path: string): Uint8Array<ArrayBuffer> | null {
  const base64 = fileAt(phone, path)
  return base64 === null ? null : bytesOf(base64)
}

const drawerOf = (phone: Phone): string => `phone-files/${phone.settings.id}/`
const afterComma = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1)
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))

const encoded = (bytes: Uint8Array): string =>
  btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''))

const base64Of = (text: string): string => encoded(new TextEncoder().encode(text))

/** The bytes of a file as base64; null when there is none. */
function fileAt(phone: Phone, path: unknown): string | null {
  const picture = temporary.get(String(path))
  return picture === undefined ? localStorage.getItem(drawerOf(phone) + String(path)) : afterComma(picture)
}

/** A picture of this phone as an image can load it; the path itself where no file lies. */
export function pictureSource(phone: Phone, path: string): string {
  const written = fileAt(phone, path)
  return (
    temporary.get(path) ?? (written === null ? path : `data:image/${path.split('.').pop()};base64,${written}`)
  )
}

const absent = (api: string, path: unknown): never =>
  refuse(`${api}:fail no such file or directory, ${api === 'access' ? 'access' : 'open'} '${String(path)}'`)

function pictureAt(phone: Phone, api: string, path: unknown): string {
  return fileAt(phone, path) === null ? absent(api, path) : pictureSource(phone, String(path))
}

const load = (source: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('not a picture'))
    image.src = source
  })

/** As a JPEG, at most as wide and as high as asked for, in its own proportions. */
async function compress(
  phone: Phone,
  { src, quality = 80, compressedWidth, compressedHeight }: Options,
): Promise<object> {
  const image = await load(pictureAt(phone, 'compressImage', src))
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

function readFile(phone: Phone, { filePath, encoding }: Options): object {
  const base64 = fileAt(phone, filePath) ?? absent('readFile', filePath)
  if (encoding === 'base64') return { data: base64 }
  if (encoding === 'utf8' || encoding === 'utf-8') return { data: new TextDecoder().decode(bytesOf(base64)) }
  return refuse('readFile:fail only base64 and utf8 are read by local phone')
}

function writeFile(phone: Phone, { filePath, data, encoding = 'utf8' }: Options): void {
  const path = String(filePath)
  if (!path.startsWith(`${USER_DATA_PATH}/`)) refuse(`writeFile:fail permission denied, open '${path}'`)
  // There is no mkdir.
  if (path.slice(USER_DATA_PATH.length + 1).includes('/')) absent('writeFile', path)
  const base64 = written(data, encoding)
  const drawer = drawerOf(phone)
  const others = Object.keys(localStorage).filter((key) => key.startsWith(drawer) && key !== drawer + path)
  const size = others.reduce(
    (sum, key) => sum + localStorage.getItem(key)!.length * 0.75,
    base64.length * 0.75,
  )
  if (size > LIMIT_BYTES) refuse('writeFile:fail the maximum size of the file storage limit is exceeded')
  localStorage.setItem(drawer + path, base64)
}

function written(data: unknown, encoding: unknown): string {
  if (typeof data !== 'string') return refuse('writeFile:fail only strings are written by local phone')
  if (encoding === 'utf8' || encoding === 'utf-8') return base64Of(data)
  if (encoding !== 'base64') return refuse('writeFile:fail only base64 and utf8 are written by local phone')
  try {
    return btoa(atob(data))
  } catch {
    return refuse('writeFile:fail base64 encode error')
  }
}

function access(phone: Phone, { path }: Options): void {
  if (fileAt(phone, path) === null) absent('access', path)
}

function unlink(phone: Phone, { filePath }: Options): void {
  const path = String(filePath)
  if (fileAt(phone, path) === null) refuse(`unlink:fail no such file or directory, unlink '${path}'`)
  if (!temporary.delete(path)) localStorage.removeItem(drawerOf(phone) + path)
}

export function fileApis(phone: Phone): ApiGroup {
  const works = { readFile, writeFile, access, unlink }
  const manager = Object.fromEntries(
    Object.entries(works).map(([name, work]) => [
      name,
      (options: Options) =>
        settle(
          name,
          options,
          () => work(phone, options),
          (error) => phone.messages.exception(error),
        ),
    ]),
  )
  return {
    later: { compressImage: (options) => compress(phone, options) },
    now: { getFileSystemManager: () => manager },
  }
}
