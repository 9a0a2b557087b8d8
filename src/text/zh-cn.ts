/**
 * Every word on the member's pages and on shared components, by page. A text with figures in it is a function.
 * Spoken to as 您; no exclamation marks; what happened first, then what can be done.
 */
export const words = {
  shared: {
    back: '返回',
    retry: '再试一次',
    close: '关闭',
    loading: '正在加载',
    points: '积分',
  },
} as const
