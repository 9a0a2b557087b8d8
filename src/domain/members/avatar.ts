/** A member's picture: a small PNG or JPEG, written as base64. Pure. */
export const LARGEST_AVATAR_BYTES = 20 * 1024

export type PictureType = 'png' | 'jpeg'

const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** The first bytes of a file of each type, as base64 writes them. */
const BEGINNINGS: readonly (readonly [string, PictureType])[] = [
  ['iVBORw0KGgo', 'png'],
  ['/9j/', 'jpeg'],
]

export const pictureBytes = (base64: string): number =>
  (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0)

/** What kind of picture it is; null when it is none, or too large to keep. */
export function avatarType(base64: string): PictureType | null {
  if (!BASE64.test(base64) || pictureBytes(base64) > LARGEST_AVATAR_BYTES) return null
  return BEGINNINGS.find(([beginning]) => base64.startsWith(beginning))?.[1] ?? null
}
