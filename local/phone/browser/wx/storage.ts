/**
 * Owns the app's storage. It outlives the phone's page in the browser's own storage, one drawer per phone; values
 * pass through JSON as in WeChat, and its limits hold: 1 MB a key, 10 MB in all.
 */
import type { Phone } from '../phone'
import { type Options, refuse } from './settle'
import type { ApiGroup } from './wx'

const LIMIT_KB = 10240
const KEY_LIMIT_KB = 1024
const kilobytes = (text: string) => Math.ceil(new Blob([text]).size / 1024)

export function storageApis(phone: Phone): ApiGroup {
  const drawer = `phone/${phone.settings.id}/`
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(drawer))
  const read = (key: string): unknown => {
    const text = localStorage.getItem(drawer + key)
    return text === null ? undefined : (JSON.parse(text) as unknown)
  }
  const write = (api: string, key: unknown, value: unknown) => {
    if (typeof key !== 'string' || !key)
      refuse(`${api}:fail parameter error: key should be a non-empty String`)
    const text = JSON.stringify(value === undefined ? '' : value)
    if (kilobytes(text) > KEY_LIMIT_KB) refuse(`${api}:fail exceed storage item max length`)
    if (info().currentSize + kilobytes(text) > LIMIT_KB) refuse(`${api}:fail exceed storage max size 10Mb`)
    localStorage.setItem(drawer + key, text)
  }
  const remove = (key: string) => localStorage.removeItem(drawer + key)
  const clear = () => keys().forEach((key) => localStorage.removeItem(key))
  const info = () => ({
    keys: keys().map((key) => key.slice(drawer.length)),
    currentSize: keys().reduce((sum, key) => sum + kilobytes(localStorage.getItem(key) ?? ''), 0),
    limitSize: LIMIT_KB,
  })
  return {
    later: {
      getStorage: ({ key }: Options) => {
        const data = read(key as string)
        return data === undefined ? refuse('getStorage:fail data not found') : { data }
      },
      setStorage: ({ key, data }: Options) => write('setStorage', key, data),
      removeStorage: ({ key }: Options) => remove(key as string),
      clearStorage: clear,
      getStorageInfo: info,
    },
    now: {
      getStorageSync: (key: string) => read(key) ?? '',
      setStorageSync: (key: string, value: unknown) => write('setStorageSync', key, value),
      removeStorageSync: remove,
      clearStorageSync: clear,
      getStorageInfoSync: info,
    },
  }
}
