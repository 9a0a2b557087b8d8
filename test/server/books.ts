/** The books of a mall, audited as `npm run audit` does. */
import { auditLedger } from '../../tools/audit/audit'
import type { Ledger, Violation } from '../../tools/audit/ledger'
import type { Mall } from './mall'

const PARTS = ['members', 'purchases', 'refunds', 'entries', 'grants', 'coupons', 'exchanges', 'stocks']

/** What is wrong with them; empty when nothing is. */
export function violationsIn(mall: Mall): Violation[] {
  const parts = Object.fromEntries(PARTS.map((name) => [name, [...mall.cloud.read(name)]]))
  return auditLedger({ programmes: [], ...parts } as unknown as Ledger)
}
