/** The manager's function: active managers, and whoever claims a new installation. */
import { managerActions, type ManagerOutputs } from '../../src/contract/manager'
import { approveGrant } from '../../src/server/manager/approve-grant'
import { claimInstallation } from '../../src/server/manager/claim-installation'
import { decideReferral } from '../../src/server/manager/decide-referral'
import { grantTier } from '../../src/server/manager/grant-tier'
import { onlyManagers } from '../../src/server/manager/guard'
import { listGrants } from '../../src/server/manager/list-grants'
import { nameEvent } from '../../src/server/manager/name-event'
import { nameStaff } from '../../src/server/manager/name-staff'
import { nameStore } from '../../src/server/manager/name-store'
import { nameTill } from '../../src/server/manager/name-till'
import { publishCatalogue } from '../../src/server/manager/publish-catalogue'
import { referralReviews } from '../../src/server/manager/referral-reviews'
import { revokeGrant } from '../../src/server/manager/revoke-grant'
import { serve } from '../../src/server/run/serve'
import type { StaffDocument } from '../../src/server/store/staff'

export const main = serve<typeof managerActions, ManagerOutputs, StaffDocument | null>({
  actions: managerActions,
  guard: onlyManagers,
  useCases: {
    'claim-installation': claimInstallation,
    'name-store': nameStore,
    'name-event': nameEvent,
    'name-staff': nameStaff,
    'name-till': nameTill,
    'grant-tier': grantTier,
    'approve-grant': approveGrant,
    'revoke-grant': revokeGrant,
    grants: listGrants,
    'referral-reviews': referralReviews,
    'decide-referral': decideReferral,
    'publish-catalogue': publishCatalogue,
  },
})
