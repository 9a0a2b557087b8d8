/** How the member goes from one page to another. */
import Taro from '@tarojs/taro'

const go = (url: string): void => void Taro.navigateTo({ url })

export const openPoints = (): void => go('/pages/member/points/index')
export const openGrowth = (): void => go('/pages/member/growth/index')
export const openWhy = (entryId: string): void =>
  go(`/pages/member/why/index?id=${encodeURIComponent(entryId)}`)
export const openCode = (): void => go('/pages/member/code/index')
export const openMe = (): void => go('/pages/member/me/index')
