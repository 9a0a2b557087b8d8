/** What doors show of an exchange: as it stands at this moment, however late a job is. Never stored with an address. */
import type { ExchangeView, HandOverView } from '../../contract/reward-views'
import type { Language } from '../../domain/programme/in-language'
import { PAY_MS } from '../../domain/rewards/exchange'
import { stateOfExchange, type ExchangeDocument } from '../store/exchanges'
import { rewardIn } from '../store/rewards'

/** Without what is personal: an answer is kept for good, and the address is not. */
export function exchangeView(exchange: ExchangeDocument, at: number, language: Language): ExchangeView {
  const { reward, points, priceFen, way, holdUntil, sent, couponId, backOn, payment } = exchange
  const state = stateOfExchange(exchange, at)
  const waits = state === 'held' && way === 'pickup'
  const moneyBack = payment?.state === 'back' ? 'done' : payment?.state === 'due-back' ? 'under-way' : null
  return {
    exchangeId: exchange._id,
    rewardId: reward.rewardId,
    rewardName: rewardIn(reward, language).name,
    picture: reward.picture,
    storeName: reward.storeName,
    points,
    priceFen,
    state,
    at: exchange.at,
    way,
    holdUntil: waits ? holdUntil : null,
    ...(state === 'unpaid' && { payUntil: exchange.since + PAY_MS }),
    ...(sent && { carrier: sent.carrier, tracking: sent.tracking }),
    ...(couponId !== null && { couponId }),
    ...(exchange.since > exchange.at && { since: exchange.since }),
    ...(backOn !== null && { pointsBackOn: backOn }),
    ...(moneyBack && { moneyBack }),
  }
}

/** The same with the address, for its owner. */
export function ownExchangeView(exchange: ExchangeDocument, at: number, language: Language): ExchangeView {
  const { address } = exchange
  return { ...exchangeView(exchange, at, language), ...(address && { address }) }
}

export const handOverView = (exchange: ExchangeDocument, at: number): HandOverView => ({
  exchangeId: exchange._id,
  rewardName: exchange.reward.name,
  picture: exchange.reward.picture,
  storeName: exchange.reward.storeName,
  points: exchange.points,
  priceFen: exchange.priceFen,
  state: stateOfExchange(exchange, at),
  holdUntil: exchange.holdUntil,
})
