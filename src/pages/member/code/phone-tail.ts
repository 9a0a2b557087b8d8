/** The member's own last four digits, kept on the own phone for the moment when the network is gone. */
import Taro from '@tarojs/taro'

const KEY = 'phone-tail'

export function rememberTail(tail: string | null): void {
  if (tail !== rememberedTail()) Taro.setStorageSync(KEY, tail ?? '')
}

export function rememberedTail(): string | null {
  const kept: unknown = Taro.getStorageSync(KEY)
  return typeof kept === 'string' && kept !== '' ? kept : null
}
