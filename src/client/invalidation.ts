/** Which queries a command makes stale, and the tiny event that tells them. */
import type { CommandName, Door, QueryName } from './doors'

type StaleAfter = { readonly [D in Door]: { readonly [C in CommandName<D>]: readonly QueryName<D>[] } }

const STALE_AFTER: StaleAfter = {
  member: {
    join: ['home', 'code', 'code-status'],
    'choose-birthday-gift': ['birthday', 'home', 'wallet'],
    'save-profile': ['birthday', 'me', 'home'],
    'save-avatar': ['me', 'home'],
    'set-consent': ['me', 'client-card'],
    'read-notices': ['me'],
    'allow-messages': ['notices', 'home'],
    'stop-messages': ['notices'],
    'remove-card-line': ['client-card'],
    'change-card': ['me', 'home', 'code'],
    'close-account': ['me', 'home', 'code', 'wallet', 'offers'],
    claim: ['wallet', 'offers'],
    exchange: ['mall', 'reward', 'exchanges', 'home', 'points'],
    'cancel-exchange': ['mall', 'reward', 'exchanges', 'home', 'points'],
    'give-coupon': ['wallet'],
    'take-back-gift': ['wallet', 'gift'],
    'accept-gift': ['wallet', 'gift'],
    'sign-in': ['home', 'sign-in-calendar', 'points'],
    'check-in': ['home', 'points'],
    'start-inviting': ['invite'],
    'accept-invitation': ['invitation'],
    'show-on-board': ['invite'],
  },
  assistant: {
    'find-by-phone-tail': [],
    'write-note': ['client-book'],
    'bind-card': [],
    'write-card': ['client-book'],
    'show-phone': [],
    'hand-over': ['redemptions'],
    'undo-hand-over': ['redemptions'],
    'send-out': ['to-send'],
    'finish-task': ['tasks'],
    'reopen-task': ['tasks'],
    register: ['day-list', 'client-book', 'own-members'],
    refund: ['day-list', 'purchase', 'client-book'],
    redeem: ['redemptions'],
    'undo-redeem': ['redemptions'],
  },
}

const listeners = new Map<string, Set<() => void>>()

const topic = (door: Door, query: string): string => `${door}/${query}`

/** Calls back when the query's answer may have changed. Returns how to stop. */
export function onStale<D extends Door>(door: D, query: QueryName<D>, listener: () => void): () => void {
  const name = topic(door, query)
  const set = listeners.get(name) ?? new Set()
  listeners.set(name, set.add(listener))
  return () => void set.delete(listener)
}

export function commandSucceeded<D extends Door>(door: D, command: CommandName<D>): void {
  for (const query of STALE_AFTER[door][command])
    for (const listener of listeners.get(topic(door, query)) ?? []) listener()
}
