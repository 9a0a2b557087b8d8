/** Requests and forms that are none of the SDK's: refused by a typed error, nothing written, and the cloud goes on. */
import {
  add,
  admin,
  type Answer,
  attack,
  FORM,
  form,
  leavesNothing,
  query,
  send,
  things,
} from './attacked-cloud'

attack()

type Attack = [what: string, work: () => Promise<Answer>, code: string, text: RegExp]

const REQUESTS: Attack[] = [
  ['text that is no JSON', () => send('/admin', '{"action":'), 'INVALID_PARAM', /not JSON/],
  ['nothing', () => send('/admin', ''), 'INVALID_PARAM', /not JSON/],
  ['null', () => send('/admin', 'null'), 'INVALID_PARAM', /not an object/],
  ['a list', () => send('/admin', '[]'), 'INVALID_PARAM', /not an object/],
  ['bytes', () => send('/admin', Buffer.from([0xff, 0xfe, 0, 1])), 'INVALID_PARAM', /not JSON/],
  ['brackets without end', () => send('/admin', '['.repeat(1_000_000)), 'INVALID_PARAM', /not JSON/],
  ['no action', () => admin({}), 'INVALID_PARAM', /without action/],
  ['an unknown action', () => admin({ action: 'database.dropEverything' }), 'INVALID_PARAM', /does not impl/],
  ['the action constructor', () => admin({ action: 'constructor' }), 'INVALID_PARAM', /constructor/],
  ['the action __proto__', () => admin({ action: '__proto__' }), 'INVALID_PARAM', /__proto__/],
  ['a number as action', () => admin({ action: 7 }), 'INVALID_PARAM', /action has to be/],
  ['a long token', () => admin({ action: 'x', tcb_sessionToken: 'x'.repeat(1e6) }), 'INVALID_PARAM', /Token/],
  ['no collection', () => admin({ action: 'database.getDocument' }), 'DATABASE_REQUEST_FAILED', /missing/],
  [
    'the collection __proto__',
    () => admin({ action: 'database.getDocument', collectionName: '__proto__' }),
    'DATABASE_COLLECTION_NOT_EXIST',
    /__proto__/,
  ],
  ...['__proto__', '../things', 'a b', 'a;DROP TABLE c1', 'x'.repeat(65), ''].map(
    (collectionName): Attack => [
      `a collection to be named ${collectionName.slice(0, 20)}`,
      () => admin({ action: 'database.addCollection', collectionName }),
      'DATABASE_REQUEST_FAILED',
      /collection ?name/i,
    ],
  ),
  ['a list as query', () => query('[]'), 'INVALID_PARAM', /an object is needed/],
  ['null as query', () => query('null'), 'INVALID_PARAM', /an object is needed/],
  ['a query that is no text', () => things('getDocument', { query: {} }), 'INVALID_PARAM', /query has to be/],
  ['a negative limit', () => things('getDocument', { limit: -1 }), 'INVALID_PARAM', /limit has to be/],
  ['a limit of text', () => things('getDocument', { limit: '1' }), 'INVALID_PARAM', /limit has to be/],
  ['half an offset', () => things('getDocument', { offset: 0.5 }), 'INVALID_PARAM', /offset has to be/],
  ['stages that are none', () => things('aggregateDocuments', { stages: [1] }), 'INVALID_PARAM', /stages/],
  [
    'documents that are none',
    () => things('insertDocument', { data: [1] }),
    'INVALID_PARAM',
    /data has to be/,
  ],
  ['a document that is a list', () => add('[1]'), 'INVALID_PARAM', /an object is needed/],
  [
    'a transaction that is an object',
    () => admin({ action: 'database.commitTransaction', transactionId: {} }),
    'INVALID_PARAM',
    /transactionId/,
  ],
  [
    'a function outside of its folder',
    () => admin({ action: 'functions.invokeFunction', function_name: '../echo', request_data: '{}' }),
    'FUNCTION_NOT_FOUND',
    /could not be found/,
  ],
  [
    'an event that is no object',
    () => admin({ action: 'functions.invokeFunction', function_name: 'echo', request_data: '[]' }),
    'INVALID_PARAM',
    /not an object/,
  ],
]

const openApi = (requestData: Buffer) =>
  send('/admin', form({ action: 'wx.openApi', apiName: 'phonenumber.getPhoneNumber', requestData }), {
    'content-type': FORM,
  })
const sendForm = (body: Uint8Array<ArrayBuffer>, type = FORM) =>
  send('/admin', body, { 'content-type': type })

const FORMS: Attack[] = [
  ['no boundary', () => sendForm(form({}), 'multipart/form-data'), 'INVALID_PARAM', /no boundary/],
  [
    'a boundary without end',
    () => sendForm(form({}), `multipart/form-data; boundary=${'x'.repeat(5000)}`),
    'INVALID_PARAM',
    /no boundary/,
  ],
  ['no parts', () => sendForm(Buffer.from('nothing')), 'INVALID_PARAM', /no parts/],
  ['half a part', () => sendForm(form({ action: 'wx.openApi' }, '')), 'INVALID_PARAM', /middle of a part/],
  [
    'a part without name',
    () => sendForm(Buffer.from('--xyz\r\n\r\na\r\n--xyz--')),
    'INVALID_PARAM',
    /no name/,
  ],
  [
    'a thousand parts',
    () => sendForm(form(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`p${i}`, 'x'])))),
    'INVALID_PARAM',
    /more than 64 parts/,
  ],
  ['a form with another action', () => sendForm(form({ action: 'constructor' })), 'INVALID_PARAM', /constr/],
  ['a number without end', () => openApi(Buffer.alloc(100, 0xff)), 'INVALID_PARAM', /longer than 10 bytes/],
  ['a number that breaks off', () => openApi(Buffer.from([0x80])), 'INVALID_PARAM', /ends too early/],
  ['a length beyond the end', () => openApi(Buffer.from([0x12, 0x7f, 0])), 'INVALID_PARAM', /ends too early/],
  ['an unknown wire type', () => openApi(Buffer.from([0x0b])), 'INVALID_PARAM', /wire type/],
  [
    'a value that is no JSON',
    () => openApi(Buffer.from([0x12, 8, 0x0a, 6, 0x0a, 1, 0x61, 0x12, 1, 0x7b])),
    'INVALID_PARAM',
    /not JSON/,
  ],
]

describe.each([
  ['requests', REQUESTS],
  ['forms', FORMS],
])('%s', (_area, attacks) => {
  it.each(attacks)('%s', async (_what, work, code, text) => {
    const answer = await leavesNothing(work)
    expect(answer).toMatchObject({ status: 200, code, requestId: expect.any(String) as string })
    expect(answer.message).toMatch(text)
    expect(answer.message?.length).toBeLessThan(5000)
  })
})
