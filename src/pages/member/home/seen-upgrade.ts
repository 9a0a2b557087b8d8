/** The last upgrade that this phone has shown: each is shown once. */
import Taro from '@tarojs/taro'

const KEY = 'seen-upgrade'

export const seenUpgrade = (): unknown => Taro.getStorageSync(KEY)

export function rememberUpgrade(key: string): void {
  if (seenUpgrade() !== key) Taro.setStorageSync(KEY, key)
}
