/** A disk that is full: said in words, nothing of the request is written, and reading goes on. */
import { rmSync } from 'node:fs'
import { openStoreReadOnly, startCloud } from '../../../local/cloud'
import { temporaryFolder } from './given-cloud'

const MOST_BYTES = 600_000

test('a write that finds the disk full is refused whole, and the store is sound afterwards', async () => {
  const [dataDir, functionsDir] = [temporaryFolder(), temporaryFolder()]
  try {
    const cloud = await startCloud({ dataDir, functionsDir, maxDataBytes: MOST_BYTES })
    const admin = async (request: object): Promise<{ code?: string; message?: string; data?: unknown }> => {
      const answer = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(request) })
      return (await answer.json()) as { code?: string }
    }
    await admin({ action: 'database.addCollection', collectionName: 'things' })
    const add = (batch: number) =>
      admin({
        action: 'database.insertDocument',
        collectionName: 'things',
        data: [1, 2, 3].map((i) => JSON.stringify({ _id: `${batch}-${i}`, text: 'x'.repeat(10_000) })),
      })
    let batches = 0
    let answer = await add(batches)
    while (answer.code === undefined && batches < 100) answer = await add(++batches)
    expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(answer.message).toContain('the disk is full: nothing of this request was written')
    expect(cloud.collections()).toEqual([{ name: 'things', count: batches * 3 }])
    expect(
      (
        await admin({
          action: 'database.removeDocument',
          collectionName: 'things',
          queryType: 'DOC',
          query: '{"_id":"0-1"}',
        })
      ).data,
    ).toEqual({ deleted: 1 })
    await cloud.close()

    const store = openStoreReadOnly(dataDir)
    expect([...store.read('things')]).toHaveLength(batches * 3 - 1)
    expect(store.disagreements()).toEqual([])
    store.close()
  } finally {
    for (const folder of [dataDir, functionsDir]) rmSync(folder, { recursive: true, force: true })
  }
})
