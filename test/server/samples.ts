/** A valid input for every action of every door. A new action does not compile until it has one here. */
import { assistantActions } from '../../src/contract/assistant'
import { managerActions } from '../../src/contract/manager'
import { memberActions } from '../../src/contract/member'
import type { tillActions, TillOutputs } from '../../src/contract/till'
import { installationCode } from '../../src/server/run/secret'
import type { Doors, TillInput } from './cloud'
import { offer } from './offers'
import { goods, MEMBER, PHONES } from './mall'

export type Fields = Record<string, unknown>

export const DOORS = {
  member: memberActions,
  assistant: assistantActions,
  manager: managerActions,
} as const satisfies { [Door in keyof Doors]: Doors[Door]['actions'] }

type Samples = {
  [Door in keyof Doors]: { [Action in keyof Doors[Door]['actions']]: Fields }
}

export interface Known {
  readonly visit: string
  readonly code: string
  readonly purchaseId: string
  readonly phoneCode: string
}

export const samplesFor = ({ visit, code, purchaseId, phoneCode }: Known): Samples => ({
  member: {
    join: { phoneCode, name: 'member 9' },
    home: {},
    code: {},
    'code-status': { since: 0, couponId: 'claim:offer-1:nobody:1' },
    points: { month: '2026-05', kind: 'earned', search: 'store', after: '01779067800000:z' },
    entry: { id: `entry:${purchaseId}` },
    growth: {},
    me: {},
    birthday: {},
    'choose-birthday-gift': { offerId: 'birthday-cake' },
    'save-profile': {
      name: 'member 9',
      salutation: 'ms',
      birthday: { calendar: 'solar', year: 1990, month: 5, day: 16, leapMonth: false },
      tags: ['tea'],
    },
    'save-avatar': { picture: 'iVBORw0KGgoAAAAN' },
    avatar: {},
    'set-consent': { purpose: 'offers', given: false, policyVersion: 2 },
    'change-card': { step: 'freeze' },
    'close-account': { cardNumber: '80000001', shownPoints: 0 },
    'client-card': {},
    'remove-card-line': { line: { part: 'sizes', kind: 'shoe' } },
    lookers: { before: 1 },
    notices: { after: '01779067800000:1779067800000:notice:x' },
    'read-notices': { upTo: '01779067800000:1779067800000:notice:x' },
    'allow-messages': { accepted: ['points'] },
    'stop-messages': { stopped: ['commercial'] },
    export: { after: 'purchases:1' },
    mall: { category: '餐饮', search: 'tea', affordable: true, special: true, after: '1:000001:coffee' },
    reward: { rewardId: 'coffee' },
    exchange: { rewardId: 'coffee', shownPoints: 100, shownPriceFen: 0, way: 'pickup' },
    'pay-exchange': { exchangeId: 'exchange:someone:operation-1' },
    'cancel-exchange': { exchangeId: 'exchange:someone:operation-1' },
    exchanges: { after: '01779067800000:z' },
    'exchange-code': { exchangeId: 'exchange:someone:operation-1' },
    wallet: { show: 'used', kind: 'cash', after: '01779067800000:z' },
    offers: { after: '1:01779067800000:z' },
    claim: { offerId: 'coffee' },
    'coupon-code': { couponId: 'claim:coffee:nobody:1' },
    'give-coupon': { couponId: 'claim:coffee:nobody:1' },
    'take-back-gift': { couponId: 'claim:coffee:nobody:1' },
    gift: { giftId: '0'.repeat(24) },
    'accept-gift': { giftId: '0'.repeat(24) },
    'sign-in': {},
    'check-in': { code: 'c.store-1' },
    'sign-in-calendar': {},
    invite: {},
    'start-inviting': { device: 'a'.repeat(22) },
    'invite-picture': {},
    friends: { after: `01779067800000:${'0'.repeat(24)}` },
    invitation: { code: 'a'.repeat(10) },
    'accept-invitation': { code: 'a'.repeat(10), device: 'a'.repeat(22) },
    'show-on-board': { shown: false },
  },
  assistant: {
    'hand-over': { visit, exchangeId: 'exchange:someone:operation-1' },
    'undo-hand-over': { exchangeId: 'exchange:someone:operation-1' },
    'to-send': { after: '01779067800000:z' },
    'send-out': { exchangeId: 'exchange:someone:operation-1', carrier: 'SF', tracking: 'SF1234567890' },
    resolve: { code },
    'find-by-phone-tail': {
      phoneTail: '0001',
      birthday: { calendar: 'solar', month: 5, day: 16 },
    },
    preview: {
      visit,
      lines: [{ name: 'a scarf', quantity: 1, unitFen: 10_000 }],
      coupons: ['claim:offer-1:nobody:1'],
    },
    redeem: { visit, what: { couponId: 'claim:offer-1:nobody:1' }, plate: 'A12345' },
    'undo-redeem': { couponId: 'claim:offer-1:nobody:1' },
    redemptions: { day: '2026-05-18', after: 'z' },
    register: {
      visit,
      lines: [{ name: 'a scarf', quantity: 1, unitFen: 10_000 }],
      coupons: ['claim:offer-1:nobody:1'],
      shownPayFen: 10_000,
    },
    refund: {
      purchaseId,
      lines: [{ line: 0, quantity: 1 }],
      reason: 'returned',
      shownRefundFen: 10_000,
      shownRefundedFen: 0,
    },
    purchase: { purchaseId },
    'client-book': { visit },
    'write-note': { visit, text: 'a note' },
    'write-card': {
      visit,
      version: 0,
      sizes: [{ kind: 'shoe', value: '37' }],
      preferences: ['tea'],
      allergies: ['peanuts'],
    },
    'own-members': { search: '0001', after: '2026-05-18:a1' },
    'own-member': { memberId: 'nobody' },
    tasks: { after: '2026-05-18:task:keep-tier' },
    'finish-task': { taskId: 'task:keep-tier:nobody:2026-05-18', way: 'phone', word: 'told' },
    'reopen-task': { taskId: 'task:keep-tier:nobody:2026-05-18' },
    'show-phone': { of: { visit }, why: { reason: 'other', words: 'a reason' } },
    'bind-card': { card: '12345678', to: { visit } },
    'find-receipt': { receipt: 'receipt-1' },
    'day-list': { day: '2026-05-18', after: 'z' },
    'place-code': { eventId: 'event-9' },
  },
  manager: {
    'claim-installation': { code: installationCode(), name: 'manager 9' },
    'name-store': { storeId: 'store-9', name: 'store 9' },
    'name-staff': { phone: PHONES[MEMBER], name: 'member 9', storeId: 'store-1', role: 'assistant' },
    'name-event': {
      ...{ eventId: 'event-9', name: 'event 9', storeId: 'store-1', checkIn: 'rotating', placePoints: 20 },
      ...{ from: '2027-05-01', until: '2027-05-03' },
    },
    'name-till': { tillId: 'till-9', storeId: 'store-1' },
    'grant-tier': {
      cardNumber: '80000001',
      tier: 'silver',
      kind: 'once',
      until: '2026-12-31',
      reason: 'a reason',
    },
    'approve-grant': { grantId: 'grant:0:operation-1' },
    'revoke-grant': { grantId: 'grant:0:operation-1', reason: 'a reason' },
    grants: { before: 1 },
    'referral-reviews': { after: `01779067800000:${'0'.repeat(24)}` },
    'decide-referral': { friendId: 'nobody', decision: 'allow', reason: 'a reason' },
    'publish-catalogue': { offers: [offer('coffee')] },
  },
})

