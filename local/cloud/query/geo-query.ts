/**
 * Geographical conditions: `$geoWithin`, `$geoIntersects`, `$nearSphere`. Invariant: a value that is no GeoJSON shape
 * meets none of them; a condition that is none is refused before any document is looked at.
 */
import { badRequest, notImplemented } from '../errors'
import { type Doc, type Fields, isFields, type Value } from '../values/document'
import {
  angleTo,
  angleBetween,
  contains,
  EARTH_METRES,
  intersects,
  type Position,
  type Shape,
  vectorOf,
} from './geometry'
import { type Leaf, leavesAt } from '../values/leaves'

type LeavesTest = (leaves: Leaf[]) => boolean

/** What `$nearSphere` wants: the distance from here, between two bounds in metres. */
export interface Near {
  from: Shape
  min: number
  max: number
}

export function geoTest(name: string, operand: Value | undefined): LeavesTest {
  if (!isFields(operand)) throw badRequest(`${name} needs an object`)
  if (name === '$nearSphere') {
    const near = nearOf(operand)
    return (leaves) => leaves.some((leaf) => isNear(leaf, near))
  }
  if (name === '$geoWithin' && '$centerSphere' in operand) {
    const { from, max } = circleOf(operand['$centerSphere'])
    return onShapes((shape) => shape.vertices.every((vertex) => angleTo(from, vertex) <= max))
  }
  const [form, ...others] = Object.keys(operand)
  if (form !== '$geometry' || others.length > 0)
    throw notImplemented(`${name} with ${Object.keys(operand).join(', ')}`)
  const region = shapeOf(operand['$geometry'])
  if (!region) throw badRequest(`unknown geo specifier: ${JSON.stringify(operand)}`)
  if (name === '$geoIntersects') return onShapes((shape) => intersects(region, shape))
  if (region.polygons.length === 0)
    throw badRequest(`$geoWithin not supported with provided geometry: ${JSON.stringify(operand)}`)
  return onShapes((shape) => contains(region, shape))
}

export function nearOf(operand: Fields): Near {
  const from = shapeOf(operand['$geometry'])
  if (from?.vertices.length !== 1)
    throw badRequest('$near requires a point, given ' + JSON.stringify(operand))
  const bound = (name: string, otherwise: number) => {
    const value = operand[name] ?? otherwise
    if (typeof value !== 'number' || !(value >= 0)) throw badRequest(`${name.slice(1)} must be non-negative`)
    return value
  }
  return { from, min: bound('$minDistance', 0), max: bound('$maxDistance', Infinity) }
}

/** null: there is no shape. */
function metresFrom({ from }: Near, value: Leaf): number | null {
  const shape = shapeOf(value)
  const [centre] = from.vertices
  return shape && centre ? angleTo(shape, centre) * EARTH_METRES : null
}

/** The condition that gives a query its order; null when there is none. */
export function nearIn(query: Fields): { field: string; near: Near } | null {
  for (const [field, condition] of Object.entries(query)) {
    const parts = field === '$and' && Array.isArray(condition) ? condition : []
    for (const part of parts) {
      const found = isFields(part) ? nearIn(part) : null
      if (found) return found
    }
    const operand = isFields(condition) ? condition['$nearSphere'] : undefined
    if (isFields(operand)) return { field, near: nearOf(operand) }
  }
  return null
}

export function nearestFirst(docs: Doc[], { field, near }: { field: string; near: Near }): Doc[] {
  const distances = new Map(docs.map((doc) => [doc, distanceOf(doc, field, near)]))
  return [...docs].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0))
}

export function distanceOf(doc: Fields, field: string, near: Near): number {
  const found = leavesAt(doc, field).flatMap((leaf) => metresFrom(near, leaf) ?? [])
  return Math.min(...found)
}

function isNear(value: Leaf, near: Near): boolean {
  const metres = metresFrom(near, value)
  return metres !== null && metres >= near.min && metres <= near.max
}

function onShapes(test: (shape: Shape) => boolean): LeavesTest {
  const holds = (value: Leaf) => {
    const shape = shapeOf(value)
    return shape !== null && test(shape)
  }
  return (leaves) =>
    leaves.some(
      (leaf) => holds(leaf) || (Array.isArray(leaf) && leaf.some((item) => isFields(item) && holds(item))),
    )
}

function circleOf(operand: Value | undefined): Near {
  const [centre, radius] = Array.isArray(operand) ? operand : []
  const from = shapeOf(centre)
  if (!from || typeof radius !== 'number' || !(radius >= 0))
    throw badRequest(`$centerSphere needs a centre and a radius in radians: ${JSON.stringify(operand)}`)
  return { from, min: 0, max: radius }
}

/** GeoJSON, or the old pair of longitude and latitude. */
export function shapeOf(value: Leaf): Shape | null {
  if (isPosition(value)) return linesAs([[value]], false)
  if (!isFields(value) || typeof value['type'] !== 'string') return null
  const { coordinates } = value
  switch (value['type']) {
    case 'Point':
      return isPosition(coordinates) ? linesAs([[coordinates]], false) : null
    case 'MultiPoint':
      return isLine(coordinates)
        ? linesAs(
            coordinates.map((position) => [position]),
            false,
          )
        : null
    case 'LineString':
      return isLine(coordinates) ? linesAs([coordinates], false) : null
    case 'MultiLineString':
      return isListOf(coordinates, isLine) ? linesAs(coordinates, false) : null
    case 'Polygon':
      return isListOf(coordinates, isRing) ? linesAs(coordinates, true) : null
    case 'MultiPolygon':
      return isListOf(coordinates, isPolygon)
        ? joined(coordinates.map((rings) => linesAs(rings, true)))
        : null
    default:
      return null
  }
}

function linesAs(lines: Position[][], areRings: boolean): Shape {
  const drawn = lines.map((line) => line.map(vectorOf))
  return {
    vertices: drawn.flat(),
    edges: drawn.flatMap((line) => line.slice(1).map((end, i) => [line[i] ?? end, end] as const)),
    polygons: areRings ? [drawn] : [],
  }
}

function joined(shapes: Shape[]): Shape {
  return {
    vertices: shapes.flatMap(({ vertices }) => vertices),
    edges: shapes.flatMap(({ edges }) => edges),
    polygons: shapes.flatMap(({ polygons }) => polygons),
  }
}

const isListOf = <T extends Value>(value: Leaf, isItem: (item: Leaf) => item is T): value is T[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => isItem(item))

function isPosition(value: Leaf): value is Position {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [longitude, latitude] = value
  return isWithin(longitude, 180) && isWithin(latitude, 90)
}

const isWithin = (value: Leaf, bound: number): boolean =>
  typeof value === 'number' && value >= -bound && value <= bound
const isLine = (value: Leaf): value is Position[] => isListOf(value, isPosition)
const isPolygon = (value: Leaf): value is Position[][] => isListOf(value, isRing)

function isRing(value: Leaf): value is Position[] {
  if (!isLine(value) || value.length < 4) return false
  const [first, last] = [value[0], value[value.length - 1]] as [Position, Position]
  return angleBetween(vectorOf(first), vectorOf(last)) < 1e-12
}
