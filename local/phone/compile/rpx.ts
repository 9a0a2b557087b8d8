/**
 * Owns the two units that WeChat adds to CSS: rpx (a 750th of the screen's width, rounded down as WeChat rounds)
 * and the safe areas, which a desktop browser would report as zero. The browser converts rpx, in sheets and inline
 * styles alike, since only there the width of the screen is known.
 */
export const SCREEN_WIDTH_PX = 390

/** The arithmetic of WeChat's own wcsc output; a hairline that would vanish stays half a pixel on iOS. */
export function rpxToPx(rpx: number, screenWidthPx = SCREEN_WIDTH_PX): number {
  if (rpx === 0) return 0
  return Math.floor((rpx / 750) * screenWidthPx + 1e-4) || 0.5
}

export const withPixels = (css: string, screenWidthPx = SCREEN_WIDTH_PX): string =>
  css.replace(/(-?\d*\.?\d+)rpx\b/g, (_, n: string) => `${rpxToPx(Number(n), screenWidthPx)}px`)

export const withSafeAreas = (css: string): string =>
  css.replace(
    /(?:env|constant)\(\s*safe-area-inset-(top|bottom|left|right)\s*(?:,[^()]*(?:\([^()]*\))?[^()]*)?\)/g,
    'var(--phone-safe-$1)',
  )
