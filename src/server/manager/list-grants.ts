/** The tiers that were given by hand or wait for a second manager, newest first. One call. */
import type { GrantView, ManagerOutputs } from '../../contract/manager'
import type { Programme } from '../../domain/programme/programme'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { grants, type GrantDocument } from '../store/grants'
import { programmeInForce } from '../store/programme'

const PAGE = 20

export async function listGrants(
  call: Call,
  { before }: { before?: number },
): Promise<Outcome<ManagerOutputs['grants']>> {
  const [programme, found] = await Promise.all([programmeInForce(), grants.page({}, 'at', PAGE + 1, before)])
  const shown = found.slice(0, PAGE)
  return {
    data: {
      grants: shown.map((grant) => grantView(grant, programme, call.openid)),
      next: found.length > PAGE ? (shown.at(-1)?.at ?? null) : null,
    },
  }
}

function grantView(grant: GrantDocument, programme: Programme, openid: string): GrantView {
  const { _id: grantId, cardNumber, tierId, kind, until, reason, state, at, byName } = grant
  return {
    grantId,
    cardNumber,
    tierName: programme.ladder.find(({ id }) => id === tierId)?.name ?? tierId,
    kind,
    until,
    reason,
    state,
    at,
    by: byName,
    mayApprove: state === 'waiting' && grant.by !== openid,
  }
}
