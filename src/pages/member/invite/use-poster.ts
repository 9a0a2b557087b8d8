/** The poster of the own invitation: its code fetched once and kept as a file, the picture drawn when the page opens. */
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../../client/call'
import { calledName } from '../../../components/person-name'
import type { InviteView } from '../../../contract/referral-views'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText } from '../../../domain/money/yuan-text'
import { INVITE_TEXT } from '../../../text/invite'
import { drawPoster } from './poster'

const text = INVITE_TEXT.poster

export const CANVAS_ID = 'poster'

export type Poster =
  { readonly state: 'drawing' | 'failed' } | { readonly state: 'drawn'; readonly path: string }

/** What a friend gets, in two or three words. */
export function friendGetsWords({ friendGets }: InviteView['terms']): string {
  if (!friendGets) return text.nothing
  const { worth, name } = friendGets
  return worth.kind === 'cash' || worth.kind === 'threshold'
    ? text.coupon(shortYuanText(fen(worth.offFen)))
    : name
}

export function usePoster(invite: InviteView | null): Poster {
  const [poster, setPoster] = useState<Poster>({ state: 'drawing' })
  const code = invite?.code ?? null
  useEffect(() => {
    if (!invite || code === null) return undefined
    let wanted = true
    draw(invite, code).then(
      (path) => wanted && setPoster({ state: 'drawn', path }),
      () => wanted && setPoster({ state: 'failed' }),
    )
    return () => void (wanted = false)
    // Drawn once for a code: what changes on the page is not on the poster.
  }, [code])
  return poster
}

async function draw({ terms, name, mallName }: InviteView, code: string): Promise<string> {
  const codePath = await codeFile(code)
  return drawPoster(CANVAS_ID, {
    title: text.title(mallName),
    gets: [
      { label: text.friendGets, what: friendGetsWords(terms) },
      { label: text.memberGets, what: text.points(countText(terms.points)) },
    ],
    by: text.by(name === null ? mallName : calledName(name)),
    codePath,
  })
}

/** Where the mini-program code lies; fetched when it does not yet. @throws when it cannot be had. */
async function codeFile(code: string): Promise<string> {
  const files = Taro.getFileSystemManager()
  const filePath = `${Taro.env.USER_DATA_PATH}/invite-${code}.png`
  const isThere = await new Promise<boolean>((resolve) =>
    files.access({ path: filePath, success: () => resolve(true), fail: () => resolve(false) }),
  )
  if (isThere) return filePath
  const answer = await call('member', 'invite-picture', {})
  if (!answer.ok) throw new Error('no picture of the code')
  await new Promise<void>((resolve, reject) =>
    files.writeFile({
      filePath,
      data: answer.data.picture,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
  return filePath
}
