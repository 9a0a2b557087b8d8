/** A member's picture, beside the account and not in it: it is read when a phone does not have it yet, and by nobody else. */
import { collection } from './collection'
import { database } from './database'

export interface AvatarDocument {
  /** Of the member. */
  readonly _id: string
  /** Base64 of a PNG or JPEG; empty after it was taken away. */
  readonly picture: string
}

export const avatars = collection<AvatarDocument>('avatars')

/** Takes the picture of a closed account out of its document. One call, repeatable. */
export const eraseAvatar = (memberId: string): Promise<unknown> =>
  database
    .collection(avatars.name)
    .where({ _id: memberId })
    .update({ data: { picture: '' } })
