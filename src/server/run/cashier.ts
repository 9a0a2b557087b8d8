/**
 * WeChat Pay through the platform: orders, what became of them, and money that goes back. Nothing here throws for an answer
 * of the cashier; every call may be repeated, since an order number stands for one order and a refund number for one refund.
 */
import cloud from 'wx-server-sdk'

export interface Order {
  /** 32 letters and digits at most. */
  readonly tradeNumber: string
  readonly what: string
  readonly fen: number
  /** Comes back with the result. */
  readonly attach: string
}

/** What `wx.requestPayment` asks for. */
export interface OrderedPayment {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: 'MD5' | 'HMAC-SHA256' | 'RSA'
  readonly paySign: string
}

type PayAnswer = Readonly<Record<string, unknown>>
type PayCall = (input: object) => Promise<PayAnswer>
type PayApi = 'unifiedOrder' | 'queryOrder' | 'closeOrder' | 'refund'

const cashier = (cloud as unknown as { readonly cloudPay: Readonly<Record<PayApi, PayCall>> }).cloudPay

/** The shop's number at WeChat Pay, from the environment of the function; without it nothing can be paid. */
const merchant = (): string | null => process.env.SHUKE_MERCHANT || null

/** Without a cashier nothing was ever ordered. */
export const hasCashier = (): boolean => merchant() !== null

/** Null when the cashier does not take it now. */
export async function placeOrder({ tradeNumber, what, fen, attach }: Order): Promise<OrderedPayment | null> {
  const { ENV } = cloud.getWXContext() as { ENV?: string }
  const answer = await asked('unifiedOrder', {
    body: what,
    outTradeNo: tradeNumber,
    spbillCreateIp: '127.0.0.1',
    totalFee: fen,
    envId: ENV ?? 'local',
    functionName: 'pay',
    attach,
    nonceStr: tradeNumber,
    tradeType: 'JSAPI',
  })
  return (answer?.payment as OrderedPayment | undefined) ?? null
}

const NO_ORDER = /not exist|\u4e0d\u5b58\u5728/i

/** Whether this order was paid in full, as the cashier says and nobody else; null when it cannot be asked now. */
export async function isPaid(tradeNumber: string, fen: number): Promise<boolean | null> {
  const answer = await answered('queryOrder', { outTradeNo: tradeNumber })
  if (answer?.returnCode !== 'SUCCESS') return null
  // Only that there is no such order is an answer; any other failure says nothing of the money. The SDK hides the code of it.
  if (answer.resultCode !== 'SUCCESS') return NO_ORDER.test(String(answer.errCodeDes)) ? false : null
  const { tradeState } = answer
  return (tradeState === 'SUCCESS' || tradeState === 'REFUND') && Number(answer.totalFee) === fen
}

/** Whether it can no longer be paid from now on: not so when it was paid before, or when the cashier does not answer. */
export const closeOrder = async (tradeNumber: string): Promise<boolean> =>
  (await asked('closeOrder', { outTradeNo: tradeNumber })) !== null

/** Whether the whole money of an order is on its way back. */
export const giveBack = async (tradeNumber: string, fen: number): Promise<boolean> =>
  (await asked('refund', {
    outTradeNo: tradeNumber,
    outRefundNo: tradeNumber,
    totalFee: fen,
    refundFee: fen,
    nonceStr: tradeNumber,
  })) !== null

/** The answer when it was done, null otherwise. */
async function asked(api: PayApi, input: object): Promise<PayAnswer | null> {
  const answer = await answered(api, input)
  const isDone = answer?.returnCode === 'SUCCESS' && answer.resultCode === 'SUCCESS'
  if (!isDone)
    console.error(JSON.stringify({ cashier: api, answer: answer?.errCodeDes ?? answer?.returnMsg ?? null }))
  return isDone ? answer : null
}

async function answered(api: PayApi, input: object): Promise<PayAnswer | null> {
  const subMchId = merchant()
  if (subMchId === null) return null
  try {
    return await cashier[api]({ subMchId, ...input })
  } catch (error) {
    console.error(
      JSON.stringify({ cashier: api, fault: error instanceof Error ? error.message : String(error) }),
    )
    return null
  }
}
