/** What pieces were called lately on this phone, newest first: a name that was typed once is a tap the next time. */
import Taro from '@tarojs/taro'

const KEY = 'piece-names'
const MOST_KEPT = 8

export function knownPieceNames(): readonly string[] {
  const kept: unknown = Taro.getStorageSync(KEY)
  return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, MOST_KEPT) : []
}

export const rememberPieceName = (name: string): void =>
  Taro.setStorageSync(KEY, [name, ...knownPieceNames().filter((each) => each !== name)].slice(0, MOST_KEPT))
