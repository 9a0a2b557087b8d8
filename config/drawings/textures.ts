/** The five card materials as still textures over their gradients. Deterministic: the same bytes at every build. */
import { LEAF_OUTLINE, LEAF_VEINS, pair, round, strokesByOpacity, svg } from './svg'

const WIDTH = 358
const HEIGHT = 218

/** A card that is taller or wider shows less of it. */
const texture = (body: string): string => svg(WIDTH, HEIGHT, body, 'xMidYMid slice')

/** Evenly spread numbers in 0–1 from a seed, so that brushed metal looks the same at every build. */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 4_294_967_296
}

/** Cotton paper: laid lines every 3 px and a leaf pressed into it. */
function cotton(): string {
  const leaf = (stroke: string) => `<g ${stroke}><path d="${LEAF_VEINS}"/><path d="${LEAF_OUTLINE}"/></g>`
  const laid =
    '<pattern id="l" width="9" height="3" patternUnits="userSpaceOnUse"><path d="M0 2.5h9" stroke="#6b5a36" stroke-opacity=".05"/></pattern>'
  const pressed =
    leaf('stroke="#fff" stroke-width=".26" transform="translate(.1 .12)"') +
    leaf('stroke="#7a6a48" stroke-opacity=".17" stroke-width=".2"')
  const body = `${laid}<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#l)"/><g transform="translate(179 35) scale(7.6)" stroke-linecap="round" stroke-linejoin="round">${pressed}</g>`
  return texture(body)
}

/** Brushed silver: fine horizontal threads, light over dark. */
function silver(): string {
  const random = seeded(7)
  const light: { path: string; opacity: number }[] = []
  const dark: { path: string; opacity: number }[] = []
  for (let y = 0.5; y < HEIGHT; y += 1.5) {
    const start = random() * WIDTH * 0.5 - 40
    const length = WIDTH * (0.5 + random() * 0.7)
    const bright = random() > 0.5
    const opacity = bright ? 0.04 + random() * 0.22 : 0.012 + random() * 0.04
    ;(bright ? light : dark).push({ path: `M${pair(start, y)}h${round(length)}`, opacity })
  }
  return texture(strokesByOpacity(dark, '#3a474e', 1) + strokesByOpacity(light, '#fff', 1))
}

/** A smooth curve through a function of x, as relative shorthand curves. */
function curve(height: (x: number) => number): string {
  const step = 21
  const slope = (x: number) => height(x + 0.5) - height(x - 0.5)
  // Catmull-like tangents: the second control of a piece mirrors into the first of the next, as shorthand curves expect.
  let path = ''
  let penY = 0
  for (let x = -10; x <= WIDTH + step; x += step) {
    const y = height(x)
    path +=
      path === '' ? `M${pair(x, y)}` : `s${pair(step - 7, y - slope(x) * 7 - penY)} ${pair(step, y - penY)}`
    penY = y
  }
  return path
}

/** Engraved gold: two bundles of guilloche lines, hidden at the left, shown at the right. */
function gold(): string {
  let bright = ''
  let deep = ''
  for (let line = 0; line <= 34; line += 1) {
    const t = line / 34 - 0.5
    bright += curve((x) => {
      const u = x / WIDTH
      const spread = 0.1 + 0.9 * Math.sin(u * Math.PI * 1.72 + 0.35) ** 2
      const wave = 22 * Math.sin(u * Math.PI * 2.1 - 0.7) + 4 * Math.sin(u * 18 + t * 6)
      return HEIGHT * 0.5 + wave + t * HEIGHT * 0.98 * spread
    })
  }
  for (let line = 0; line <= 20; line += 1) {
    const t = line / 20 - 0.5
    deep += curve((x) => {
      const u = x / WIDTH
      const spread = 0.16 + 0.84 * Math.cos(u * Math.PI * 1.72 + 0.35) ** 2
      return HEIGHT * 0.52 - 20 * Math.sin(u * Math.PI * 2.1 - 0.7) + t * HEIGHT * 0.7 * spread
    })
  }
  const stop = (at: number, opacity: number) =>
    `<stop offset="${at}" stop-color="#fff" stop-opacity="${opacity}"/>`
  const fade = `<linearGradient id="f">${stop(0, 0.12)}${stop(0.42, 0.5)}${stop(1, 1)}</linearGradient>`
  const mask = `<mask id="m"><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#f)"/></mask>`
  const lines = `<path d="${deep}" stroke="#7a5a1e" stroke-opacity=".16"/><path d="${bright}" stroke="#fff8e6" stroke-opacity=".62"/>`
  return texture(`<defs>${fade}${mask}</defs><g mask="url(#m)" stroke-width=".7">${lines}</g>`)
}

