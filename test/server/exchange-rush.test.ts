/** Five hundred members want the last twenty of a reward at the same moment. */
import type { MemberDocument } from '../../src/server/store/members'
import { sdkDatabase } from '../local/cloud/sdk'
import { codeOf, newOperation } from './cloud'
import { mallOfFile, MEMBER } from './mall'
import { publishRewards, reward } from './rewards'

const mall = mallOfFile(8)
const LEFT = 20

/** As many members with 500 points as there are, made of one who earned them. */
async function crowd(size: number): Promise<string[]> {
  await mall().join(MEMBER)
  await mall().receipt('earned', 50_000)
  const { _id: _own, ...member } = mall().member()
  const members = sdkDatabase(mall().cloud).collection('members')
  const openids = Array.from({ length: size }, (_, n) => `openid-crowd-${n}`)
  for (const [n, openid] of openids.entries()) {
    const cardNumber = String(70_000_000 + n)
    const document: Omit<MemberDocument, '_id'> = { ...member, openid, cardNumber, phoneHash: `crowd-${n}` }
    await members.doc(`crowd${n}`).set({ data: document })
  }
  return openids
}

test.each([
  [500, 1],
  [100, 4],
])(
  'of %i twenty get one, nobody pays for none, and nothing is left of %i counters',
  async (size, stockParts) => {
    const openids = await crowd(size)
    await publishRewards(mall(), [reward('tea', { stock: LEFT, stockParts, perMember: 1 })])
    const input = { rewardId: 'tea', shownPoints: 100, shownPriceFen: 0, way: 'pickup' as const }
    const answers = await Promise.all(
      openids.map((openid) => mall().ask('member', 'exchange', openid, input, newOperation())),
    )
    const codes = answers.map(codeOf)
    expect(codes.filter((code) => code === 'ok')).toHaveLength(LEFT)
    expect(new Set(codes)).toEqual(new Set(['ok', 'reward.sold-out']))
    const stocks = mall().all<{ of: string; taken: number; total: number }>('stocks')
    expect(stocks.map(({ taken, total }) => total - taken)).toEqual(Array(stockParts).fill(0))
    expect(stocks.reduce((sum, { taken }) => sum + taken, 0)).toBe(LEFT)
    const exchanges = mall().all<{ memberId: string }>('exchanges')
    const winners = new Set(exchanges.map(({ memberId }) => memberId))
    expect([exchanges.length, winners.size]).toEqual([LEFT, LEFT])
    for (const { _id, account, exchanged } of mall().all<MemberDocument>('members')) {
      if (!_id.startsWith('crowd')) continue
      const hasWon = winners.has(_id)
      expect([account.purse.spent, exchanged?.tea ?? 0]).toEqual(hasWon ? [100, 1] : [0, 0])
    }
    expect(
      mall()
        .all('entries')
        .filter(({ rule }) => rule === 'reward.exchanged'),
    ).toHaveLength(LEFT)
  },
  180_000,
)
