/** The member's function: any person who opened the mini program. */
import { memberActions, type MemberOutputs } from '../../src/contract/member'
import { code } from '../../src/server/member/code'
import { codeStatus } from '../../src/server/member/code-status'
import { entry } from '../../src/server/member/entry'
import { growth } from '../../src/server/member/growth'
import { home } from '../../src/server/member/home'
import { join } from '../../src/server/member/join'
import { points } from '../../src/server/member/points'
import { serve } from '../../src/server/run/serve'

export const main = serve<typeof memberActions, MemberOutputs, null>({
  actions: memberActions,
  guard: async () => ({ who: null }),
  useCases: { join, home, code, 'code-status': codeStatus, points, entry, growth },
})
