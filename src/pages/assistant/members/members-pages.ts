/**
 * Own members as the page lists them, out of pages of twenty. Pure.
 * Invariant: a member is listed once, in the order of the server.
 */
import type { OwnMembersView, OwnMemberView } from '../../../contract/client-book'

/** Further pages, and the first page after which they come. */
export interface FurtherPages {
  readonly after: OwnMembersView | null
  readonly pages: readonly OwnMembersView[]
}

export const NO_FURTHER_PAGES: FurtherPages = { after: null, pages: [] }

export interface MembersSoFar {
  readonly members: readonly OwnMemberView[]
  /** Cursor of what is still to be fetched; null at the end. */
  readonly next: string | null
}

/** Further pages count only after the first page that they were fetched for: another answer may have moved every cursor. */
export function membersSoFar(first: OwnMembersView, further: FurtherPages): MembersSoFar {
  const pages = further.after === first ? [first, ...further.pages] : [first]
  const byId = new Map(pages.flatMap((page) => page.members).map((each) => [each.memberId, each]))
  return { members: [...byId.values()], next: pages[pages.length - 1]?.next ?? null }
}

export function withPage(first: OwnMembersView, further: FurtherPages, page: OwnMembersView): FurtherPages {
  return { after: first, pages: further.after === first ? [...further.pages, page] : [page] }
}

/** Members as they were answered to a search. */
export interface Listed extends MembersSoFar {
  /** Empty for all. */
  readonly search: string
  readonly now: number
}

/** Drawn at first, which fills a screen. A search hides those that do not answer to it: a new row costs the bridge far more. */
export const FIRST_ROWS = 10
/** Drawn at first of what a search finds beyond them. */
export const FIRST_FOUND = 2

export interface DrawnMembers {
  readonly first: readonly { readonly member: OwnMemberView; readonly hidden: boolean }[]
  readonly rest: readonly OwnMemberView[]
  /** How many are known and not yet drawn. */
  readonly left: number
  readonly isEmpty: boolean
  readonly next: string | null
  readonly search: string
  readonly now: number
}

/**
 * The rows: the first of all keep their places, the others that are listed follow.
 * @param beyond how many of the others to draw
 */
export function drawnMembers(all: readonly OwnMemberView[], listed: Listed, beyond: number): DrawnMembers {
  const { members, next, search, now } = listed
  const byId = new Map(members.map((each) => [each.memberId, each]))
  const first = all.slice(0, FIRST_ROWS).map((member) => {
    const newest = byId.get(member.memberId)
    return { member: newest ?? member, hidden: !newest }
  })
  const standing = new Set(first.map(({ member }) => member.memberId))
  const others = members.filter(({ memberId }) => !standing.has(memberId))
  const rest = others.slice(0, beyond)
  const left = others.length - rest.length
  return { first, rest, left, isEmpty: members.length === 0, next, search, now }
}
