/** How much larger than drawn the type is: `--k`. Pure. */
const DESIGN_WIDTH = 390
/** Below this the layout has shrunk so far that it stacks as it does for large type. */
const NARROW = 350

export const FONT_STEPS = { standard: 1, large: 1.15, largest: 1.3 } as const
/** What the reader chose for this mini program, or to follow what is set in WeChat. */
export type FontChoice = keyof typeof FONT_STEPS | 'wechat'
export const FONT_CHOICES: readonly FontChoice[] = ['wechat', 'standard', 'large', 'largest']

/** WeChat's font setting in pixels, 16 or 17 by default, as one of three steps. */
export function fontStep(fontSizeSetting: number | undefined): number {
  if (fontSizeSetting === undefined || fontSizeSetting <= 17) return FONT_STEPS.standard
  return fontSizeSetting <= 20 ? FONT_STEPS.large : FONT_STEPS.largest
}

export const chosenStep = (choice: FontChoice, fontSizeSetting: number | undefined): number =>
  choice === 'wechat' ? fontStep(fontSizeSetting) : FONT_STEPS[choice]

/** Type grows with a phone wider than the design, as the layout does, and never shrinks with a narrower one. */
export const fontScaleOf = (step: number, width: number): number =>
  Math.round(step * Math.max(1, width / DESIGN_WIDTH) * 100) / 100

export const stacksRows = (step: number, width: number): boolean => step > 1 || width < NARROW
