/** What a person of the three years can do, each through the door that a phone, a counter or a till would use. */
import type { Birthday } from '../../../src/domain/members/birthday'
import { POLICY_VERSION } from '../../../src/domain/members/consent'
import type { TemplateName } from '../../../src/domain/messages/kinds'
import { codeOf, dataOf, newOperation } from '../../server/cloud'
import { accept, codeFor, deviceOf } from '../../server/invited'
import { ASSISTANT, goods, keyed, MANAGER, MINUTE, type Mall } from '../../server/mall'
import { take } from '../../server/rewards'

export const TEMPLATES: Readonly<Record<TemplateName, { id: string; fields: object }>> = {
  change: { id: 'template-change', fields: { thing1: 'title', amount2: 'amount', number3: 'points' } },
  points: { id: 'template-points', fields: { thing1: 'title', number2: 'points', date3: 'day' } },
  tier: { id: 'template-tier', fields: { thing1: 'title', date3: 'day' } },
  gift: { id: 'template-gift', fields: { thing1: 'title', date3: 'day' } },
  pickup: { id: 'template-pickup', fields: { thing1: 'title', date3: 'day' } },
}

/** Every yes that was said on WeChat's sheet. */
export const PERMISSIONS: { openid: string; template: TemplateName; at: number }[] = []

export interface Shown {
  readonly points?: number
  readonly debt?: number
  readonly tier?: string
}

export type Person = ReturnType<typeof personIn>

