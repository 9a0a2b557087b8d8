/** The colours are those that were agreed on, in both themes, and what is written in them can be read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../tidy/tree'
import { colourOf, COLOURS, longHex, THEMES, type Colour, type Theme } from './palette'

const source = readFileSync(join(ROOT, 'src/styles/tokens.scss'), 'utf8')

function declared(theme: Theme): Map<string, string> {
  const block = new RegExp(`@mixin ${theme} \\{([^}]*)\\}`).exec(source)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#\w+);/g)].map(([, name = '', hex = '']) => [name, longHex(hex)]),
  )
}

function brightness(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** As WCAG counts: 4.5 is enough for text, 3 for the edge of a field. */
function contrast(one: string, other: string): number {
  const [darker = 0, brighter = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b)
  return (brighter + 0.05) / (darker + 0.05)
}

test.each(THEMES)('%s: each colour is declared as agreed', (theme) => {
  const colours = declared(theme)
  expect(Object.fromEntries(COLOURS.map((name) => [name, colours.get(name)]))).toEqual(
    Object.fromEntries(COLOURS.map((name) => [name, colourOf(name, theme)])),
  )
})

/** What is written or drawn, on what, and the least contrast. */
const READ: readonly (readonly [Colour, readonly Colour[], number])[] = [
  ['ink', ['bg', 'surface', 'fill'], 7],
  ['ink2', ['bg', 'surface'], 7],
  ['ink3', ['bg', 'surface', 'fill'], 4.5],
  ['on-pine', ['pine'], 4.5],
  ['pine-text', ['bg', 'surface', 'pine-soft'], 4.5],
  ['tea', ['bg', 'surface', 'tea-soft'], 4.5],
  ['brick', ['bg', 'surface', 'brick-soft'], 4.5],
  ['field', ['surface'], 3],
]

test.each(THEMES)('%s: what is written can be read on every ground', (theme) => {
  const colours = declared(theme)
  const measured = READ.flatMap(([colour, grounds, least]) =>
    grounds.map((ground) => ({
      pair: `${colour} on ${ground}`,
      least,
      is: contrast(colours.get(colour) ?? '#', colours.get(ground) ?? '#'),
    })),
  )
  expect(measured.filter(({ is, least }) => !(is >= least))).toEqual([])
})

test("WeChat's own parts of the screen wear the page's ground", () => {
  const theme = JSON.parse(readFileSync(join(ROOT, 'src/theme.json'), 'utf8')) as Record<
    Theme,
    { background: string }
  >
  for (const each of THEMES) expect(longHex(theme[each].background)).toBe(colourOf('bg', each))
})
