/** What is sent when: the order of a plan, one member after another, and what the journal remembers of it. */
import fc from 'fast-check'
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInMemberOrder } from '../../tools/import/in-member-order'
import { journalKey, openJournal, type Acknowledged } from '../../tools/import/journal'
import { matchRefunds } from '../../tools/import/match-refunds'
import { hashOf, planOf } from '../../tools/import/plan'
import { progressText } from '../../tools/import/progress'
import type { ReturnedSlip, SoldSlip } from '../../tools/import/sales-file'
import { acknowledged } from '../../tools/import/send-plan'

const slips: SoldSlip[] = ['1', '2', '3'].map((invoice, index) => ({
  invoice,
  card: '00000001',
  at: index + 1,
  lines: [{ sku: 'a', quantity: 1, paidFen: 100 }],
}))
const back = (invoice: string, at: number): ReturnedSlip => ({
  invoice,
  card: '00000001',
  at,
  lines: [{ sku: 'a', quantity: 1, price: '1' }],
})

describe('the order of an import', () => {
  const plan = (limit?: number) => planOf(slips, matchRefunds(slips, [back('C1', 2), back('C2', 9)]), limit)

  test('is by minute, purchases before refunds', () => {
    expect(plan().operations.map(({ receipt }) => receipt)).toEqual(['1', '2', 'C1:2', '3', 'C2:3'])
  })

  test('a limit takes the first operations as they are', () => {
    expect(plan(3).operations.map(({ receipt }) => receipt)).toEqual(['1', '2', 'C1:2'])
  })

  test('whatever the delays, a member’s operations run one after another and members side by side within the bound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ card: fc.constantFrom('a', 'b', 'c', 'd'), ticks: fc.integer({ min: 0, max: 3 }) }),
        ),
        fc.integer({ min: 1, max: 5 }),
        async (wanted, atOnce) => {
          const items = wanted.map((item, index) => ({ ...item, index }))
          const running = new Set<string>()
          const ended: number[] = []
          await runInMemberOrder(items, atOnce, async ({ card, ticks, index }) => {
            expect(running.has(card)).toBe(false)
            running.add(card)
            expect(running.size).toBeLessThanOrEqual(atOnce)
            for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve()
            running.delete(card)
            ended.push(index)
          })
          expect([...ended].sort((a, b) => a - b)).toEqual(items.map(({ index }) => index))
          for (const card of ['a', 'b', 'c', 'd']) {
            const own = ended.filter((index) => items[index]?.card === card)
            expect(own).toEqual([...own].sort((a, b) => a - b))
          }
        },
      ),
    )
  })

  test('a failure ends it, and nothing after it is started', async () => {
    const started: number[] = []
    const items = [1, 2, 3].map((n) => ({ card: 'a', n }))
    const run = runInMemberOrder(items, 4, async ({ n }) => {
      started.push(n)
      if (n === 2) throw new Error('no')
    })
    await expect(run).rejects.toThrow('no')
    expect(started).toEqual([1, 2])
  })
})

describe('the journal of an import', () => {
  const answer = (receipt: string, points = 1): Acknowledged => ({
    ...{ action: 'purchase', receipt, hash: hashOf(receipt), card: '00000001' },
    ...{ fen: 100, points, debt: 0, tierName: '普通会员' },
  })
  const fresh = () => mkdtempSync(join(tmpdir(), 'shuke-journal-'))

  test('is there again after a restart, also when the last line was cut off', () => {
    const folder = fresh()
    const first = openJournal(folder)
    first.add(answer('1'))
    first.add(answer('2'))
    first.close()
    const file = join(folder, 'import-journal.jsonl')
    appendFileSync(file, readFileSync(file, 'utf8').slice(0, 20))
    const second = openJournal(folder)
    expect([...second.known.keys()]).toEqual(['purchase 1', 'purchase 2'])
    second.add(answer('3'))
    second.close()
    const third = openJournal(folder)
    expect(third.known.get(journalKey({ action: 'purchase', receipt: '3' }))).toEqual(answer('3'))
    third.close()
  })

  test('a whole line that makes no sense is refused with its place', () => {
    const folder = fresh()
    appendFileSync(join(folder, 'import-journal.jsonl'), '["what"]\n')
    expect(() => openJournal(folder)).toThrow(/import-journal\.jsonl:1: not a line/)
  })

  test('a receipt that was imported with other content is refused', () => {
    const journal = openJournal(fresh())
    const [operation] = planOf(slips, { refunds: [], unmatched: [] }).operations
    if (!operation) throw new Error('no operation')
    expect(acknowledged(journal, operation)).toBe(false)
    journal.add({ ...answer('1'), hash: hashOf(operation.body()) })
    expect(acknowledged(journal, operation)).toBe(true)
    journal.add(answer('1'))
    expect(() => acknowledged(journal, operation)).toThrow(/with other content/)
    journal.close()
  })
})

test('the bar counts what an earlier run did, its rate does not', () => {
  const text = progressText({ done: 75, before: 50, total: 100, seconds: 5 })
  expect(text).toMatch(/75\.0 % {2}75\/100 {2}5\/s {2}5 s left$/)
})
