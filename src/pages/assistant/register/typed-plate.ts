/** A number plate as it is keyed in: its province from a list, the rest typed. The province is the last one of this phone. */
import Taro from '@tarojs/taro'
import { readPlate } from '../../../domain/coupons/plate'
import { PROVINCES } from '../../../text/zh-cn/redeeming'

export interface TypedPlate {
  readonly province: string
  readonly rest: string
}

const KEY = 'plate-province'

export function firstPlate(): TypedPlate {
  const kept: unknown = Taro.getStorageSync(KEY)
  const known = typeof kept === 'string' && kept.length === 1 && PROVINCES.includes(kept)
  return { province: known ? kept : PROVINCES.charAt(0), rest: '' }
}

export const rememberProvince = (plate: string): void => Taro.setStorageSync(KEY, plate.charAt(0))

/** The plate, null while it is none. Who types the province too means that one. */
export const plateOf = ({ province, rest }: TypedPlate): string | null =>
  readPlate(rest) ?? readPlate(province + rest)
