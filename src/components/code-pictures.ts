/**
 * A code as pictures: Code 128 (set C) and a QR code, drawn in whole device pixels so that scanners see sharp
 * edges. Always dark on white, in dark mode too. Pure: text in, SVG out.
 */
import CODE128C from 'jsbarcode/bin/barcodes/CODE128/CODE128C'
import qrcode from 'qrcode-generator'

export interface CodePicture {
  /** Modules in a line. */
  readonly modules: number
  readonly svg: string
}

const INK = '#1e1d1a'

/** Runs of dark modules as one stroke: `h` draws, `m` skips. */
function strokes(modules: readonly boolean[]): string {
  let path = ''
  for (let at = 0; at < modules.length;) {
    let end = at
    while (end < modules.length && modules[end] === modules[at]) end += 1
    const last = end === modules.length
    if (modules[at]) path += `h${end - at}`
    else if (!last) path += `m${end - at}-0`
    at = end
  }
  return path
}

const drawing = (width: number, height: number, path: string, pen: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges"><path d="${path}" stroke="${INK}" stroke-width="${pen}"/></svg>`

/** An even number of digits, as Code 128 with set C. */
export function barPicture(digits: string): CodePicture {
  const { data } = new CODE128C(digits, {}).encode()
  const modules = Array.from(data, (module) => module === '1')
  return { modules: modules.length, svg: drawing(modules.length, 10, `M0 5${strokes(modules)}`, 10) }
}

/**
 * Level H: a third of it may be covered, which the seal in the middle of a code of digits does. A longer text is drawn at level M.
 */
export function qrPicture(text: string): CodePicture {
  const isDigits = /^\d+$/.test(text)
  const qr = qrcode(0, isDigits ? 'H' : 'M')
  qr.addData(text, isDigits ? 'Numeric' : 'Byte')
  qr.make()
  const count = qr.getModuleCount()
  const lines = Array.from({ length: count }, (_, row) => {
    const modules = Array.from({ length: count }, (__, column) => qr.isDark(row, column))
    return `M0 ${row}.5${strokes(modules)}`
  })
  return { modules: count, svg: drawing(count, count, lines.join(''), 1) }
}

/** The largest size up to `room` at which every module is a whole number of device pixels. */
export function sharpSize(modules: number, room: number, pixelRatio: number): number {
  const perModule = Math.max(1, Math.floor((room * pixelRatio) / modules))
  return (perModule * modules) / pixelRatio
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Plain ASCII as base64; the mini program has no `btoa`. */
export function base64(ascii: string): string {
  let text = ''
  for (let at = 0; at < ascii.length; at += 3) {
    const left = ascii.length - at
    const bits = [0, 1, 2].reduce(
      (sum, next) => sum * 256 + (next < left ? ascii.charCodeAt(at + next) : 0),
      0,
    )
    for (const sextet of [18, 12, 6, 0]) text += ALPHABET.charAt((bits >> sextet) & 63)
    if (left < 3) return text.slice(0, left - 3) + '='.repeat(3 - left)
  }
  return text
}

export const pictureSource = (picture: CodePicture): string =>
  `data:image/svg+xml;base64,${base64(picture.svg)}`
