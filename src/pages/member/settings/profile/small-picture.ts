/** A picture that was chosen, as small as it is shown: read, and pressed when it is larger than what is kept. */
import Taro from '@tarojs/taro'
import { avatarType } from '../../../../domain/members/avatar'

/** Pixels, for 56 on a sharp screen. */
const SIDE = 96
const QUALITIES = [80, 50]

const read = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(data as string),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )

/** Base64 of a picture that can be kept; null when there is no way to make one of it. */
export async function smallPicture(path: string): Promise<string | null> {
  for (const quality of QUALITIES) {
    try {
      const size = { compressedWidth: SIDE, compressedHeight: SIDE }
      const { tempFilePath } = await Taro.compressImage({ src: path, quality, ...size })
      const picture = await read(tempFilePath)
      if (avatarType(picture)) return picture
    } catch {
      // This WeChat presses no pictures, or not this one: as it is, it may still be small enough.
      break
    }
  }
  const whole = await read(path).catch(() => '')
  return avatarType(whole) ? whole : null
}
