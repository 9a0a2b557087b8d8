/** The notices as a list; what is seen is read: the server is told once per newest one. */
import { useEffect, useRef } from 'react'
import { useCommand } from '../../../../client/use-command'
import type { NoticesView, NoticeView } from '../../../../contract/notice-views'
import { useList, type List } from '../../use-list'

const SHAPE = {
  itemsOf: ({ notices }: NoticesView): readonly NoticeView[] => notices,
  idOf: ({ id }: NoticeView): string => id,
  opening: 7,
  first: 7,
}
const EVERYTHING = {}

/** Marks keep standing while the page is open: they say what was new when it was opened. */
function useReadWhenSeen(seen: NoticesView | null): void {
  const { run } = useCommand('member', 'read-notices')
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (!seen || seen.unread === 0 || seen.newest === null || told.current === seen.newest) return
    told.current = seen.newest
    void run({ upTo: seen.newest })
  }, [seen, run])
}

export function useNotices(): List<NoticesView, NoticeView, object> {
  const list = useList('member', 'notices', EVERYTHING, SHAPE)
  useReadWhenSeen(list.query.data)
  return list
}
