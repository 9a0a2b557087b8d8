/** A receipt of a few lines that a store's till sends at the mall's own time. */
import type { LocalCloud } from '../../local/cloud'
import type { Answer } from '../../src/contract/envelope'
import type { ManagerOutputs } from '../../src/contract/manager'
import { DEMO_PEOPLE } from '../demo-mall/people'
import { tillClient } from '../import/till-client'

export interface ReceiptLine {
  readonly sku: string
  readonly quantity: number
  readonly paidFen: number
}

/** For somebody of the demo mall, or for the number of an old card. */
type SentReceipt = { readonly storeId: string; readonly lines: readonly ReceiptLine[] } & (
  { readonly memberId: string } | { readonly card: string }
)

/** @throws when the till is refused. */
export async function sendReceipt(
  cloud: LocalCloud,
  { storeId, lines, ...whose }: SentReceipt,
): Promise<void> {
  const tillId = `${storeId}-1`
  const openid = DEMO_PEOPLE.find(({ role }) => role === 'manager')?.openid ?? ''
  const naming = { action: 'name-till', operationId: `screens-till-${tillId}`, input: { tillId, storeId } }
  const named = (await cloud.invoke('manager', naming, { openid })) as {
    result: Answer<ManagerOutputs['name-till']>
  }
  if (!named.result.ok) throw new Error(`${tillId}: ${named.result.error.code}`)
  const client = tillClient(1)
  const member =
    'card' in whose ? whose : { phone: DEMO_PEOPLE.find(({ id }) => id === whose.memberId)?.phone }
  const body = JSON.stringify({
    receipt: `S${Math.floor(cloud.clock.now() / 1000) % 1_000_000}`,
    member,
    lines,
  })
  const answer = await client
    .send(
      { url: `${cloud.url}/http/till`, till: { id: tillId, key: named.result.data.key } },
      { action: 'purchase', at: cloud.clock.now(), body },
    )
    .finally(() => client.close())
  if (!answer.ok) throw new Error(`receipt at ${storeId}: ${answer.error.code}`)
}
