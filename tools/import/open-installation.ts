/**
 * Opens an installation by its own doors: first manager, one store, one till.
 * Invariant: every step carries a fixed operation id, so that opening it again gives the same till and the same key.
 */
import type { Answer } from '../../src/contract/envelope'
import type { ManagerOutputs } from '../../src/contract/manager'
import { ToolRefusal } from './refusal'

export interface Till {
  readonly id: string
  readonly key: string
}

export interface Opening {
  readonly code: string
  readonly managerOpenid: string
  readonly managerName: string
  readonly store: { readonly storeId: string; readonly name: string }
  readonly tillId: string
}

/** Calls the manager's door as somebody; gives back the envelope. */
export type CallManager = (data: Record<string, unknown>, openid: string) => Promise<Answer<unknown>>

export async function openInstallation(call: CallManager, opening: Opening): Promise<Till> {
  const { code, managerOpenid, managerName, store, tillId } = opening
  const ask = async <Action extends keyof ManagerOutputs>(
    action: Action,
    input: Record<string, unknown>,
  ): Promise<ManagerOutputs[Action]> => {
    const operationId = `open-${action}-${tillId}`
    const answer = await call({ action, operationId, input }, managerOpenid)
    if (answer.ok) return answer.data as ManagerOutputs[Action]
    if (answer.error.code === 'installation.claimed')
      throw new ToolRefusal(
        'This folder belongs to an installation that has a manager of its own. Start its cloud and use --url and --key, or give --data another folder.',
      )
    throw new ToolRefusal(`${action} was refused: ${answer.error.code}`)
  }
  await ask('claim-installation', { code, name: managerName })
  await ask('name-store', { storeId: store.storeId, name: store.name })
  const { key } = await ask('name-till', { tillId, storeId: store.storeId })
  return { id: tillId, key }
}
