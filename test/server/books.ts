/** The books of a mall, audited as `npm run audit` does. */
import type { LocalCloud } from '../../local/cloud'
import { auditLedger } from '../../tools/audit/audit'
import type { Ledger, Violation } from '../../tools/audit/ledger'
import type { Mall } from './mall'

const PARTS = [
  ...['members', 'purchases', 'refunds', 'entries', 'grants', 'coupons', 'exchanges', 'stocks', 'events'],
  ...['notices', 'tasks'],
]

/** Everything that an audit looks at, as it stands. */
export function ledgerOf(cloud: Pick<LocalCloud, 'read'>): Ledger {
  const parts = Object.fromEntries(PARTS.map((name) => [name, [...cloud.read(name)]]))
  return { ...parts, programmes: [...cloud.read('programme')] } as unknown as Ledger
}

/** What is wrong with them; empty when nothing is. */
export const violationsIn = (mall: Mall): Violation[] => auditLedger(ledgerOf(mall.cloud))
