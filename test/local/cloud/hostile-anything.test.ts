/** Whatever is sent, by chance: an answer in the platform's shape, and a refusal that wrote nothing. */
import fc from 'fast-check'
import { admin, type Answer, attack, attackedCloud, FORM, form, stored } from './attacked-cloud'

attack()

describe('whatever is sent', () => {
  const NAMES = [
    '$set',
    '$inc',
    '$push',
    '$each',
    '$and',
    '$or',
    '$in',
    '$gt',
    '$regex',
    '$date',
    '$numberInt',
  ]
    .concat([
      '$elemMatch',
      '$not',
      '$size',
      '$mod',
      '$type',
      '__proto__',
      'constructor',
      '_id',
      'n',
      'a.b',
      'a.0',
    ])
    .concat(['', '.', '$', '$$', 'a..b', '$numberLong', '$tcb_server_date', '$regularExpression', '$expr'])
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 0, -1, 1.5, '', 'a', '1', 'x'.repeat(2000), -1e308),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('any')), { maxLength: 3 }).map(asObject),
    ),
  })).any
  const ACTIONS = ['insertDocument', 'getDocument', 'calculateDocument', 'modifyDocument', 'removeDocument']
    .concat(['aggregateDocuments', 'addCollection', 'startTransaction', 'commitTransaction'])
    .map((name) => `database.${name}`)
  const text = fc.oneof(
    { weight: 9, arbitrary: value.map((each) => JSON.stringify(each)) },
    { weight: 1, arbitrary: fc.string() },
  )
  const request = fc.record(
    {
      action: fc.constantFrom(...ACTIONS),
      collectionName: fc.constantFrom('things', 'nowhere', '__proto__'),
      query: text,
      queryType: fc.constantFrom('DOC', 'WHERE', 'x'),
      data: fc.oneof(text, fc.array(text, { maxLength: 3 })),
      order: text,
      projection: text,
      limit: fc.oneof(fc.nat(), fc.constantFrom(-1, 1e308, '1')),
      offset: fc.nat(),
      multi: fc.boolean(),
      merge: fc.boolean(),
      upsert: fc.boolean(),
      stages: fc.array(
        fc.record({
          stageKey: fc.constantFrom('$match', '$group', '$project', '$limit', '$unwind'),
          stageValue: text,
        }),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['action', 'collectionName'] },
  )

  it('is answered in the platform’s shape, never by a fault of the cloud, and a refusal writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (each) => {
        const before = stored()
        const answer = await admin(each)
        expect(answer).toMatchObject({ status: 200, requestId: expect.any(String) as string })
        expect(answer.code).not.toBe('SYS_ERR')
        if (answer.code !== undefined) expect(stored()).toBe(before)
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  it('as bytes of a form, is answered too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const response = await fetch(`${attackedCloud().url}/admin`, {
          method: 'POST',
          body: form({ action: 'wx.openApi', apiName: 'a.b', requestData: Buffer.from(bytes) }),
          headers: { 'content-type': FORM },
        })
        expect(response.status).toBe(200)
        const isRefused = response.headers.get('content-type')?.startsWith('application/json')
        if (isRefused) expect(((await response.json()) as Answer).code).not.toBe('SYS_ERR')
        else await response.arrayBuffer()
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})

/** Own properties also for names such as `__proto__`. */
function asObject(entries: [string, unknown][]): object {
  const object = {}
  for (const [name, value] of entries)
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true })
  return object
}
