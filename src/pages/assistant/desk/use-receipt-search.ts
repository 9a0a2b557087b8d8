/** From a receipt number to the purchase whose refund is opened. One search at a time; a late answer of another one is dropped. */
import { useCallback, useRef, useState } from 'react'
import type { Failure } from '../../../client/answer'
import { call } from '../../../client/call'
import type { PurchaseView } from '../../../contract/views'

export type Search =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching' }
  /** Several tills of the store used the number. */
  | { readonly kind: 'several'; readonly purchases: readonly PurchaseView[] }
  | { readonly kind: 'refused'; readonly error: Failure }

export interface ReceiptSearch {
  readonly search: Search
  readonly find: (receipt: string) => void
  readonly forget: () => void
}

const IDLE: Search = { kind: 'idle' }

export function useReceiptSearch(onFound: (purchase: PurchaseView) => void): ReceiptSearch {
  const [search, setSearch] = useState<Search>(IDLE)
  const ticket = useRef(0)
  const found = useRef(onFound)
  found.current = onFound

  const find = useCallback((receipt: string) => {
    const mine = (ticket.current += 1)
    setSearch({ kind: 'searching' })
    void call('assistant', 'find-receipt', { receipt }).then((answer) => {
      if (mine !== ticket.current) return
      if (!answer.ok) return setSearch({ kind: 'refused', error: answer.error })
      const { purchases } = answer.data
      const [only] = purchases
      setSearch(purchases.length === 1 ? IDLE : { kind: 'several', purchases })
      if (only && purchases.length === 1) found.current(only)
    })
  }, [])

  const forget = useCallback(() => {
    ticket.current += 1
    setSearch(IDLE)
  }, [])
  return { search, find, forget }
}