type TillSamples = { [Action in keyof TillOutputs & keyof typeof tillActions]: TillInput<Action> }

/** Further forms of an input that may be written in several: what stands in place of the sample's fields. */
export const OTHER_FORMS: readonly {
  readonly door: keyof Doors
  readonly action: string
  readonly instead: Fields
}[] = [{ door: 'assistant', action: 'redeem', instead: { what: { benefitId: 'parking' } } }]

export const TILL_SAMPLES: TillSamples = {
  purchase: { receipt: 'receipt-9', member: { phone: PHONES[MEMBER] ?? '' }, lines: [goods(10_000)] },
  'coupon-list': { code: '1'.repeat(18), after: '2026-05-18:claim:offer-1:nobody:1' },
  'coupon-validate': { code: '1'.repeat(20) },
  'coupon-lock': {
    receipt: 'receipt-9',
    coupons: ['claim:offer-1:nobody:1'],
    lines: [{ sku: 'goods-1', quantity: 1, priceFen: 10_000 }],
  },
  'coupon-release': { receipt: 'receipt-9', coupons: ['claim:offer-1:nobody:1'] },
  'coupon-redeem': { receipt: 'receipt-9', couponId: 'claim:offer-1:nobody:1', plate: 'A12345' },
  refund: { receipt: 'back-9', purchase: 'receipt-1', lines: [{ line: 0, quantity: 1 }] },
}

/** Fields that would decide who is meant or what it costs, if anybody read them. */
export const FORGED: Fields = {
  openid: 'openid-manager',
  OPENID: 'openid-manager',
  unionid: 'union-1',
  memberId: 'somebody',
  role: 'manager',
  storeId: 'store-1',
  at: 0,
  points: 1_000_000,
  pointsEarned: 1_000_000,
  paidFen: 1,
  payFen: 1,
  discountFen: 1,
  discountPercent: 99,
  tierId: 'diamond',
  rate: 10_000,
  refundFen: 1_000_000,
  $set: { points: 1_000_000 },
  _id: 'members',
}

const tooDeep = (depth: number): unknown => (depth === 0 ? {} : { $where: [tooDeep(depth - 1)] })

const WRONG: readonly unknown[] = [undefined, true, [], [1], {}, { $gt: '' }, { $ne: null }, tooDeep(200)]
const WRONG_TEXT: readonly unknown[] = ['', 'x'.repeat(5_000), 0, 1e308, ['text']]
const WRONG_NUMBER: readonly unknown[] = ['1', '1e3', 'NaN', -1, 0.5, 1e300, 2 ** 53, NaN, Infinity, null]
const WRONG_LIST: readonly unknown[] = ['', 0, [null], [[]], [{}], { length: 1 }, Array(2_000).fill({}), null]

/** Values that a field cannot have, by the kind of the value that it has. NaN and Infinity travel as null. */
export function wrongValues(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [...WRONG, ...WRONG_NUMBER]
  if (Array.isArray(value)) return [...WRONG.filter((each) => !Array.isArray(each)), ...WRONG_LIST, []]
  if (typeof value === 'string') return [...WRONG, ...WRONG_TEXT]
  return [true, [], {}, '', 0, null]
}
