/** What invitations may cost, in calls. */
import { codeFor } from '../test/server/invited'
import { MEMBER } from '../test/server/mall'
import type { Budget } from './calls'

export const REFERRAL_BUDGETS: readonly Budget[] = [
  { title: 'own invitations', most: 6, run: (mall) => mall.ask('member', 'invite', MEMBER) },
  { title: 'friends who joined', most: 2, run: (mall) => mall.ask('member', 'friends', MEMBER, {}) },
  {
    title: 'an invitation, as a friend opens it',
    most: 6,
    run: async (mall, time) => {
      const code = await codeFor(mall, MEMBER)
      return mall.ask('member', 'invitation', `openid-new-${time}`, { code })
    },
  },
  {
    title: 'accept an invitation',
    most: 10,
    run: async (mall, time) => {
      const code = await codeFor(mall, MEMBER)
      const device = String(time).repeat(22)
      return mall.ask('member', 'accept-invitation', `openid-new-${time}`, { code, device })
    },
  },
]
