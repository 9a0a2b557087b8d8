/** Lets style sheets ask for a drawing by name: `texture(gold)`, `icon(qr-code, 1.6)`, `illustration(lamp)`, `still-life(candle)`. */
import { SassString, type Value } from 'sass'
import { icon } from './drawings/icons'
import { illustrations } from './drawings/illustrations'
import { stillLife } from './drawings/still-lifes'
import { textures } from './drawings/textures'

/** What a style sheet may not carry as itself within double quotes; the rest of a drawing stays as it is, which base64 does not. */
const ESCAPED = /[%#<>{}"\\]/g

const asUrl = (svg: string): SassString => {
  const drawn = svg.replace(/\n/g, '').replace(/"/g, "'")
  return new SassString(`url("data:image/svg+xml,${drawn.replace(ESCAPED, encodeURIComponent)}")`, {
    quotes: false,
  })
}

const nameOf = (value: Value | undefined): string => {
  if (!value) throw new Error('a drawing has a name')
  return value.assertString().text
}

export const drawingFunctions = {
  'texture($name)': ([name]: Value[]): SassString => {
    const draw = textures[nameOf(name)]
    if (!draw) throw new Error(`no texture is called ${nameOf(name)}`)
    return asUrl(draw())
  },
  'icon($name, $stroke)': ([name, stroke]: Value[]): SassString =>
    asUrl(icon(nameOf(name), stroke?.assertNumber().value ?? 1.6)),
  'illustration($name)': ([name]: Value[]): SassString => {
    const drawing = illustrations[nameOf(name)]
    if (!drawing) throw new Error(`no illustration is called ${nameOf(name)}`)
    return asUrl(drawing)
  },
  'still-life($name)': ([name]: Value[]): SassString => asUrl(stillLife(nameOf(name))),
}
