/** A fresh code of one exchange that waits at a desk. Two calls at once: the member and the exchange. */
import type { ExchangeCodeView } from '../../contract/reward-views'
import { CODE_PERIOD_MS, codePeriod, periodEnd, proofDigits } from '../../domain/members/member-code'
import { ticketCode, ticketStatement } from '../../domain/members/ticket-code'
import { refuse, type Outcome } from '../run/outcome'
import { codeProof } from '../run/secret'
import type { Call } from '../run/serve'
import { exchanges, stateOfExchange } from '../store/exchanges'
import { cardStateOf, isOf, members } from '../store/members'
import { exchangeView } from '../view/exchange'

export async function exchangeCode(
  call: Call,
  { exchangeId }: { exchangeId: string },
): Promise<Outcome<ExchangeCodeView>> {
  const { at, language } = call
  const [member, exchange] = await Promise.all([
    members.first({ openid: call.openid }),
    exchanges.get(exchangeId),
  ])
  if (!member) return refuse('member.not-joined')
  if (!exchange || !isOf(exchange, member)) return refuse('exchange.unknown')
  if (cardStateOf(member) === 'frozen') return refuse('card.frozen')
  const state = stateOfExchange(exchange, at)
  if (state === 'unpaid') return refuse('exchange.not-paid')
  if (state !== 'held' || exchange.way !== 'pickup') return refuse('exchange.step-impossible', { state })
  const period = codePeriod(at)
  const proof = proofDigits(codeProof(ticketStatement('exchange', exchange.number, period)))
  return {
    data: {
      code: ticketCode('exchange', exchange.number, proof),
      renewAt: periodEnd(period),
      serverNow: at,
      periodSeconds: CODE_PERIOD_MS / 1000,
      exchange: exchangeView(exchange, at, language),
    },
  }
}
