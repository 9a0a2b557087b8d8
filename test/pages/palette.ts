/**
 * The agreed palette: `[light, dark]`. Written a second time on purpose: a colour that changes by accident changes here
 * nothing, and a test says so.
 */
export const PALETTE = {
  bg: ['#f5f4f1', '#141412'],
  surface: ['#ffffff', '#1f1e1b'],
  fill: ['#eeece7', '#2a2825'],
  line: ['#e4e1da', '#34322d'],
  'line-strong': ['#cfcbc1', '#4a473f'],
  field: ['#948f84', '#7a756b'],
  ink: ['#1e1d1a', '#f2efe8'],
  ink2: ['#55524b', '#bfbaaf'],
  ink3: ['#6e6a61', '#989388'],
  pine: ['#1f463c', '#357261'],
  'on-pine': ['#ffffff', '#ffffff'],
  'pine-text': ['#22584a', '#9cc9b7'],
  'pine-soft': ['#e6eeea', '#22312b'],
  tea: ['#87530f', '#e2b975'],
  'tea-soft': ['#f8efdf', '#332917'],
  brick: ['#a1392b', '#ef9b8c'],
  'brick-soft': ['#f9eae6', '#3a221d'],
} as const

export type Colour = keyof typeof PALETTE
export const COLOURS = Object.keys(PALETTE) as Colour[]
export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const colourOf = (name: Colour, theme: Theme): string => PALETTE[name][THEMES.indexOf(theme)]!

/** `#FFF` and `#ffffff` are one colour. */
export const longHex = (hex: string): string =>
  (/^#\w{3}$/.test(hex) ? `#${[...hex.slice(1)].map((each) => each + each).join('')}` : hex).toLowerCase()
