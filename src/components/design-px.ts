/** Design pixels for inline styles, where the style sheets' conversion does not reach. */
const DESIGN_WIDTH = 390

export const designPx = (px: number): string => `${Math.round((px * 75_000) / DESIGN_WIDTH) / 100}rpx`
