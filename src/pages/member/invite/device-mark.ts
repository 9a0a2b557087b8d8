/** What this phone keeps to be known again: made once, sent with invitations, and no person's name or number. */
import Taro from '@tarojs/taro'
import { makeOperationId } from '../../../client/operation-id'

const STORE = 'device'

export function deviceMark(): string {
  const known = Taro.getStorageSync<string>(STORE)
  if (known) return known
  const made = makeOperationId()
  Taro.setStorageSync(STORE, made)
  return made
}
