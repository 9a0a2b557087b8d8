/** Collections as JSON lines, out and in. */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Refusal } from './refusal'
import { type Ask, asked, posted } from './target'

const BATCH = 200
const MAX_BATCH_CHARACTERS = 4_000_000

export async function exportTo(ask: Ask, collection: string, file: string | undefined): Promise<void> {
  const response = await ask(`/control/collections/${encodeURIComponent(collection)}.jsonl`)
  if (!response.ok || !response.body) return void (await asked(Promise.resolve(response)))
  if (file !== undefined && existsSync(file)) throw new Refusal(`${file} exists already`)
  const source = Readable.fromWeb(response.body as ReadableStream)
  if (file !== undefined) return pipeline(source, createWriteStream(file))
  for await (const chunk of source) process.stdout.write(chunk as Buffer)
}

interface Line {
  number: number
  text: string
}

/** @returns how many documents were written. */
export async function importFrom(
  ask: Ask,
  collection: string,
  { file, isReplacing }: { file: string | undefined; isReplacing: boolean },
): Promise<number> {
  if (file !== undefined && !existsSync(file)) throw new Refusal(`there is no file ${file}`)
  const known = await asked<{ collections: { name: string }[] }>(ask('/control/collections'))
  if (!known.collections.some(({ name }) => name === collection))
    await act(ask, { action: 'database.addCollection', collectionName: collection })
  const write = (batch: Line[]) =>
    isReplacing ? replaceAll(ask, collection, batch) : insertAll(ask, collection, batch)
  let [number, done, characters] = [0, 0, 0]
  let batch: Line[] = []
  const flush = async () => {
    if (batch.length > 0) await write(batch)
    done += batch.length
    batch = []
    characters = 0
  }
  for await (const text of createInterface({
    input: file === undefined ? process.stdin : createReadStream(file),
  })) {
    number++
    if (text.trim() === '') continue
    checkLine(text, number)
    batch.push({ number, text })
    characters += text.length
    if (batch.length === BATCH || characters > MAX_BATCH_CHARACTERS) await flush()
  }
  await flush()
  return done
}

function checkLine(text: string, number: number): void {
  try {
    const value = JSON.parse(text) as unknown
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return
  } catch {
    // Said below.
  }
  throw new Refusal(
    `line ${number} is no JSON object; the lines before it are imported up to the last ${BATCH}`,
  )
}

async function insertAll(ask: Ask, collection: string, batch: Line[]): Promise<void> {
  const [first, last] = [batch[0]?.number, batch.at(-1)?.number]
  await act(
    ask,
    { action: 'database.insertDocument', collectionName: collection, data: batch.map(({ text }) => text) },
    `lines ${first} to ${last} were not imported`,
  )
}

async function replaceAll(ask: Ask, collection: string, batch: Line[]): Promise<void> {
  for (const { number, text } of batch) {
    const { _id: id, ...fields } = JSON.parse(text) as Record<string, unknown>
    const where = `line ${number} was not imported`
    if (id === undefined) throw new Refusal(`${where}: it has no _id`)
    const change = { queryType: 'DOC', query: JSON.stringify({ _id: id }), merge: false, upsert: true }
    await act(
      ask,
      {
        action: 'database.modifyDocument',
        collectionName: collection,
        ...change,
        data: JSON.stringify(fields),
      },
      where,
    )
  }
}

async function act(ask: Ask, request: object, where?: string): Promise<void> {
  try {
    await asked(ask('/admin', posted(request)))
  } catch (error) {
    if (error instanceof Refusal && where) throw new Refusal(`${where}: ${error.message}`)
    throw error
  }
}
