/** How much larger than drawn the type is: `--k`. Pure. */
const DESIGN_WIDTH = 390
const LARGEST_SCALE = 1.3

/** WeChat's font setting in pixels, 16 or 17 by default, as one of three steps. */
export function fontStep(fontSizeSetting: number | undefined): number {
  if (fontSizeSetting === undefined || fontSizeSetting <= 17) return 1
  return fontSizeSetting <= 20 ? 1.15 : LARGEST_SCALE
}

/** On a phone narrower than the design, type keeps its drawn size while the layout shrinks. */
export const fontScaleOf = (fontSizeSetting: number | undefined, width: number): number =>
  Math.round(Math.min(LARGEST_SCALE, fontStep(fontSizeSetting) * Math.max(1, DESIGN_WIDTH / width)) * 100) /
  100
