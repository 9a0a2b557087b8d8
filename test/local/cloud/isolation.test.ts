/** Snapshot isolation against a model: whatever the interleaving, reads see one moment and no write is lost. */
import fc from 'fast-check'
import { Database } from '../../../local/cloud/store/database'
import { openSqlite } from '../../../local/cloud/store/sqlite'
import { PRODUCTION_LIMITS } from '../../../local/cloud/store/transactions'

const IDS = ['a', 'b', 'c'] as const
type Id = (typeof IDS)[number]
type State = Map<Id, number | null>

type What = 'read' | 'write' | 'remove' | 'commit' | 'abort' | 'plain'

const step = fc.record({
  who: fc.integer({ min: 0, max: 3 }),
  what: fc.constantFrom<What[]>('read', 'write', 'write', 'remove', 'commit', 'abort', 'plain'),
  id: fc.constantFrom(...IDS),
})

interface Open {
  id: string
  snapshot: State | null
  startedAfter: number
  writes: State
}

const newCost = () => ({ documentsRead: 0, documentsWritten: 0 })

/** The model knows only the rules; the database knows how. */
class Model {
  committed: State = new Map(IDS.map((id) => [id, 0]))
  changedAt = new Map<Id, number>()
  commits = 0
  open = new Map<number, Open>()

  seen(transaction: Open, id: Id): number | null {
    if (transaction.writes.has(id)) return transaction.writes.get(id) ?? null
    return transaction.snapshot?.get(id) ?? null
  }

  begin(transaction: Open): void {
    if (transaction.snapshot) return
    transaction.snapshot = new Map(this.committed)
    transaction.startedAfter = this.commits
  }

  conflicts(transaction: Open, id: Id): boolean {
    const held = [...this.open.values()].some((other) => other !== transaction && other.writes.has(id))
    return held || (this.changedAt.get(id) ?? 0) > transaction.startedAfter
  }

  apply(writes: State): void {
    if (writes.size === 0) return
    this.commits++
    for (const [id, value] of writes) {
      this.committed.set(id, value)
      this.changedAt.set(id, this.commits)
    }
  }
}

test('transactions see one moment and lose no write, whatever the interleaving', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const limits = { ...PRODUCTION_LIMITS, lockWaitMs: 0 }
      const database = new Database(openSqlite(':memory:'), { limits, alsoWrite: () => undefined })
      database.declare({ things: [{ name: 'n', fields: [['n', 1]] }] })
      await database.insert(
        'things',
        IDS.map((_id) => ({ _id, n: 0 })),
        undefined,
        newCost(),
      )
      const model = new Model()
      let next = 1
      for (const { who, what, id } of steps) {
        const value = next++
        if (what === 'plain') {
          const isHeld = [...model.open.values()].some(({ writes }) => writes.has(id))
          const write = database.setOne('things', id, { n: value }, undefined, newCost())
          if (isHeld) await expect(write).rejects.toThrow('time limit')
          else {
            await write
            model.apply(new Map([[id, value]]))
          }
          continue
        }
        const transaction = model.open.get(who) ?? {
          id: database.transactions.start(''),
          snapshot: null,
          startedAfter: 0,
          writes: new Map<Id, number | null>(),
        }
        model.open.set(who, transaction)
        await take(database, model, transaction, who, what, id, value)
      }
      for (const id of IDS)
        expect(database.findOne('things', id, undefined, newCost())?.['n'] ?? null).toBe(
          model.committed.get(id),
        )
      const indexed = database.find('things', { n: { $gte: 0 } }, { order: [['n', 1]] }, newCost())
      const present = [...model.committed.values()].filter((n) => n !== null).sort((x, y) => x - y)
      expect(indexed.map(({ n }) => n)).toEqual(present)
      database.transactions.endAll()
    }),
    { numRuns: 150 },
  )
})

async function take(
  database: Database,
  model: Model,
  transaction: Open,
  who: number,
  what: Exclude<What, 'plain'>,
  id: Id,
  value: number,
): Promise<void> {
  if (what === 'commit' || what === 'abort') {
    model.open.delete(who)
    if (what === 'abort') return database.abort(transaction.id)
    database.commit(transaction.id, newCost())
    // A transaction that removed what its snapshot did not have has changed nothing.
    const writes = new Map(
      [...transaction.writes].filter(
        ([key, to]) => to !== null || (transaction.snapshot?.get(key) ?? null) !== null,
      ),
    )
    return model.apply(writes)
  }
  model.begin(transaction)
  if (what === 'read') {
    const found = database.findOne('things', id, transaction.id, newCost())
    return expect(found?.['n'] ?? null).toBe(model.seen(transaction, id))
  }
  const write =
    what === 'write'
      ? database.setOne('things', id, { n: value }, transaction.id, newCost())
      : database.removeOne('things', id, transaction.id, newCost())
  if (model.conflicts(transaction, id)) {
    model.open.delete(who)
    await expect(write).rejects.toThrow('TransactionConflict')
    return
  }
  await write
  transaction.writes.set(id, what === 'write' ? value : null)
}
