/** Which registration is about to be undone, and which one just was. */
import { useCallback, useState } from 'react'
import type { PurchaseView } from '../../../contract/views'

export interface Undo {
  /** Kept while its sheet slides away. */
  readonly undoing: PurchaseView | null
  readonly asking: boolean
  readonly undone: PurchaseView | null
  readonly ask: (purchase: PurchaseView) => void
  readonly leave: () => void
  readonly finish: (purchase: PurchaseView) => void
}

export function useUndo(): Undo {
  const [undoing, setUndoing] = useState<PurchaseView | null>(null)
  const [asking, setAsking] = useState(false)
  const [undone, setUndone] = useState<PurchaseView | null>(null)
  const ask = useCallback((purchase: PurchaseView) => {
    setUndone(null)
    setUndoing(purchase)
    setAsking(true)
  }, [])
  const leave = useCallback(() => setAsking(false), [])
  const finish = useCallback((purchase: PurchaseView) => {
    setAsking(false)
    setUndone(purchase)
  }, [])
  return { undoing, asking, undone, ask, leave, finish }
}
