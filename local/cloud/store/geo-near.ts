/** `$geoNear`, the first stage that finds by distance. */
import { badRequest, notImplemented } from '../errors'
import type { StageContext } from './aggregation'
import { type Fields, isFields } from './document'
import { distanceOf, nearOf } from './geo-query'
import { leavesAt } from './leaves'

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

export function geoNear(collection: string, spec: Fields, { read }: StageContext): Fields[] {
  const unknown = Object.keys(spec).find((name) => !KNOWN.includes(name))
  if (unknown) throw badRequest(`Unknown argument to $geoNear: ${unknown}`)
  const { near, distanceField, key, query = {}, distanceMultiplier: factor = 1, includeLocs: places } = spec
  if (typeof distanceField !== 'string')
    throw badRequest("$geoNear requires a 'distanceField' option as a String")
  if (!isFields(near)) throw badRequest("$geoNear requires a 'near' point")
  if (typeof key !== 'string') throw notImplemented('$geoNear without key')
  const bounds = {
    $geometry: near,
    ...(spec['maxDistance'] === undefined ? {} : { $maxDistance: spec['maxDistance'] }),
    ...(spec['minDistance'] === undefined ? {} : { $minDistance: spec['minDistance'] }),
  }
  const from = nearOf(bounds)
  const found = read(collection, { $and: [query, { [key]: { $nearSphere: bounds } }] })
  const limit = spec['limit'] ?? spec['num'] ?? 100
  return found.slice(0, limit as number).map((doc) => ({
    ...doc,
    [distanceField]: distanceOf(doc, key, from) * (factor as number),
    ...(typeof places === 'string' ? { [places]: leavesAt(doc, key)[0] } : {}),
  }))
}
