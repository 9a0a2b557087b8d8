/**
 * The closed list of what a request can be refused for. A code is `area.reason`; a refusal never changes anything.
 * `retry` says whether the same request, sent again as it is, may succeed. Texts for people: `client/error-text.ts`.
 */
export const ERROR_CODES = {
  'request.malformed': { retry: false },
  'request.unknown-action': { retry: false },
  'caller.unknown': { retry: false },
  'role.required': { retry: false },
  'member.not-joined': { retry: false },
  'member.unknown': { retry: false },
  'phone.not-proved': { retry: false },
  'phone.taken': { retry: false },
  'code.unreadable': { retry: false },
  'code.expired': { retry: false },
  'code.used': { retry: false },
  'code.too-many-wrong': { retry: false },
  'card.frozen': { retry: false },
  'card.closed': { retry: false },
  'card.replaced': { retry: false },
  'card.step-impossible': { retry: false },
  'account.changed': { retry: false },
  'account.staff': { retry: false },
  'birthday.no-such-day': { retry: false },
  'birthday.changed-lately': { retry: false },
  'consent.needed': { retry: false },
  'consent.policy-changed': { retry: false },
  'visit.invalid': { retry: false },
  'visit.expired': { retry: false },
  'visit.own-card': { retry: false },
  'entry.unknown': { retry: false },
  'purchase.amount-out-of-range': { retry: false },
  'purchase.total-changed': { retry: false },
  'purchase.unknown': { retry: false },
  'purchase.other-store': { retry: false },
  'receipt.unknown': { retry: false },
  'receipt.other-store': { retry: false },
  'refund.line-unknown': { retry: false },
  'refund.more-than-left': { retry: false },
  'refund.own-card': { retry: false },
  'refund.undo-too-late': { retry: false },
  'operation.mismatch': { retry: false },
  'till.unknown': { retry: false },
  'till.signature-wrong': { retry: false },
  'till.request-too-old': { retry: false },
  'store.unknown': { retry: false },
  'staff.not-joined': { retry: false },
  'staff.own-phone': { retry: false },
  'installation.claimed': { retry: false },
  'installation.code-wrong': { retry: false },
  'server.busy': { retry: true },
  'server.fault': { retry: true },
} as const satisfies Record<string, { retry: boolean }>

export type ErrorCode = keyof typeof ERROR_CODES

/** Figures and names that a text may need, e.g. the total that the server computed. */
export type ErrorDetails = Record<string, string | number>
