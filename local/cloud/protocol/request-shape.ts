/**
 * The shape of what the SDK sends. Invariant: an action gets every field that it reads with the type that the SDK gives
 * it; anything else is refused before something is done.
 */
import { invalidParameter } from '../errors'
import { parseJson } from './json'

type Shape = (value: unknown) => boolean

const isText: Shape = (value) => typeof value === 'string'
const isName: Shape = (value) => typeof value === 'string' && value.length <= MAX_NAME_LENGTH
const isCount: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isFlag: Shape = (value) => typeof value === 'boolean'
const isStage: Shape = (value) =>
  isObject(value) && isName(value['stageKey']) && typeof value['stageValue'] === 'string'

const MAX_NAME_LENGTH = 256
const MAX_STAGES = 1000

const SHAPES: readonly (readonly [field: string, shape: Shape, needed: string])[] = [
  ['action', isName, 'a short text'],
  ['tcb_sessionToken', isName, 'a short text'],
  ['collectionName', isName, 'a short text'],
  ['transactionId', isName, 'a short text'],
  ['function_name', isName, 'a short text'],
  ['request_data', isText, 'a text'],
  ['queryType', isName, 'a short text'],
  ['query', isText, 'a text'],
  ['order', isText, 'a text'],
  ['projection', isText, 'a text'],
  ['data', (value) => isText(value) || (Array.isArray(value) && value.every(isText)), 'texts'],
  ['offset', isCount, 'a whole number from 0 on'],
  ['limit', isCount, 'a whole number from 0 on'],
  ['multi', isFlag, 'true or false'],
  ['merge', isFlag, 'true or false'],
  ['upsert', isFlag, 'true or false'],
  [
    'stages',
    (value) => Array.isArray(value) && value.length <= MAX_STAGES && value.every(isStage),
    'stages with stageKey and stageValue',
  ],
]

/** @throws INVALID_PARAM when the text is no request of the SDK. */
export function readRequest(text: string): Record<string, unknown> {
  const request = parseJson(text, 'the request')
  if (!isObject(request)) throw invalidParameter('the request is not an object')
  for (const [field, fits, needed] of SHAPES) {
    const value = request[field]
    if (value !== undefined && value !== null && !fits(value))
      throw invalidParameter(`${field} has to be ${needed}`)
  }
  return request
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
