/**
 * Older states of documents, for the snapshots of open transactions.
 * Invariant: a state is kept exactly as long as an open transaction could still see it.
 */
import type { Doc } from '../values/document'

interface Version {
  commit: number
  before: Doc | null
}

export class Versions {
  private lastCommit = 1
  private readonly byKey = new Map<string, Version[]>()
  private readonly byCommit: { commit: number; key: string }[] = []

  get now(): number {
    return this.lastCommit
  }

  record(changes: { key: string; before: Doc | null }[], isAnyoneLooking: boolean): void {
    const commit = ++this.lastCommit
    if (!isAnyoneLooking) return
    for (const { key, before } of changes) {
      const versions = this.byKey.get(key)
      if (versions) versions.push({ commit, before })
      else this.byKey.set(key, [{ commit, before }])
      this.byCommit.push({ commit, key })
    }
  }

  /** undefined: the committed state is what the snapshot sees. */
  seenFrom(snapshot: number, key: string): Doc | null | undefined {
    return this.byKey.get(key)?.find((version) => version.commit > snapshot)?.before
  }

  /** Every document, of any collection, that the snapshot sees otherwise than it is now. */
  *allSeenFrom(snapshot: number): Generator<[key: string, doc: Doc]> {
    for (const key of this.byKey.keys()) {
      const doc = this.seenFrom(snapshot, key)
      if (doc) yield [key, doc]
    }
  }

  changedSince(snapshot: number, key: string): boolean {
    const versions = this.byKey.get(key)
    return versions !== undefined && (versions[versions.length - 1] as Version).commit > snapshot
  }

  forgetUpTo(oldestSnapshot: number): void {
    let gone = 0
    for (const { commit, key } of this.byCommit) {
      if (commit > oldestSnapshot) break
      gone++
      const versions = this.byKey.get(key)
      versions?.shift()
      if (versions?.length === 0) this.byKey.delete(key)
    }
    if (gone > 0) this.byCommit.splice(0, gone)
  }
}
