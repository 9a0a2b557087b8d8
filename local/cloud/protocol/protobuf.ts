/**
 * The two protobuf messages of `wx.openApi`: CommApiData in, CommOpenApiResp out. Nothing more of protobuf.
 */
import { invalidParameter, notImplemented } from '../errors'
import type { OpenApiAnswer } from '../open-api/answer'
import { parseJson } from './json'

const MAX_VARINT_BYTES = 10
/** The field of CommApiData for calls that are not the open API's. */
const SERVER_KIT_DATA = 4

type Field = [number: number, value: Buffer | number]

/** Input of an open API call: names in snake case, values parsed from their JSON text. */
export function readOpenApiInput(message: Buffer): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [field, value] of readFields(message)) {
    if (field !== 2 || typeof value === 'number') continue
    for (const [part, pair] of readFields(value))
      if (part === 1 && typeof pair !== 'number') addPair(pair, input)
  }
  return input
}

/** The ids that `getOpenData` wants exchanged; undefined, when this is no such call. Others of its kind are refused. */
export function readCloudIds(message: Buffer): string[] | undefined {
  const fields = readFields(message)
  const type = fields.find(([field]) => field === 1)?.[1] ?? 0
  if (type === 0) return undefined
  const call = bytesOf(message, SERVER_KIT_DATA)
  const name = call && bytesOf(call, 1)
  if (!call || String(name) !== 'ApiGetOpenDataByCloudId')
    throw notImplemented(name ? String(name) : `open API calls of type ${String(type)}`)
  const wanted = readFields(bytesOf(call, 2) ?? Buffer.alloc(0))
  return wanted.filter(([field]) => field === 2).map(([, id]) => String(id))
}

export function writeOpenData(items: readonly { cloudID: string }[]): Buffer {
  const list = items.map((item) =>
    lengthDelimited(
      1,
      Buffer.concat([
        lengthDelimited(1, Buffer.from(item.cloudID)),
        lengthDelimited(2, Buffer.from(JSON.stringify(item))),
      ]),
    ),
  )
  const parts = [lengthDelimited(1, Buffer.concat(list)), lengthDelimited(2, Buffer.from('text/plain'))]
  return Buffer.concat([...parts, varintField(4, 200), varintField(6, 0)])
}

export function writeOpenApiAnswer(answer: OpenApiAnswer): Buffer {
  const [contentType, content] = contentOf(answer)
  const parts = [lengthDelimited(1, content), lengthDelimited(2, Buffer.from(contentType))]
  if ('errorCode' in answer) parts.push(varintField(3, answer.errorCode))
  parts.push(varintField(4, 200))
  return Buffer.concat(parts)
}

function contentOf(answer: OpenApiAnswer): [contentType: string, content: Buffer] {
  if ('errorCode' in answer) return ['text/plain', Buffer.alloc(0)]
  if ('bytes' in answer) return [answer.contentType, answer.bytes]
  const text = 'json' in answer ? JSON.stringify(answer.json) : answer.jsonText
  return ['application/json; encoding=utf-8', Buffer.from(text)]
}

/**
 * A value is the text of its JSON, or a file. A file is known by its name: the SDK puts the content type into a field that
 * its own encoder does not know, so it never arrives.
 */
function addPair(pair: Buffer, input: Record<string, unknown>): void {
  const [key, value, filename] = [1, 2, 4].map((field) => bytesOf(pair, field))
  input[String(key ?? '')] = filename?.length
    ? { filename: String(filename), value: value ?? Buffer.alloc(0) }
    : parseJson(String(value ?? 'null'), `the value of ${String(key)}`)
}

function bytesOf(message: Buffer, wanted: number): Buffer | undefined {
  const found = readFields(message).find(([field]) => field === wanted)?.[1]
  return typeof found === 'number' ? undefined : found
}

function readFields(message: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let bytes = 0; bytes < MAX_VARINT_BYTES; bytes++) {
      const byte = message[at++]
      if (byte === undefined) throw invalidParameter('the protobuf message ends too early')
      value += (byte & 0x7f) * 128 ** bytes
      if (byte < 0x80) return value
    }
    throw invalidParameter(`a protobuf number is longer than ${MAX_VARINT_BYTES} bytes`)
  }
  while (at < message.length) {
    const tag = varint()
    const [field, wireType] = [Math.floor(tag / 8), tag % 8]
    if (wireType === 0) fields.push([field, varint()])
    else if (wireType === 2) {
      const length = varint()
      if (length > message.length - at) throw invalidParameter('the protobuf message ends too early')
      fields.push([field, message.subarray(at, at + length)])
      at += length
    } else throw invalidParameter(`protobuf wire type ${wireType}`)
  }
  return fields
}

function lengthDelimited(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content])
}

function varintField(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)])
}

/** Negative numbers take ten bytes, as in every protobuf int32. */
function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  do {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest > 0n ? low | 0x80 : low)
  } while (rest > 0n)
  return Buffer.from(bytes)
}
