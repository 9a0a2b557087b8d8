/** `$geoNear`, the first stage that finds by distance. */
import { badRequest } from '../errors'
import type { StageContext } from './stage'
import { type Fields, isFields, type Value } from '../values/document'
import { distanceOf, nearOf } from '../query/geo-query'
import { EARTH_METRES } from '../query/geometry'
import { leavesAt } from '../values/leaves'
import { placed } from './reshape'

const KNOWN = [
  'near',
  'distanceField',
  'spherical',
  'limit',
  'num',
  'maxDistance',
  'minDistance',
  'query',
].concat(['distanceMultiplier', 'includeLocs', 'key', 'uniqueDocs'])

export function geoNear(collection: string, spec: Fields, { read, geoFields }: StageContext): Fields[] {
  const unknown = Object.keys(spec).find((name) => !KNOWN.includes(name))
  if (unknown) throw badRequest(`Unknown argument to $geoNear: ${unknown}`)
  const { near, distanceField, query = {}, distanceMultiplier: factor = 1, includeLocs: places } = spec
  if (typeof distanceField !== 'string')
    throw badRequest("$geoNear requires a 'distanceField' option as a String")
  if (!isFields(near)) throw badRequest("$geoNear requires a 'near' point")
  const key = keyFor(spec['key'], geoFields(collection))
  const pair = oldPairIn(near)
  // From a GeoJSON point distances are metres, from an old pair they are radians.
  const unit = pair ? EARTH_METRES : 1
  const bound = (name: string) => {
    const value = spec[`${name}Distance`]
    return value === undefined ? {} : { [`$${name}Distance`]: inMetres(value, unit) }
  }
  const bounds = { $geometry: pair ?? near, ...bound('max'), ...bound('min') }
  const from = nearOf(bounds)
  const found = read(collection, { $and: [query, { [key]: { $nearSphere: bounds } }] })
  const limit = spec['limit'] ?? spec['num'] ?? 100
  return found.slice(0, limit as number).map((doc) => {
    const distance = distanceOf(doc, key, from) / unit
    const measured = placed(doc, distanceField.split('.'), distance * (factor as number)) as Fields
    return typeof places === 'string'
      ? (placed(measured, places.split('.'), leavesAt(doc, key)[0]) as Fields)
      : measured
  })
}

/** Where there is one geographical index alone, its field need not be named. */
function keyFor(named: Value | undefined, indexed: string[]): string {
  if (typeof named === 'string') return named
  const [only, another] = indexed
  if (another !== undefined)
    throw badRequest('There is more than one 2dsphere index; unsure which to use for $geoNear')
  if (only === undefined) throw badRequest('$geoNear requires a 2d or 2dsphere index, but none were found')
  return only
}

const inMetres = (value: Value, unit: number): Value => (typeof value === 'number' ? value * unit : value)

/** `{longitude, latitude}`, as the Node SDK sends a point here: two numbers under whatever names. */
function oldPairIn(near: Fields): Value[] | null {
  const numbers = Object.values(near)
  return numbers.length === 2 && numbers.every((value) => typeof value === 'number') ? numbers : null
}
