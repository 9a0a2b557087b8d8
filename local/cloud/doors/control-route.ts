/** What the door of the tools can do, and what a route of it is. */
import type { MovableClock } from '../clock'
import type { TimerControls } from '../functions/timers'
import type { DocumentControls } from '../inspector/documents'
import type { MadeLink } from '../open-api/links'
import type { MessageControls } from '../open-api/subscribe-messages'
import type { PaymentControls } from '../pay/payments'
import type { InvocationRecord } from '../record/invocations'
import type { StorageControls } from '../storage/files'
import type { Doc } from '../values/document'
import type { DoorAnswer, DoorRequest } from './door'

export interface Controls {
  clock: MovableClock
  reset(): void
  /** Everything as one file. @throws when that exists. */
  snapshot(file: string): void
  restore(file: string): void
  collections(): { name: string; count: number }[]
  read(name: string): Iterable<Doc>
  invocations(after?: number): InvocationRecord[]
  newPhoneCode(phoneNumber: string): string
  /** What `wx.cloud.CloudID` gets in the mini program for such open data. */
  newCloudId(data: Record<string, unknown>): string
  timers: TimerControls
  storage: StorageControls
  messages: MessageControls
  payments: PaymentControls
  /** Links into the mini program that functions had made. */
  links(): MadeLink[]
  documents: DocumentControls
}

export type Route = (request: DoorRequest, controls: Controls) => DoorAnswer | Promise<DoorAnswer>
export type Routes = Readonly<Record<string, Route>>
