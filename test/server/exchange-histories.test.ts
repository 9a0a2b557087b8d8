/** Members who exchange, give back, fetch, pay and bring goods back at random: the books are right at the end. */
import fc from 'fast-check'
import { violationsIn } from './books'
import { newOperation } from './cloud'
import { ASSISTANT, DAY, goods, mallOfFile, MEMBER, MINUTE, OTHER_MEMBER, PHONES, type Mall } from './mall'
import { publishRewards, reward, take } from './rewards'

const mall = mallOfFile()
const MEMBERS = [MEMBER, OTHER_MEMBER]

interface Exchange {
  readonly _id: string
  readonly memberId: string
}

const step = fc.record({
  what: fc.constantFrom(
    'buy',
    'take',
    'take',
    'take',
    'cancel',
    'fetch',
    'undo',
    'pay',
    'refund',
    'wait',
    'clock',
    'send',
  ),
  who: fc.nat(1),
  which: fc.nat(9),
})
interface Step {
  readonly what: string
  readonly who: number
  readonly which: number
}

const REWARDS = [
  reward('tea', { stock: 3, perMember: 4 }),
  reward('candle', { priceFen: 2_900, stock: 2 }),
  reward('bag', { ways: ['delivery'] }),
]
const ADDRESS = { name: '苏禾', phone: '13800000001', text: '上海市徐汇区梧桐路 1 号' }

async function play(now: Mall, { what, who, which }: Step, receipts: string[]): Promise<void> {
  const by = MEMBERS[who] ?? MEMBER
  const { _id } = now.member(by)
  const own = now.all<Exchange>('exchanges').filter(({ memberId }) => memberId === _id)
  const exchangeId = own[which % Math.max(1, own.length)]?._id ?? 'exchange:none:none'
  switch (what) {
    case 'buy': {
      const receipt = newOperation()
      receipts.push(receipt)
      const member = { phone: PHONES[by] ?? '' }
      return void (await now.till('purchase', now.till1, { receipt, member, lines: [goods(20_000)] }))
    }
    case 'refund': {
      const purchase = receipts[which % Math.max(1, receipts.length)] ?? 'none'
      const lines = [{ line: 0, quantity: 1 }]
      return void (await now.till('refund', now.till1, { receipt: newOperation(), purchase, lines }))
    }
    case 'take': {
      const { rewardId = '', priceFen = 0, ways = [] } = REWARDS[which % REWARDS.length] ?? {}
      const [way = 'pickup'] = ways
      const address = way === 'delivery' ? { address: ADDRESS } : {}
      return void (await take(now, rewardId, { by, shownPriceFen: priceFen, way, ...address }))
    }
    case 'cancel':
      return void (await now.ask('member', 'cancel-exchange', by, { exchangeId }))
    case 'fetch':
      return void (await now.ask('assistant', 'hand-over', ASSISTANT, {
        visit: await now.visit(by),
        exchangeId,
      }))
    case 'undo':
      return void (await now.ask('assistant', 'undo-hand-over', ASSISTANT, { exchangeId }))
    case 'send': {
      const sent = { exchangeId, carrier: '顺丰', tracking: 'SF1234567890' }
      return void (await now.ask('assistant', 'send-out', ASSISTANT, sent))
    }
    case 'pay': {
      await now.ask('member', 'pay-exchange', by, { exchangeId })
      const [waiting] = now.cloud.payments.orders().filter(({ state }) => state === 'NOTPAY')
      return void (waiting && (await now.cloud.payments.answer(waiting.outTradeNo, 'pay')))
    }
    case 'wait':
      return void now.cloud.clock.shift([MINUTE, 20 * MINUTE, DAY, 16 * DAY, 370 * DAY][which % 5] ?? DAY)
    case 'clock':
      return void (await now.cloud.invoke('clock', {}, { source: 'wx_trigger' }))
  }
}

const STEPS = 60

test.each([1, 2, 3, 4])(
  'history %s audits clean, and once more after everything that is due',
  async (seed) => {
    for (const openid of MEMBERS) await mall().join(openid)
    await publishRewards(mall(), REWARDS)
    const steps = fc.sample(step, { seed, numRuns: STEPS })
    const receipts: string[] = []
    await play(mall(), { what: 'buy', who: 0, which: 0 }, receipts)
    await play(mall(), { what: 'buy', who: 1, which: 0 }, receipts)
    for (const each of steps) await play(mall(), each, receipts)
    const states = new Set(
      mall()
        .all<{ state: string }>('exchanges')
        .map(({ state }) => state),
    )
    expect(states.size).toBeGreaterThan(1)
    expect(violationsIn(mall())).toEqual([])
    mall().cloud.clock.shift(30 * DAY)
    await mall().cloud.invoke('clock', {}, { source: 'wx_trigger' })
    expect(violationsIn(mall())).toEqual([])
    const open = mall()
      .all<{ state: string; way: string }>('exchanges')
      .filter(({ state }) => /unpaid|sent/.test(state))
    expect(open).toEqual([])
    // All money that was paid for what ended is back at its owner.
    const payments = mall()
      .all<{ payment: { state: string } | null }>('exchanges')
      .map(({ payment }) => payment?.state)
    const back = payments.filter((state) => state === 'back').length
    expect([payments.includes('due-back'), mall().cloud.payments.refunds().length]).toEqual([false, back])
  },
  120_000,
)
