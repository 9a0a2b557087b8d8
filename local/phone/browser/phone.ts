/** One phone: the parts that its rooms share. Each part is owned by the room whose folder its type comes from. */
import type { Answers } from './answers'
import type { AppRuntime } from './app/runtime'
import type { Bus } from './bus'
import type { Clock } from './clock'
import type { Meter } from './engine/set-data'
import type { Entrance } from './entrance'
import type { Hand } from './hand'
import type { Messages } from './messages'
import type { PageStack } from './page/page-stack'
import type { Dialogs } from './screen/dialogs'
import type { Screen } from './screen/screen'
import type { Share } from './share'
import type { PhoneSettings, ServedPackage } from './settings'
import type { Network } from './wx/network'
import type { Privacy } from './wx/privacy'
import type { Wx } from './wx/wx'

export interface Phone {
  settings: PhoneSettings
  pkg: ServedPackage
  bus: Bus
  clock: Clock
  messages: Messages
  meter: Meter
  runtime: AppRuntime
  pages: PageStack
  screen: Screen
  dialogs: Dialogs
  hand: Hand
  answers: Answers
  network: Network
  privacy: Privacy
  wx: Wx
  launch: LaunchOptions
  entrance: Entrance
  share: Share
  /** names of APIs and built-ins that the app used and that this phone does not have */
  missing: Set<string>
  /** what the camera sees: asked by wx.scanCode; null when the scan was given up */
  scan(options: { onlyFromCamera: boolean }): Promise<{ text: string } | null>
}

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: object
  apiCategory: 'default'
}
