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

interface FieldShape {
  field: string
  fits: Shape
  needed: string
}

const each = (fields: string[], fits: Shape, needed: string): FieldShape[] =>
  fields.map((field) => ({ field, fits, needed }))

const SHAPES: readonly FieldShape[] = [
  ...each(
    ['action', 'tcb_sessionToken', 'collectionName', 'transactionId', 'function_name', 'queryType'],
    isName,
    'a short text',
  ),
  ...each(['request_data', 'query', 'order', 'projection'], isText, 'a text'),
  ...each(['data'], (value) => isText(value) || (Array.isArray(value) && value.every(isText)), 'texts'),
  ...each(['offset', 'limit'], isCount, 'a whole number from 0 on'),
  ...each(['multi', 'merge', 'upsert'], isFlag, 'true or false'),
  ...each(
    ['stages'],
    (value) => Array.isArray(value) && value.length <= MAX_STAGES && value.every(isStage),
    'stages with stageKey and stageValue',
  ),
]

/** @throws INVALID_PARAM when the text is no request of the SDK. */
export function readRequest(text: string): Record<string, unknown> {
  const request = parseJson(text, 'the request')
  if (!isObject(request)) throw invalidParameter('the request is not an object')
  for (const shape of SHAPES) {
    const value = request[shape.field]
    if (value !== undefined && value !== null && !shape.fits(value))
      throw invalidParameter(`${shape.field} has to be ${shape.needed}`)
  }
  return request
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
