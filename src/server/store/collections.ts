/** Every collection of the installation with its indexes: what deploying and the local cloud create. */
import { audit } from './audit'
import { avatars } from './avatars'
import { clientCards } from './client-cards'
import type { Index } from './collection'
import { coupons } from './coupons'
import { entries } from './entries'
import { events } from './events'
import { leases } from './leases'
import { looks } from './looks'
import { exchanges } from './exchanges'
import { grants } from './grants'
import { invitedPhones } from './invited-phones'
import { members } from './members'
import { notes } from './notes'
import { notices } from './notices'
import { offers } from './offers'
import { phoneCounts } from './phone-counts'
import { programmes } from './programme'
import { purchases } from './purchases'
import { referrals } from './referrals'
import { refunds } from './refunds'
import { rewards } from './rewards'
import { retiredCards } from './retired-cards'
import { saidCounts } from './said-counts'
import { staff } from './staff'
import { stocks } from './stocks'
import { stores, tills } from './stores'
import { tasks } from './tasks'
import { visits } from './visits'
import { wrongCodes } from './wrong-codes'

const all = [
  audit,
  avatars,
  clientCards,
  coupons,
  entries,
  events,
  exchanges,
  leases,
  looks,
  grants,
  invitedPhones,
  members,
  notes,
  notices,
  offers,
  phoneCounts,
  programmes,
  purchases,
  referrals,
  refunds,
  rewards,
  retiredCards,
  saidCounts,
  staff,
  stocks,
  stores,
  tasks,
  tills,
  visits,
  wrongCodes,
]

export const COLLECTIONS: Readonly<Record<string, readonly Index[]>> = Object.fromEntries(
  all.map(({ name, indexes }) => [name, indexes]),
)
