/** A cloud that is attacked, and what it must be afterwards: as before, and well. */
import { type GivenCloud, givenCloud } from './given-cloud'

let given: GivenCloud

export const attackedCloud = (): GivenCloud['cloud'] => given.cloud

export function attack(): void {
  beforeAll(async () => {
    given = await givenCloud(
      { echo: { main: 'return event' } },
      { things: [{ name: 'n', unique: true, fields: [['n', 1]] }] },
    )
    await add(`{"_id":"t1","n":1,"text":"${'a'.repeat(5000)}","list":[1,"${'a'.repeat(50)}"]}`)
  })
  afterAll(() => given.end())
}

export interface Answer {
  status: number
  code?: string
  message?: string
  requestId?: string
  error?: string
}

export async function send(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${given.cloud.url}${path}`, { method: 'POST', body, headers })
  return { ...((await response.json()) as Omit<Answer, 'status'>), status: response.status }
}

export const admin = (request: unknown): Promise<Answer> => send('/admin', JSON.stringify(request))
export const things = (action: string, rest: object): Promise<Answer> =>
  admin({ action: `database.${action}`, collectionName: 'things', ...rest })
export const query = (text: string): Promise<Answer> =>
  things('getDocument', { queryType: 'WHERE', query: text })
export const add = (text: string): Promise<Answer> => things('insertDocument', { data: [text] })
export const update = (text: string): Promise<Answer> =>
  things('modifyDocument', { queryType: 'DOC', query: '{"_id":"t1"}', merge: true, data: text })
export const aggregate = (stageKey: string, stageValue: string): Promise<Answer> =>
  things('aggregateDocuments', { stages: [{ stageKey, stageValue }] })

export const nested = (depth: number): string => `{"a":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`
export const pattern = (text: string): string => `{"$regularExpression":{"pattern":"${text}","options":""}}`
export const stored = (): string => JSON.stringify([...given.cloud.read('things')])

export async function leavesNothing<T>(work: () => Promise<T>): Promise<T> {
  const before = stored()
  const answer = await work()
  expect(stored()).toBe(before)
  const health = await fetch(`${given.cloud.url}/control/health`)
  expect(await health.json()).toEqual({ ok: true })
  return answer
}

export const FORM = 'multipart/form-data; boundary=xyz'

export function form(parts: Record<string, string | Buffer>, end = '--xyz--\r\n'): Uint8Array<ArrayBuffer> {
  const written = Object.entries(parts).flatMap(([name, content]) => [
    Buffer.from(`--xyz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return Uint8Array.from(Buffer.concat([...written, Buffer.from(end)]))
}
