/** Owns what an app may learn of a picture and do with it: pictures of the package, of the phone, of the cloud and of the world. */
import { saveImageToPhotosAlbum } from '../drawing/export-canvas'
import type { Phone } from '../phone'
import { assetUrl } from '../screen/screen'
import { keepFile } from './files'
import { type Options, refuse } from './settle'
import type { ApiGroup } from './wx'

export function pictureApis(phone: Phone): ApiGroup {
  return {
    later: {
      getImageInfo: (options) => information(phone, options),
      saveImageToPhotosAlbum: (options) => saveImageToPhotosAlbum(phone, options),
    },
  }
}

/** A picture from elsewhere is fetched, and then lies under a temporary path. */
async function information(phone: Phone, { src }: Options): Promise<object> {
  const api = 'getImageInfo'
  const source = String(src)
  const address = assetUrl(phone, source, '')
  const picture = new Image()
  picture.src = address
  await picture.decode().catch(() => refuse(`${api}:fail no such file or directory, open '${source}'`))
  const { naturalWidth: width, naturalHeight: height } = picture
  const type = source.split(/[?#]/)[0]!.split('.').pop()
  const path = /^(https?|cloud):/.test(source) ? await fetched(api, address, type ?? 'png') : source
  return { width, height, path, orientation: 'up', type }
}

async function fetched(api: string, address: string, ending: string): Promise<string> {
  const answer = await fetch(address).catch(() =>
    refuse(`${api}:fail the picture's origin does not share it`),
  )
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return keepFile(bytes, answer.headers.get('content-type') ?? '', ending)
}
