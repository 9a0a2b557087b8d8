/**
 * The two protobuf messages of `wx.openApi`: CommApiData in, CommOpenApiResp out. Nothing more of protobuf.
 */
import { invalidParameter, notImplemented } from '../errors'
import type { OpenApiAnswer } from '../open-api/answer'
import { parseJson } from './json'

const MAX_VARINT_BYTES = 10

type Field = [number: number, value: Buffer | number]

/** Input of an open API call: names in snake case, values parsed from their JSON text. */
export function readOpenApiInput(message: Buffer): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [field, value] of readFields(message)) {
    if (field === 1 && value !== 0) throw notImplemented(`open API calls of type ${String(value)}`)
    if (field !== 2 || typeof value === 'number') continue
    for (const [part, pair] of readFields(value))
      if (part === 1 && typeof pair !== 'number') addPair(pair, input)
  }
  return input
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
