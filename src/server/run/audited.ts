/** A change by staff without a business document of its own: one transaction that writes what changed and who changed it. The audit record is the operation record. */
import { command } from './command'
import type { Outcome, Refused } from './outcome'
import { fingerprint } from './secret'
import type { Call } from './serve'
import { audit } from '../store/audit'
import type { Transaction } from '../store/collection'

interface AuditedChange<Found> {
  readonly action: string
  readonly subject: string | ((found: Found) => string)
  readonly storeId?: string | undefined
  readonly reason?: string
}

export function audited<Data, Found = undefined>(
  call: Call,
  change: AuditedChange<Found>,
  work: (within: Transaction, found: Found) => Promise<{ readonly data: Data } | Refused>,
  look?: () => Promise<Found>,
): Promise<Outcome<Data>> {
  const _id = `audit:${fingerprint(call.openid).slice(0, 12)}:${call.operationId}`
  return command<Data, Found>(
    { inputHash: call.inputHash, find: () => audit.get(_id) },
    async (within, found) => {
      const result = await work(within, found)
      if ('refused' in result) return result
      const { action, storeId, reason } = change
      const about = { ...(storeId && { storeId }), ...(reason && { reason }) }
      const subject = typeof change.subject === 'string' ? change.subject : change.subject(found)
      const { openid: by, at, inputHash } = call
      await audit.insert({ _id, at, by, action, subject, ...about, inputHash, answer: result.data }, within)
      return result
    },
    look,
  )
}
