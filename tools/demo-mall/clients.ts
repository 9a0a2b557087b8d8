/**
 * The assistants of the demo mall meet their members: a small purchase by hand two hours after the last receipt makes each
 * of them an owner, then sizes, preferences, allergies of who agreed, and a note are kept.
 */
import type { LocalCloud } from '../../local/cloud'
import type { VisitView } from '../../src/contract/assistant'
import type { CodeView } from '../../src/contract/code-views'
import type { SettlementView } from '../../src/contract/views'
import { POLICY_VERSION } from '../../src/domain/members/consent'
import { claimCoupon } from './catalogue'
import { personOf, type DemoPerson } from './people'
import type { DemoPurchase } from './purchases'
import { called } from './called'

interface Meeting {
  readonly assistant: string
  readonly member: string
  readonly priceFen: number
  readonly sizes: readonly { readonly kind: string; readonly value: string }[]
  readonly preferences: readonly string[]
  readonly allergies?: readonly string[]
  readonly note?: string
  /** The offer whose coupon is used for it, and what that takes off: a preview would refuse it once it is used. */
  readonly coupon?: { readonly offerId: string; readonly offFen: number }
}

const meeting = (
  assistant: string,
  member: string,
  priceFen: number,
  told: Partial<Meeting> = {},
): Meeting => ({
  assistant,
  member,
  priceFen,
  sizes: [],
  preferences: [],
  ...told,
})

const MEETINGS: readonly Meeting[] = [
  meeting('gu-xiaowen', 'shen-qinghe', 8_600, {
    sizes: [
      { kind: 'top', value: 'M' },
      { kind: 'shoe', value: '37' },
      { kind: 'ring', value: '12 号' },
    ],
    preferences: ['推理小说', '靠窗', '不要塑料袋'],
    allergies: ['花生', '百合花粉'],
    note: '在找一套推理小说，到货告诉她。',
    coupon: { offerId: 'book-welcome', offFen: 1_000 },
  }),
  meeting('gu-xiaowen', 'jiang-wanyin', 4_500, { preferences: ['诗集'], note: '喜欢旧版封面。' }),
  meeting('gu-xiaowen', 'long-name', 3_900, { sizes: [{ kind: 'top', value: 'XL' }] }),
  meeting('gu-xiaowen', 'lin-xiaoyu', 2_800),
  meeting('gu-xiaowen', 'qiao-anhe', 3_200, { preferences: ['散文'] }),
  meeting('cheng-yichuan', 'pei-qingyue', 5_200, { preferences: ['手冲', '少冰'] }),
  meeting('cheng-yichuan', 'song-zhixu', 3_600),
]

const AFTER_LAST_RECEIPT_MS = 2 * 3_600_000

export async function meetClients(cloud: LocalCloud, all: readonly DemoPurchase[]): Promise<void> {
  for (const each of MEETINGS) {
    const last = all.filter(({ personId }) => personId === each.member).at(-1)
    if (last) await meet(cloud, each, last.at + AFTER_LAST_RECEIPT_MS)
  }
}

async function meet(cloud: LocalCloud, { member, assistant, ...what }: Meeting, at: number): Promise<void> {
  const [him, her] = [personOf(member), personOf(assistant)]
  const ask = (door: string, who: DemoPerson, action: string, input: object): Promise<unknown> =>
    called(cloud, door, { action, operationId: `demo-mall-${action}-${member}`, input }, who, at)
  const { code } = (await ask('member', him, 'code', {})) as CodeView
  const { visit } = (await ask('assistant', her, 'resolve', { code })) as VisitView
  const lines = [{ name: null, quantity: 1, unitFen: what.priceFen }]
  const { payFen } = (await ask('assistant', her, 'preview', { visit, lines })) as SettlementView
  const { offerId, offFen } = what.coupon ?? { offerId: null, offFen: 0 }
  const coupons = offerId ? { coupons: [await claimCoupon(cloud, member, offerId, at)] } : {}
  await ask('assistant', her, 'register', { visit, lines, shownPayFen: payFen - offFen, ...coupons })
  const allergies = what.allergies ?? null
  if (allergies) {
    const consent = { purpose: 'sensitive', given: true, policyVersion: POLICY_VERSION }
    await ask('member', him, 'set-consent', consent)
  }
  const { sizes, preferences } = what
  if (sizes.length + preferences.length > 0)
    await ask('assistant', her, 'write-card', { visit, version: 0, sizes, preferences, allergies })
  if (what.note) await ask('assistant', her, 'write-note', { visit, text: what.note })
}
