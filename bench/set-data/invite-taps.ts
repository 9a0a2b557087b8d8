/** Inviting, and where a friend lands. */
import type { Meter } from './meter'

const INVITE = '/pages/member/invite'

export async function inviteTaps(meter: Meter): Promise<void> {
  await meter.opensPage('open the invitations', `${INVITE}/card/index`, '.invite__picture')
  await meter.taps('invitations: keep the poster', '.invite__way .button')
  await meter.tapsBelow('invitations: off the board', '.invite__opt .button')
  await meter.tapsBelow('invitations: on the board', '.invite__opt .button')
  await meter.opens('open all friends', '.invite__all')
}

/** @param code is of the invitation of somebody else. */
export async function landingTaps(meter: Meter, code: string): Promise<void> {
  await meter.opensPage('open an invitation', `${INVITE}/landing/index?code=${code}`, '.landing__ways')
  await meter.opens('invitation: accept it, and join', '.landing__ways .button')
}

/** Of somebody who has invited nobody yet. */
export async function firstInviteTaps(meter: Meter): Promise<void> {
  await meter.opensPage('open the invitations for the first time', `${INVITE}/card/index`, '.invite__picture')
}
