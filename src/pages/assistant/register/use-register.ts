/**
 * One registration from the first key to the answer.
 * Invariants: what is sent is what is shown; while the outcome is unknown nothing of it can change, so pressing again asks
 * for the same registration and never books a second one.
 */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Failure } from '../../../client/answer'
import { call } from '../../../client/call'
import { useCommand } from '../../../client/use-command'
import type { RegisteredView, VisitView } from '../../../contract/assistant'
import type { UsableCouponView } from '../../../contract/counter-coupons'
import type { SettlementView } from '../../../contract/views'
import { pricedLines } from '../../../domain/purchases/keyed-lines'
import type { Key } from './amount-entry'
import type { CouponChoice } from './coupon-choice'
import { EMPTY_ORDER, linesOf, stepOrder, type KeyedOrder, type OrderStep } from './pieces'
import { useCouponChoice } from './use-coupon-choice'

export type Phase =
  | { readonly kind: 'keying' }
  | { readonly kind: 'submitting' }
  /** The server's total is another one than was shown: `settlement` is now the server's. */
  | { readonly kind: 'changed'; readonly shownBeforeFen: number }
  | { readonly kind: 'unknown'; readonly error: Failure }
  | { readonly kind: 'refused'; readonly error: Failure }
  /** The visit cannot be used any more: only another scan helps. */
  | { readonly kind: 'visit-over'; readonly error: Failure }
  | { readonly kind: 'done'; readonly registered: RegisteredView }

/** While an outcome is open the amount stays as it was sent. */
export const takesKeys = ({ kind }: Phase): boolean =>
  kind === 'keying' || kind === 'refused' || kind === 'changed'

export interface Registration {
  readonly order: KeyedOrder
  readonly settlement: SettlementView
  /** What the tickets say, and which of them count. */
  readonly choice: CouponChoice<UsableCouponView>
  /** The settlement is the server's own, by a standing that the phone does not know. */
  readonly isQuoted: boolean
  readonly phase: Phase
  readonly step: (step: OrderStep) => void
  readonly press: (key: Key) => void
  /** One more piece. */
  readonly add: () => void
  readonly touchCoupon: (couponId: string) => void
  /** What saves most, at every key again. */
  readonly takeCheapest: () => void
  readonly submit: () => void
}

export function useRegister(visit: VisitView): Registration {
  const [order, setOrder] = useState(EMPTY_ORDER)
  const [quoted, setQuoted] = useState<SettlementView | null>(null)
  const [quoting, setQuoting] = useState(false)
  const command = useCommand('assistant', 'register')

  const lines = useMemo(() => pricedLines(linesOf(order)), [order])
  const { choice, preview, touch, takeCheapest } = useCouponChoice(visit, lines)
  const isQuoted = quoted !== null && isSameOrder(quoted, preview)
  const settlement = isQuoted ? quoted : preview
  const phase = phaseOf(command, quoting, isQuoted ? preview.payFen : null)

  const submit = async (): Promise<void> => {
    const { payFen } = settlement
    const coupons = choice.taken.map(({ couponId }) => couponId)
    const wanted = {
      visit: visit.visit,
      lines: linesOf(order),
      ...(coupons.length > 0 ? { coupons } : {}),
    }
    const answer = await command.run({ ...wanted, shownPayFen: payFen })
    if (answer.ok || answer.error.kind !== 'refused' || answer.error.code !== 'purchase.total-changed') return
    setQuoting(true)
    const fresh = await call('assistant', 'preview', wanted)
    if (fresh.ok) setQuoted(fresh.data)
    setQuoting(false)
  }

  const latest = useRef({ phase, submit, reset: command.reset })
  latest.current = { phase, submit, reset: command.reset }

  const changing = useCallback((change: () => void) => {
    const { phase: stands } = latest.current
    if (!takesKeys(stands)) return
    if (stands.kind !== 'keying') latest.current.reset()
    change()
  }, [])
  const step = useCallback(
    (next: OrderStep) => changing(() => setOrder((before) => stepOrder(before, next))),
    [changing],
  )
  const press = useCallback((key: Key) => step({ kind: 'key', key }), [step])
  const add = useCallback(() => step({ kind: 'add' }), [step])
  const touchCoupon = useCallback((id: string) => changing(() => touch(id)), [changing, touch])
  const cheapest = useCallback(() => changing(takeCheapest), [changing, takeCheapest])
  const submitLatest = useCallback(() => void latest.current.submit(), [])

  return {
    order,
    choice,
    settlement,
    isQuoted,
    phase,
    step,
    press,
    add,
    touchCoupon,
    takeCheapest: cheapest,
    submit: submitLatest,
  }
}

/** What the server worked out is of the price and the coupons that are shown. */
const isSameOrder = (quoted: SettlementView, shown: SettlementView): boolean =>
  quoted.priceFen === shown.priceFen &&
  quoted.coupons.map(({ couponId }) => couponId).join() ===
    shown.coupons.map(({ couponId }) => couponId).join()

function phaseOf(
  command: Pick<ReturnType<typeof useCommand<'assistant', 'register'>>, 'state' | 'data' | 'error'>,
  quoting: boolean,
  shownBeforeFen: number | null,
): Phase {
  if (quoting || command.state === 'running') return { kind: 'submitting' }
  if (command.data) return { kind: 'done', registered: command.data }
  if (!command.error) return { kind: 'keying' }
  const { error } = command
  if (command.state === 'unknown') return { kind: 'unknown', error }
  if (error.kind === 'refused' && error.code.startsWith('visit.')) return { kind: 'visit-over', error }
  if (error.kind === 'refused' && error.code === 'purchase.total-changed' && shownBeforeFen !== null)
    return { kind: 'changed', shownBeforeFen }
  return { kind: 'refused', error }
}
