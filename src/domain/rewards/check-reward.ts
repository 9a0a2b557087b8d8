/** What is wrong with a reward that the mall wants to publish, in words of who wrote it; nothing when it can be used. */
import type { Reward } from './reward'

/** What the installation has, by its ids. */
export interface KnownIds {
  readonly tierIds: readonly string[]
  readonly storeIds: readonly string[]
  readonly offerIds: readonly string[]
}

const MOST_STOCK = 1_000_000
const MOST_PARTS = 20
const LONGEST_HOLD_DAYS = 365

export function checkReward(reward: Reward, known: KnownIds): string[] {
  const faults = [...amountFaults(reward), ...giftFaults(reward, known), ...windowFaults(reward)]
  const gates = [reward.fromTierId, reward.presale?.fromTierId]
  for (const tierId of gates)
    if (tierId !== undefined && !known.tierIds.includes(tierId)) faults.push(`there is no tier ${tierId}`)
  if (reward.storeId !== null && !known.storeIds.includes(reward.storeId))
    faults.push(`there is no store ${reward.storeId}`)
  return faults
}

function amountFaults({
  points,
  wasPoints,
  priceFen,
  perMember,
  stock,
  stockParts,
  holdDays,
}: Reward): string[] {
  const faults: string[] = []
  if (!wholeWithin(points, 1, 100_000_000)) faults.push('it must cost 1 point at least')
  if (wasPoints !== null && !(wholeWithin(wasPoints, 1, 100_000_000) && wasPoints > points))
    faults.push('a special price must be lower than before')
  if (!wholeWithin(priceFen, 0, 10_000_000)) faults.push('its price must be ¥0 to ¥100,000')
  if (perMember !== null && !wholeWithin(perMember, 1, 1_000)) faults.push('perMember must be 1 to 1000')
  if (stock !== null && !wholeWithin(stock, 0, MOST_STOCK)) faults.push(`stock must be 0 to ${MOST_STOCK}`)
  if (!wholeWithin(stockParts, 1, MOST_PARTS)) faults.push(`stockParts must be 1 to ${MOST_PARTS}`)
  if (!wholeWithin(holdDays, 1, LONGEST_HOLD_DAYS)) faults.push(`holdDays must be 1 to ${LONGEST_HOLD_DAYS}`)
  return faults
}

function giftFaults({ gives, ways, storeId, priceFen }: Reward, { offerIds }: KnownIds): string[] {
  const faults: string[] = []
  if (gives.kind === 'thing' && ways.length === 0) faults.push('it must be picked up or delivered')
  if (ways.includes('delivery') && storeId === null)
    faults.push('what is delivered needs a store that sends it')
  if (new Set(ways).size !== ways.length) faults.push('a way stands twice')
  if (gives.kind === 'thing') return faults
  if (ways.length > 0) faults.push('a coupon goes into the wallet: it has no way')
  if (priceFen > 0) faults.push('a coupon costs points alone')
  if (!offerIds.includes(gives.offerId)) faults.push(`there is no offer ${gives.offerId}`)
  return faults
}

function windowFaults({ open, presale }: Reward): string[] {
  const faults: string[] = []
  if (open.until !== null && open.until <= open.from) faults.push('it must end after it opens')
  if (presale && presale.from >= open.from) faults.push('a pre-sale must be before it opens to all')
  return faults
}

const wholeWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most
