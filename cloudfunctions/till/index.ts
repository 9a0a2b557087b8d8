/** The till's function: signed HTTP, behind the HTTP access service. */
import { tillActions, type TillOutputs } from '../../src/contract/till'
import { serveTill } from '../../src/server/run/serve-till'
import { purchase } from '../../src/server/till/purchase'
import { refund } from '../../src/server/till/refund'

export const main = serveTill<typeof tillActions, TillOutputs>(tillActions, { purchase, refund })
