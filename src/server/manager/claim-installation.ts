/** The first manager of an installation, by the one-time code that deploying prints. It works once. */
import type { ManagerOutputs } from '../../contract/manager'
import { refuse, type Outcome } from '../run/outcome'
import { installationCode, sameText } from '../run/secret'
import type { Call } from '../run/serve'
import { audit } from '../store/audit'
import { staff } from '../store/staff'
import { audited } from '../run/audited'

const CLAIM_ID = 'audit:installation-claimed'

export function claimInstallation(
  call: Call,
  input: { code: string; name: string },
): Promise<Outcome<ManagerOutputs['claim-installation']>> {
  return audited(call, { action: 'claim-installation', subject: call.openid }, async (within) => {
    if (!sameText(input.code, installationCode())) return refuse('installation.code-wrong')
    if (await audit.get(CLAIM_ID, within)) return refuse('installation.claimed')
    const data = { name: input.name }
    await audit.insert(
      {
        _id: CLAIM_ID,
        at: call.at,
        by: call.openid,
        action: 'installation',
        subject: call.openid,
        inputHash: '',
        answer: data,
      },
      within,
    )
    await staff.replace(
      {
        _id: call.openid,
        name: input.name,
        role: 'manager',
        storeId: 'office',
        storeName: '管理处',
        active: true,
        slowedUntil: 0,
        hiredAt: call.at,
      },
      within,
    )
    return { data }
  })
}
