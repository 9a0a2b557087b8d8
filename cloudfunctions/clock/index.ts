/** Time's own function: a trigger calls it every minute. */
import { serveClock } from '../../src/server/run/serve-clock'
import { dueExchangesJob } from '../../src/server/clock/due-exchanges'
import { dueNoticesJob } from '../../src/server/clock/due-notices'
import { dueMembersJob } from '../../src/server/clock/due-members'

export const main = serveClock([dueMembersJob, dueExchangesJob, dueNoticesJob])
