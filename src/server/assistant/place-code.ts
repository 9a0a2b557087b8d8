/** What the own store shows so that members check in. Calls: the stores, when they are not warm, and WeChat for a picture. */
import type { PlaceCodeView } from '../../contract/check-in'
import { fixedPlaceCode, placeStatement, rotatingPlaceCode } from '../../domain/checkin/place-code'
import { CODE_PERIOD_MS, codePeriod, periodEnd } from '../../domain/members/member-code'
import { sceneCode } from '../run/mini-program-code'
import { refuse, type Outcome } from '../run/outcome'
import { placeProof } from '../run/secret'
import type { Call } from '../run/serve'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { allStores } from '../store/stores'

const ARRIVAL_PAGE = 'pages/member/today/arrival/index'

export async function placeCode(call: Call & { who: StaffDocument }): Promise<Outcome<PlaceCodeView>> {
  const { who, at } = call
  const [{ checkIn }, stores] = await Promise.all([programmeInForce(), allStores(at)])
  const store = stores.find(({ _id }) => _id === who.storeId)
  if (!checkIn || !store?.checkIn) return refuse('checkin.place-closed')
  const { _id, name: storeName } = store
  if (store.checkIn === 'fixed') {
    const picture = await sceneCode(ARRIVAL_PAGE, fixedPlaceCode(_id))
    return { data: { kind: 'fixed', storeName, picture } }
  }
  const period = codePeriod(at)
  const code = rotatingPlaceCode(_id, period, placeProof(placeStatement(_id, period)))
  const periodSeconds = CODE_PERIOD_MS / 1000
  return {
    data: { kind: 'rotating', storeName, code, renewAt: periodEnd(period), serverNow: at, periodSeconds },
  }
}
