/**
 * JSON from outside. Invariant: what comes out is no deeper than a document may be, holds no name that every object of
 * JavaScript already has, and whatever is wrong with it is said as a refusal.
 */
import { badRequest, invalidParameter } from '../errors'
import { MAX_DEPTH, tooDeep } from '../values/document'

/** `__proto__`, `constructor`, `toString` …: reading such a field of a document that lacks it would find something. */
const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

/** Code inside a query: no platform runs it. */
const SCRIPTS = new Set(['$where', '$function', '$accumulator'])

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw invalidParameter(`${what} is not JSON: ${(error as Error).message.slice(0, 200)}`)
  }
}

export function checkName(name: string): void {
  if (SCRIPTS.has(name)) throw badRequest(`${name} is not allowed: the database runs no code of a caller`)
  if (INHERITED.has(name)) throw badRequest(`local cloud refuses the field name '${name}'`)
  if (name.includes('.') && name.split('.').some((step) => INHERITED.has(step)))
    throw badRequest(`local cloud refuses the field path '${name.slice(0, 200)}'`)
}

export function checkDepth(depth: number): void {
  if (depth > MAX_DEPTH) throw tooDeep()
}
