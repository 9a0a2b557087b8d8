/**
 * From a receipt number to its purchase: exact, and of this store's tills only. One call; a second one tells a number that
 * belongs to another store from one that nobody knows.
 */
import type { FoundReceiptView } from '../../contract/assistant'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { programmeInForce } from '../store/programme'
import { purchases } from '../store/purchases'
import type { StaffDocument } from '../store/staff'
import { purchaseView } from '../view/purchase'

/** Tills of one store may count alike. */
const MOST_FOUND = 5

export async function findReceipt(
  call: Call & { who: StaffDocument },
  input: { receipt: string },
): Promise<Outcome<FoundReceiptView>> {
  const { receipt } = input
  const [programme, found] = await Promise.all([
    programmeInForce(),
    purchases.page({ receipt, storeId: call.who.storeId }, 'listKey', MOST_FOUND),
  ])
  if (found.length === 0)
    return (await purchases.first({ receipt })) ? refuse('receipt.other-store') : refuse('receipt.unknown')
  return { data: { purchases: found.map((each) => purchaseView(each, programme, call.openid, call.at)) } }
}
