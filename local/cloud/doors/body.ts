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
  return new Promise((resolve, reject) => new Reading(incoming, limit, resolve, reject).begin())
}

class Reading {
  private readonly chunks: Buffer[] = []
  private bytes = 0
  private isOver = false

  constructor(
    private readonly incoming: IncomingMessage,
    private readonly limit: number,
    private readonly resolve: (read: ReadBody) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  begin(): void {
    const { incoming } = this
    if (Number(incoming.headers['content-length']) > this.limit) return this.refuse('too large')
    incoming.on('data', (chunk: Buffer) => this.take(chunk))
    incoming.on('end', () => this.end())
    incoming.on('error', (error) => this.fail(error))
    incoming.on('close', () => {
      if (!incoming.complete) this.fail(new Error('the caller went away'))
    })
  }

  release(): void {
    held -= this.bytes
    this.bytes = 0
  }

  private take(chunk: Buffer): void {
    if (this.isOver) return
    this.bytes += chunk.length
    held += chunk.length
    if (this.bytes > this.limit) return this.refuse('too large')
    if (held > MAX_ALL_BODIES_BYTES + this.limit) return this.refuse('too many')
    this.chunks.push(chunk)
  }

  private end(): void {
    if (this.isOver) return
    const { chunks } = this
    const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
    this.resolve({ body, release: () => this.release() })
  }

  private refuse(refused: 'too large' | 'too many'): void {
    this.isOver = true
    this.release()
    this.incoming.pause()
    this.resolve({ refused })
  }

  private fail(error: Error): void {
    if (this.isOver) return
    this.isOver = true
    this.release()
    this.reject(error)
  }
}
