/** The audit finds nothing in tiers and tasks that went by the rules, and everything that is broken in them. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { standingsOn } from '../../src/domain/tiers/grant'
import { reviewedTierLog } from '../../src/domain/tiers/tier-log'
import { addDays, businessDay, type BusinessDay } from '../../src/domain/time/business-day'
import { auditLedger } from '../../tools/audit/audit'
import { smallLedger, type OpenLedger } from './small-ledger'

/** Silver of the small ledger, bought on 8 January 2026: its term ends a year later, and the spend of that day with it. */
const BOUGHT = businessDay('2026-01-08')
const TERM_END = businessDay('2027-01-08')
const GRACE_END = addDays(TERM_END, MALL_PROGRAMME.graceDays)
const TASK = `task:keep-tier:m1:${TERM_END}`

function lapsing(today: BusinessDay): OpenLedger {
  const ledger = smallLedger()
  const [member] = ledger.members
  if (!member) throw new Error('nobody')
  const upgrade = {
    day: BOUGHT,
    from: 'basic',
    to: 'silver',
    because: 'purchase',
    cause: 'p',
    storeName: 's',
  }
  const before = { account: member.account, tierLog: [upgrade] } as Parameters<typeof reviewedTierLog>[0]
  const tierLog = reviewedTierLog(before, MALL_PROGRAMME, today)
  const account = { ...before.account, ...standingsOn(MALL_PROGRAMME, before.account, today) }
  Object.assign(member, { tierLog, account })
  const days = { day: addDays(TERM_END, 1), dueOn: GRACE_END, listKey: `${GRACE_END}:${TASK}` }
  const task = { _id: TASK, kind: 'keep-tier', memberId: 'm1', employment: 'e', storeId: 's1', state: 'open' }
  return structuredClone({ ...ledger, tasks: [{ ...task, ...days } as never] })
}

const log = (ledger: OpenLedger) => ledger.members[0]?.tierLog ?? []
const task = (ledger: OpenLedger) => {
  const [found] = ledger.tasks ?? []
  if (!found) throw new Error('no task')
  return found
}
const line = (ledger: OpenLedger, place: number) => {
  const found = log(ledger)[place]
  if (!found) throw new Error(`no line ${place}`)
  return found
}
const inGrace = addDays(TERM_END, 5)
const after = addDays(GRACE_END, 5)

test.each([inGrace, after])(
  'a tier in its days of grace, and one that fell, have no violation: %s',
  (day) => {
    const ledger = lapsing(day)
    expect(log(ledger).map(({ because }) => because)).toContain('grace')
    expect(auditLedger(ledger as never)).toEqual([])
  },
)

test.each<[string, string, (ledger: OpenLedger) => void]>([
  ['a fall that the log does not tell', 'tier-log.held', (l) => void log(l).shift()],
  ['a tier that the log does not reach', 'tier-log.held', (l) => (line(l, 0).to = 'gold')],
  ['a line that begins elsewhere', 'tier-log.chain', (l) => (line(l, 0).from = 'gold')],
  ['a line in the wrong place', 'tier-log.order', (l) => (line(l, 1).day = businessDay('2028-01-01'))],
  [
    'a log that grows',
    'tier-log.length',
    (l) => void log(l).push(...Array<never>(30).fill(line(l, 2) as never)),
  ],
  ['a task about nobody', 'task.member', (l) => (task(l).memberId = 'nobody')],
  ['a task of another member', 'task.days', (l) => (task(l)._id = `task:keep-tier:m2:${TERM_END}`)],
  ['a task that ends too late', 'task.days', (l) => (task(l).dueOn = addDays(GRACE_END, 1))],
  ['a task that began too early', 'task.days', (l) => (task(l).day = TERM_END)],
  ['a task without days of grace', 'task.grace', (l) => void log(l).splice(1, 1)],
  ['a task that is done by nothing', 'task.state', (l) => (task(l).state = 'done')],
  ['a task that is listed elsewhere', 'task.key', (l) => (task(l).listKey = 'elsewhere')],
])('%s is found', (_, rule, breakIt) => {
  const ledger = lapsing(after)
  breakIt(ledger)
  expect(auditLedger(ledger as never).map((each) => each.rule)).toContain(rule)
})
