/** What the member can say at a counter, kept on the own phone for the moment when the network is gone. */
import Taro from '@tarojs/taro'

const KEY = 'phone-tail'
const BIRTHDAY_KEY = 'can-say-birthday'

export function rememberTail(tail: string | null): void {
  if (tail !== rememberedTail()) Taro.setStorageSync(KEY, tail ?? '')
}

export function rememberedTail(): string | null {
  const kept: unknown = Taro.getStorageSync(KEY)
  return typeof kept === 'string' && kept !== '' ? kept : null
}

/** Whether a birthday is set; never which day it is. */
export function rememberBirthday(isSet: boolean): void {
  if (isSet !== rememberedBirthday()) Taro.setStorageSync(BIRTHDAY_KEY, isSet)
}

export const rememberedBirthday = (): boolean => Taro.getStorageSync(BIRTHDAY_KEY) === true
