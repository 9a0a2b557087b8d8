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
