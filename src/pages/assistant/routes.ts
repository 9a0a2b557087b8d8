/** How the assistant goes from one page to another. */
import Taro from '@tarojs/taro'
import { visitOnHand } from './on-hand'

const DESK = '/pages/assistant/desk/index'
const REGISTER = '/pages/assistant/register/index'
const HAND_OVER = '/pages/assistant/hand-over/index'
const REDEMPTIONS = '/pages/assistant/redemptions/index'
const TO_SEND = '/pages/assistant/to-send/index'
const CLIENT_BOOK = '/pages/assistant/client-book/index'
const CLIENT_CARD = '/pages/assistant/client-card/index'
const REFUND = '/pages/assistant/refund/index'
const MEMBERS = '/pages/assistant/members/index'
const OWN_MEMBER = '/pages/assistant/own-member/index'
const PLACE_CODE = '/pages/assistant/place-code/index'
const TASKS = '/pages/assistant/tasks/index'
const MEMBER_HOME = '/pages/member/home/index'

/** What is done for the visit on hand: handing over where a pick-up code opened it, else registering. */
const pageOfVisit = (): string => (visitOnHand()?.shown?.kind === 'exchange' ? HAND_OVER : REGISTER)

export const openVisit = (): void => void Taro.navigateTo({ url: pageOfVisit() })

/** The next member, or the same anew: the page of before is gone for good. */
export const replaceByVisit = (): void => void Taro.redirectTo({ url: pageOfVisit() })

export const openRedemptions = (): void => void Taro.navigateTo({ url: REDEMPTIONS })

export const openToSend = (): void => void Taro.navigateTo({ url: TO_SEND })

export const openClientBook = (): void => void Taro.navigateTo({ url: CLIENT_BOOK })

export const openClientCard = (): void => void Taro.navigateTo({ url: CLIENT_CARD })

/** Back to the client book where it waits below, else to a new one. */
export const leaveClientCard = (): void => backTo([CLIENT_BOOK], CLIENT_BOOK)

export const openRefund = (): void => void Taro.navigateTo({ url: REFUND })

export const openMembers = (): void => void Taro.navigateTo({ url: MEMBERS })

export const openOwnMember = (): void => void Taro.navigateTo({ url: OWN_MEMBER })

export const openPlaceCode = (): void => void Taro.navigateTo({ url: PLACE_CODE })

export const openTasks = (): void => void Taro.navigateTo({ url: TASKS })

export const openMemberHome = (): void => void Taro.reLaunch({ url: MEMBER_HOME })

/** Back to the desk where it waits below, else to a new one. */
export const backToDesk = (): void => backTo([DESK])

/** A refund ends where it began: at the desk, or in the book of the member who is being served or looked at. */
export const leaveRefund = (): void => backTo([DESK, CLIENT_BOOK, OWN_MEMBER])

/** Back to the list of own members where it waits below, else to a new one. */
export const backToMembers = (): void => backTo([MEMBERS], MEMBERS)

function backTo(urls: readonly string[], otherwise = DESK): void {
  const below = Taro.getCurrentPages().at(-2)?.route
  if (below && urls.some((url) => url.endsWith(below))) void Taro.navigateBack()
  else void Taro.redirectTo({ url: otherwise })
}
