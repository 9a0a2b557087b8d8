/** `$geoNear`, the first stage that finds by distance. */
import { badRequest } from '../errors'
import type { StageContext } from './aggregation'
import { type Fields, isFields, type Value } from './document'
import { distanceOf, nearOf } from './geo-query'
import { leavesAt } from './leaves'
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
  const bounds = {
    $geometry: near,
    ...(spec['maxDistance'] === undefined ? {} : { $maxDistance: spec['maxDistance'] }),
    ...(spec['minDistance'] === undefined ? {} : { $minDistance: spec['minDistance'] }),
  }
  const from = nearOf(bounds)
  const found = read(collection, { $and: [query, { [key]: { $nearSphere: bounds } }] })
  const limit = spec['limit'] ?? spec['num'] ?? 100
  return found.slice(0, limit as number).map((doc) => {
    const metres = distanceOf(doc, key, from)
    const measured = placed(doc, distanceField.split('.'), metres * (factor as number)) as Fields
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
