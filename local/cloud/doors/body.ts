/**
 * Reading what a caller sends. Invariant: no more is kept than one body may have, nor more than all bodies together may
 * have; whoever sends more is answered at once and not listened to any longer.
 */
import type { IncomingMessage } from 'node:http'

export const MAX_BODY_BYTES = 16 * 1024 * 1024
const MAX_ALL_BODIES_BYTES = 240 * 1024 * 1024

let held = 0

export type ReadBody = { body: Buffer; release(): void } | { refused: 'too large' | 'too many' }

export function readBody(incoming: IncomingMessage, limit: number): Promise<ReadBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    let isOver = false
    const release = () => {
      held -= bytes
      bytes = 0
    }
    const refuse = (refused: 'too large' | 'too many') => {
      isOver = true
      release()
      incoming.pause()
      resolve({ refused })
    }
    if (Number(incoming.headers['content-length']) > limit) return refuse('too large')
    incoming.on('data', (chunk: Buffer) => {
      if (isOver) return
      bytes += chunk.length
      held += chunk.length
      if (bytes > limit) return refuse('too large')
      if (held > MAX_ALL_BODIES_BYTES + limit) return refuse('too many')
      chunks.push(chunk)
    })
    incoming.on('end', () => {
      if (!isOver) resolve({ body: Buffer.concat(chunks), release })
    })
    const fail = (error: Error) => {
      if (isOver) return
      isOver = true
      release()
      reject(error)
    }
    incoming.on('error', fail)
    incoming.on('close', () => {
      if (!incoming.complete) fail(new Error('the caller went away'))
    })
  })
}
