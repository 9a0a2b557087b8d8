/** How much larger than drawn the type is: `--k`. Pure. */
const DESIGN_WIDTH = 390
const LARGEST_STEP = 1.3
/** Below this the layout has shrunk so far that it stacks as it does for large type. */
const NARROW = 350

/** WeChat's font setting in pixels, 16 or 17 by default, as one of three steps. */
export function fontStep(fontSizeSetting: number | undefined): number {
  if (fontSizeSetting === undefined || fontSizeSetting <= 17) return 1
  return fontSizeSetting <= 20 ? 1.15 : LARGEST_STEP
}

/** Type grows with a phone wider than the design, as the layout does, and never shrinks with a narrower one. */
export const fontScaleOf = (fontSizeSetting: number | undefined, width: number): number =>
  Math.round(fontStep(fontSizeSetting) * Math.max(1, width / DESIGN_WIDTH) * 100) / 100

export const stacksRows = (fontSizeSetting: number | undefined, width: number): boolean =>
  fontStep(fontSizeSetting) > 1 || width < NARROW
