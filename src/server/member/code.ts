/** A fresh member code. One call: the member. */
import type { CodeView } from '../../contract/code-views'
import {
  CODE_PERIOD_MS,
  codePeriod,
  codeStatement,
  periodEnd,
  proofDigits,
} from '../../domain/members/member-code'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import { codeProof } from '../run/secret'
import type { Call } from '../run/serve'
import { cardStateOf, members } from '../store/members'
import { programmeFor } from '../store/programme'
import { cardView, phoneTail } from '../view/card'

export async function code(call: Call): Promise<Outcome<CodeView>> {
  const [programme, member] = await Promise.all([programmeFor(call), members.first({ openid: call.openid })])
  if (!member) return refuse('member.not-joined')
  if (cardStateOf(member) === 'frozen') return refuse('card.frozen')
  const period = codePeriod(call.at)
  return {
    data: {
      code: member.cardNumber + proofDigits(codeProof(codeStatement(member.cardNumber, period))),
      renewAt: periodEnd(period),
      serverNow: call.at,
      periodSeconds: CODE_PERIOD_MS / 1000,
      card: cardView(member, programme, businessDayOf(call.at)),
      mallName: programme.mallName,
      phoneTail: phoneTail(member),
      hasBirthday: (member.profile?.birthday ?? null) !== null,
    },
  }
}
