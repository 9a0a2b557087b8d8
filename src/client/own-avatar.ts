/**
 * The member's picture on the own phone: fetched once for each key, kept as a file, shown from there, so that a page is sent a
 * path and never the picture. Pages show the initial until it is there, and when it cannot be had.
 */
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { avatarType } from '../domain/members/avatar'
import { call } from './call'

const STORE = 'avatar'

interface Kept {
  readonly avatar: string
  readonly path: string
}

function kept(): Kept | null {
  const found = Taro.getStorageSync<Kept | ''>(STORE)
  return found && found.path ? found : null
}

const keptAs = (avatar: string | null): string | null => {
  const found = avatar === null ? null : kept()
  return found?.avatar === avatar ? found.path : null
}

/** Whether a file system call did what it was asked; it never rejects. */
const succeeds = (act: (how: { success: () => void; fail: () => void }) => void): Promise<boolean> =>
  new Promise((resolve) => act({ success: () => resolve(true), fail: () => resolve(false) }))

const isThere = (path: string): Promise<boolean> =>
  succeeds((how) => Taro.getFileSystemManager().access({ path, ...how }))

/**
 * Keeps a picture that this phone has just sent or fetched, in place of the one before; without a picture, none.
 * @param picture base64
 * @returns where it lies; null without a picture, and on a phone that could not write it.
 */
export async function keepAvatar(avatar: string | null, picture: string | null): Promise<string | null> {
  const before = kept()
  const type = picture && avatarType(picture)
  const path = avatar !== null && type ? `${Taro.env.USER_DATA_PATH}/avatar-${avatar}.${type}` : null
  if (before && before.path !== path) {
    Taro.removeStorageSync(STORE)
    await succeeds((how) => Taro.getFileSystemManager().unlink({ filePath: before.path, ...how }))
  }
  if (avatar === null || path === null || picture === null) return null
  const file = { filePath: path, data: picture, encoding: 'base64' } as const
  if (!(await succeeds((how) => Taro.getFileSystemManager().writeFile({ ...file, ...how })))) return null
  Taro.setStorageSync(STORE, { avatar, path } satisfies Kept)
  return path
}

/** WeChat may have cleared files while the storage stayed. */
async function pathOf(avatar: string | null): Promise<string | null> {
  if (avatar === null) return keepAvatar(null, null)
  const known = keptAs(avatar)
  if (known !== null && (await isThere(known))) return known
  const answer = await call('member', 'avatar', {})
  return answer.ok ? keepAvatar(answer.data.avatar, answer.data.picture) : null
}

/**
 * @param avatar what the server calls the picture; null without one.
 * @returns the source of an image
 */
export function useOwnAvatar(avatar: string | null): string | null {
  const [path, setPath] = useState(() => keptAs(avatar))
  useEffect(() => {
    let wanted = true
    setPath(keptAs(avatar))
    void pathOf(avatar).then((found) => wanted && setPath(found))
    return () => void (wanted = false)
  }, [avatar])
  return path
}
