/** The camera on a code of a place. */
import Taro from '@tarojs/taro'
import { placeCodeOf } from './scanned-code'

export type PlaceScan = { readonly code: string } | 'cancelled' | 'failed'

export async function scanPlace(): Promise<PlaceScan> {
  try {
    const { result, path } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return { code: placeCodeOf(result, path) }
  } catch (rejection) {
    return /cancel/.test(JSON.stringify(rejection)) ? 'cancelled' : 'failed'
  }
}
