/**
 * The life of a card as a table: which step leads from which state to which.
 * Invariant: nothing leads out of `closed`; a step that the table does not name is refused.
 */
export type CardState = 'active' | 'frozen' | 'closed'

/** `replace` gives the card another number and leaves its state. */
export const CARD_STEPS = ['freeze', 'unfreeze', 'replace', 'close'] as const
export type CardStep = (typeof CARD_STEPS)[number]

const LEADS_TO: Readonly<Record<CardState, Readonly<Partial<Record<CardStep, CardState>>>>> = {
  active: { freeze: 'frozen', replace: 'active', close: 'closed' },
  frozen: { unfreeze: 'active', replace: 'frozen', close: 'closed' },
  closed: {},
}

/** The state after a step, or null when the step is not possible. */
export const afterStep = (state: CardState, step: CardStep): CardState | null => LEADS_TO[state][step] ?? null
