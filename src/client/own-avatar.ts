/**
 * The member's picture on the own phone: fetched once for each key, kept in the phone's storage, shown from there. Pages
 * show the initial until it is there, and when it cannot be had.
 */
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { avatarType } from '../domain/members/avatar'
import { call } from './call'

const STORE = 'avatar'

interface Kept {
  readonly avatar: string
  readonly picture: string
}

function kept(avatar: string): string | null {
  const found = Taro.getStorageSync<Kept | ''>(STORE)
  return found && found.avatar === avatar ? found.picture : null
}

/** Remembers a picture that this phone has just sent, or forgets the one it had. */
export function keepAvatar(avatar: string | null, picture: string | null): void {
  if (avatar !== null && picture) Taro.setStorageSync(STORE, { avatar, picture } satisfies Kept)
  else Taro.removeStorageSync(STORE)
}

/** As the source of an image. */
export function pictureSource(picture: string | null): string | null {
  const type = picture && avatarType(picture)
  return type ? `data:image/${type};base64,${picture}` : null
}

/** @param avatar what the server calls the picture; null without one. */
export function useOwnAvatar(avatar: string | null): string | null {
  const [picture, setPicture] = useState(() => avatar && kept(avatar))
  useEffect(() => {
    const known = avatar && kept(avatar)
    setPicture(known)
    if (avatar === null || known) return undefined
    let wanted = true
    void call('member', 'avatar', {}).then((answer) => {
      if (!answer.ok) return
      keepAvatar(answer.data.avatar, answer.data.picture)
      if (wanted && answer.data.avatar === avatar) setPicture(answer.data.picture)
    })
    return () => void (wanted = false)
  }, [avatar])
  return pictureSource(picture)
}