export function personIn(mall: Mall, openid: string, phone: string) {
  const receipts: Record<string, { id: string; receipt: string }> = {}
  const held: Record<string, string> = {}
  const known = (of: Readonly<Record<string, string>>, name: string): string => {
    const id = of[name]
    if (id === undefined) throw new Error(`${name} is not known`)
    return id
  }
  const me = {
    openid,
    joins: async () => {
      const phoneCode = mall.cloud.newPhoneCode(phone)
      dataOf(await mall.ask('member', 'join', openid, { phoneCode, name: openid.slice(-20) }))
      held.welcome = `invited:${mall.member(openid)._id}`
    },
    /** Pays at a till of the mall, in equal pieces. */
    buys: async (paidFen: number, earns: number, { called = '', pieces = 1 } = {}) => {
      const receipt = newOperation()
      const input = { receipt, member: { phone }, lines: [goods(paidFen, pieces)] }
      const { pointsEarned, purchaseId } = dataOf(await mall.till('purchase', mall.till1, input))
      receipts[called] = { id: purchaseId, receipt }
      expect(pointsEarned).toBe(earns)
    },
    /** Keyed in by the assistant, who scans the card first. */
    buysAtDesk: async (
      priceFen: number,
      { pays, earns, coupons = [] }: { pays: number; earns: number; coupons?: readonly string[] },
    ) => {
      const visit = await mall.visit(openid)
      const ids = coupons.map((name) => known(held, name))
      const chosen = ids.length > 0 && { coupons: ids }
      const input = { visit, lines: keyed(priceFen), ...chosen, shownPayFen: pays }
      const { settlement } = dataOf(await mall.ask('assistant', 'register', ASSISTANT, input))
      expect(settlement).toMatchObject({ payFen: pays, points: earns })
    },
    /** Scans the code on the wall of the store. */
    checksIn: async (answer = 'ok') =>
      expect(codeOf(await mall.ask('member', 'check-in', openid, { code: 'c.store-1' }))).toBe(answer),
    /** Brings pieces back to the till. */
    returns: async (called: string, pieces: number, takenBack: number) => {
      const { receipt = '' } = receipts[called] ?? {}
      const input = { receipt: newOperation(), purchase: receipt, lines: [{ line: 0, quantity: pieces }] }
      const back = dataOf(await mall.till('refund', mall.till1, input))
      expect(back.pointsTakenBack).toBe(takenBack)
    },
    signsIn: async (points: number) =>
      expect(dataOf(await mall.ask('member', 'sign-in', openid, {})).points).toBe(points),
    /** Says yes on WeChat's sheet so many times. */
    allows: async (template: TemplateName, times = 1) => {
      for (let n = 0; n < times; n += 1) {
        mall.cloud.messages.grant(openid, TEMPLATES[template].id)
        dataOf(await mall.ask('member', 'allow-messages', openid, { accepted: [template] }))
        PERMISSIONS.push({ openid, template, at: mall.now() })
      }
    },
    agreesToOffers: async () => {
      const input = { purpose: 'offers', given: true, policyVersion: POLICY_VERSION } as const
      dataOf(await mall.ask('member', 'set-consent', openid, input))
    },
    stops: async (...stopped: readonly ('service' | 'care' | 'commercial')[]) =>
      dataOf(await mall.ask('member', 'stop-messages', openid, { stopped: [...stopped] })),
    bornOn: async (birthday: Birthday, answer = 'ok') => {
      const input = { name: openid.slice(-20), salutation: null, birthday, tags: [] }
      expect(codeOf(await mall.ask('member', 'save-profile', openid, input))).toBe(answer)
    },
    /** A gift for the birthday. */
    chooses: async (offerId: string, expected = 'ok') => {
      const answer = await mall.ask('member', 'choose-birthday-gift', openid, { offerId })
      expect(codeOf(answer)).toBe(expected)
      if (answer.ok) held[offerId] = answer.data.couponId
    },
    invites: () => codeFor(mall, openid),
    accepts: async (code: string, answer = 'ok') =>
      expect(codeOf(await accept(mall, code, openid, newOperation(), deviceOf(openid)))).toBe(answer),
    changesCard: async (step: 'freeze' | 'unfreeze' | 'replace') =>
      dataOf(await mall.ask('member', 'change-card', openid, { step })),
    /** A code on the phone is refused while the card is frozen. */
    isRefusedACode: async () => expect(codeOf(await mall.ask('member', 'code', openid))).toBe('card.frozen'),
    closes: async (shownPoints: number) => {
      const { cardNumber } = mall.member(openid)
      const input = { cardNumber, shownPoints }
      expect(dataOf(await mall.ask('member', 'close-account', openid, input)).voidedPoints).toBe(shownPoints)
    },
    claims: async (offerId: string) => {
      const { couponId } = dataOf(await mall.ask('member', 'claim', openid, { offerId }))
      held[offerId] = couponId
    },
    gives: async (offerId: string) =>
      dataOf(await mall.ask('member', 'give-coupon', openid, { couponId: known(held, offerId) })).giftId,
    takesGift: async (giftId: string, called: string) => {
      held[called] = dataOf(await mall.ask('member', 'accept-gift', openid, { giftId })).couponId
    },
    hasCoupons: async (show: 'usable' | 'used' | 'expired', count: number) =>
      expect(dataOf(await mall.ask('member', 'wallet', openid, { show })).coupons).toHaveLength(count),
    /** Takes a coffee for 100 points. */
    exchanges: async (called: string, leaves: number) => {
      const { exchange, points } = dataOf(await take(mall, 'coffee', { by: openid }))
      held[called] = exchange.exchangeId
      expect(points).toBe(leaves)
    },
    cancels: async (called: string, leaves: number) => {
      const exchangeId = known(held, called)
      expect(dataOf(await mall.ask('member', 'cancel-exchange', openid, { exchangeId })).points).toBe(leaves)
    },
    fetches: async (called: string) => {
      const exchangeId = known(held, called)
      mall.cloud.clock.shift(MINUTE)
      const { code } = dataOf(await mall.ask('member', 'exchange-code', openid, { exchangeId }))
      const { visit } = dataOf(await mall.ask('assistant', 'resolve', ASSISTANT, { code }))
      return dataOf(await mall.ask('assistant', 'hand-over', ASSISTANT, { visit, exchangeId }))
    },
    /** The manager gives a tier. */
    isGiven: async (tier: string, until: string) => {
      const { cardNumber } = mall.member(openid)
      const input = { cardNumber, tier, kind: 'floor' as const, until, reason: 'long a customer' }
      return dataOf(await mall.ask('manager', 'grant-tier', MANAGER, input))
    },
    /** What the card page shows. */
    sees: async ({ tier, ...shown }: Shown) => {
      const home = dataOf(await mall.ask('member', 'home', openid))
      if (!home.joined) throw new Error('has not joined')
      const found = { points: home.card.points, debt: home.debt, tier: home.card.tierId }
      expect(found).toMatchObject({ ...shown, ...(tier && { tier }) })
    },
  }
  return me
}