/** Turned platinum: rays and rings around a point above the right corner. */
function platinum(): string {
  const centreX = WIDTH * 1.04
  const centreY = -HEIGHT * 0.18
  const reach = WIDTH * 1.5
  const rays = Array.from({ length: 150 }, (_, index) => {
    const u = index / 150
    const angle = Math.PI * (0.5 + 0.52 * u) - 0.03
    const gleam = 0.5 + 0.5 * Math.sin(u * 11 + 1.2) * Math.sin(u * 4 + 0.4)
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    return {
      path: `M${pair(cos * 30, sin * 30)}L${pair(cos * reach, sin * reach)}`,
      opacity: 0.012 + 0.105 * gleam * gleam,
    }
  })
  const rings = Array.from({ length: 46 }, (_, index) => {
    const radius = round(110 + index * 6.5)
    return {
      path: `M-${radius} 0A${radius} ${radius} 0 0 0 0 ${radius}L0 ${radius}`,
      opacity: 0.055 * (1 - index / 60),
    }
  })
  const body = strokesByOpacity(rays, '#fff', 0.8) + strokesByOpacity(rings, '#fff', 0.7)
  return texture(`<g transform="translate(${pair(centreX, centreY)})">${body}</g>`)
}

/** Cut diamond: the facets of a brilliant seen from above, lit from the upper left. */
function diamond(): string {
  const centre = { x: WIDTH * 0.72, y: HEIGHT * 0.5 }
  const radius = HEIGHT * 0.66
  const eighth = Math.PI / 8
  const point = (reach: number, angle: number): string =>
    pair(centre.x + Math.cos(angle) * radius * reach, centre.y + Math.sin(angle) * radius * reach)
  const light = (angle: number): number => {
    const facing = Math.max(0, Math.cos(angle + 2.2))
    return 0.015 + 0.085 * facing * facing + 0.02 * Math.max(0, Math.cos(angle * 3))
  }
  const facet = (points: readonly string[], fill: number, stroke = 0.16): string =>
    `<path d="M${points.join('L')}z" fill-opacity="${fill.toFixed(3)}" stroke-opacity="${stroke}"/>`
  let facets = ''
  for (let turn = 0; turn < 8; turn += 1) {
    const a = turn * 2 * eighth
    facets += facet([point(0.46, a - eighth), point(0.46, a + eighth), point(0.68, a)], light(a) * 1.2)
    const kite = [point(0.46, a + eighth), point(0.68, a), point(1, a + eighth), point(0.68, a + 2 * eighth)]
    facets += facet(kite, light(a + eighth) * 0.9)
    facets += facet([point(0.68, a), point(1, a - eighth), point(1, a)], light(a - 0.3) * 0.7, 0.12)
    facets += facet([point(0.68, a), point(1, a), point(1, a + eighth)], light(a + 0.3) * 1.4, 0.12)
  }
  facets += facet(
    Array.from({ length: 8 }, (_, turn) => point(0.46, turn * 2 * eighth + eighth)),
    0.035,
    0.22,
  )
  return texture(`<g fill="#bcd8ff" stroke="#d8e8ff" stroke-width=".6">${facets}</g>`)
}

export const textures: Readonly<Record<string, () => string>> = { cotton, silver, gold, platinum, diamond }
