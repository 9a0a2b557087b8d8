/** Small pieces that every drawing is put together from. Coordinates are rounded: one decimal is finer than a phone shows. */
export const round = (value: number): string => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.')

/** A relative pair in path data; a minus sign separates as well as a space does. */
export const pair = (x: number, y: number): string => {
  const second = round(y)
  return round(x) + (second.startsWith('-') ? second : ` ${second}`)
}

/** `fit` only where it is not what is usual: whole, and in the middle. */
export function svg(width: number, height: number, body: string, fit?: 'xMidYMid slice' | 'none'): string {
  const how = fit ? ` preserveAspectRatio="${fit}"` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"${how} fill="none">${body}</svg>`
}

/** The mall's leaf on a 24 grid: outline and veins. */
export const LEAF_OUTLINE =
  'M12 2c2.7 2.3 3.9 4.2 3.9 6.3 0 .5 0 .8-.1 1.2 3.4-.4 5.7.9 5.7 3.4 0 4-4.2 6.3-9.5 6.3s-9.5-2.3-9.5-6.3c0-2.5 2.3-3.8 5.7-3.4-.1-.4-.1-.7-.1-1.2C8.1 6.2 9.3 4.3 12 2z'
export const LEAF_VEINS = 'M12 22V9.5M12 15.5l4.6-3.7M12 15.5l-4.6-3.7M12 19l3-1.9M12 19l-3-1.9'

/** Puts strokes of nearly the same opacity into one path each, which makes a texture of hairlines small. */
export function strokesByOpacity(
  strokes: readonly { readonly path: string; readonly opacity: number }[],
  colour: string,
  width: number,
): string {
  const bins = new Map<number, string>()
  for (const { path, opacity } of strokes) {
    const bin = Math.max(1, Math.round(opacity * 100))
    bins.set(bin, (bins.get(bin) ?? '') + path)
  }
  const paths = [...bins].map(([bin, path]) => `<path d="${path}" stroke-opacity="${bin / 100}"/>`)
  return `<g stroke="${colour}" stroke-width="${width}">${paths.join('')}</g>`
}
