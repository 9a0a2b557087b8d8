/**
 * The two protobuf messages of `wx.openApi`: CommApiData in, CommOpenApiResp out. Nothing more of protobuf.
 */
import { invalidParameter, notImplemented } from '../errors'
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

export function writeOpenApiAnswer(answer: { json?: Record<string, unknown>; errorCode?: number }): Buffer {
  const parts = [
    lengthDelimited(1, Buffer.from(answer.json ? JSON.stringify(answer.json) : '')),
    lengthDelimited(2, Buffer.from(answer.json ? 'application/json; encoding=utf-8' : 'text/plain')),
  ]
  if (answer.errorCode !== undefined) parts.push(varintField(3, answer.errorCode))
  parts.push(varintField(4, 200))
  return Buffer.concat(parts)
}

function addPair(pair: Buffer, input: Record<string, unknown>): void {
  let key = ''
  let value = ''
  for (const [field, content] of readFields(pair)) {
    if (field === 1) key = String(content)
    if (field === 2) value = String(content)
    if (field === 3 && String(content)) throw notImplemented('files in open API calls')
  }
  input[key] = parseJson(value, `the value of ${key}`)
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
