/** Where an invitation leads, whether it was sent as a card or scanned as a code. */
import { codeOfScene, inviteScene } from '../../../domain/referrals/scene'

export const invitationPath = (code: string): string => `/pages/member/invite/landing/index?code=${code}`

/** The code of the invitation that opened a page; empty without one. */
export const codeOfOpening = ({ code, scene }: Readonly<Record<string, string | undefined>>): string =>
  codeOfScene(code === undefined ? decodeURIComponent(scene ?? '') : inviteScene(code)) ?? ''
