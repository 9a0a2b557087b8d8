/** How the assistant goes from one page to another. */
import Taro from '@tarojs/taro'

const DESK = '/pages/assistant/desk/index'
const REGISTER = '/pages/assistant/register/index'
const REFUND = '/pages/assistant/refund/index'
const MEMBER_HOME = '/pages/member/home/index'

export const openRegister = (): void => void Taro.navigateTo({ url: REGISTER })

/** The next member: the page of the last one is gone for good. */
export const replaceByRegister = (): void => void Taro.redirectTo({ url: REGISTER })

export const openRefund = (): void => void Taro.navigateTo({ url: REFUND })

export const openMemberHome = (): void => void Taro.reLaunch({ url: MEMBER_HOME })

/** Back to the desk where it waits below, else to a new one. */
export const backToDesk = (): void => backTo([DESK])

/** A refund ends where it began: at the desk, or with the member who is being served. */
export const leaveRefund = (): void => backTo([DESK, REGISTER])

function backTo(urls: readonly string[]): void {
  const below = Taro.getCurrentPages().at(-2)?.route
  if (below && urls.some((url) => url.endsWith(below))) void Taro.navigateBack()
  else void Taro.redirectTo({ url: DESK })
}
