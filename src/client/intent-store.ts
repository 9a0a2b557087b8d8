/** Undecided intents in the phone's storage, one per command, so that an id survives a closed page or a killed app. */
import Taro from '@tarojs/taro'
import type { CommandName, Door, InputOf } from './doors'
import { readIntent, type Intent } from './intent'

const storageKey = (door: Door, command: string): string => `intent:${door}/${command}`

export const storedIntent = <D extends Door>(door: D, command: CommandName<D>): Intent | null =>
  readIntent(Taro.getStorageSync(storageKey(door, command)))

/** What was sent and never answered, if anything: a page can offer to ask again. */
export function undecidedInput<D extends Door, C extends CommandName<D>>(
  door: D,
  command: C,
): InputOf<D, C> | null {
  const intent = storedIntent(door, command)
  return intent && (JSON.parse(intent.input) as InputOf<D, C>)
}

export const storeIntent = <D extends Door>(door: D, command: CommandName<D>, intent: Intent): void =>
  Taro.setStorageSync(storageKey(door, command), intent)

/** Forgets an intent that is decided; a newer one of the same command stays. */
export function forgetIntent<D extends Door>(door: D, command: CommandName<D>, operationId: string): void {
  if (storedIntent(door, command)?.operationId === operationId)
    Taro.removeStorageSync(storageKey(door, command))
}
