/** One purchase of the assistant's store as it stands now, so that a refund is chosen from what is really left. One call. */
import type { PurchaseView } from '../../contract/views'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { programmeInForce } from '../store/programme'
import { purchases } from '../store/purchases'
import type { StaffDocument } from '../store/staff'
import { purchaseView } from '../view/purchase'

export async function purchase(
  call: Call & { who: StaffDocument },
  input: { purchaseId: string },
): Promise<Outcome<PurchaseView>> {
  const [programme, found] = await Promise.all([programmeInForce(), purchases.get(input.purchaseId)])
  if (!found) return refuse('purchase.unknown')
  if (found.storeId !== call.who.storeId) return refuse('purchase.other-store')
  return { data: purchaseView(found, programme, call.openid, call.at) }
}
