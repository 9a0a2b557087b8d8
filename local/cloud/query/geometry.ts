/**
 * Shapes on the globe: distances and who lies in whom. Edges are great circles, as in MongoDB's 2dsphere.
 * Invariant: longitude and latitude in degrees, distances in metres on a sphere of MongoDB's radius; a polygon is
 * smaller than half of the globe.
 */
export const EARTH_METRES = 6378.1 * 1000

export type Position = [longitude: number, latitude: number]
type Vector = readonly [number, number, number]
type Edge = readonly [Vector, Vector]

export interface Shape {
  vertices: Vector[]
  edges: Edge[]
  /** Each with its outer ring first, then its holes. */
  polygons: Vector[][][]
}

const RADIANS = Math.PI / 180
/** About six centimetres: two points nearer than this are one. */
const SAME = 1e-8

export function vectorOf([longitude, latitude]: Position): Vector {
  const [lambda, phi] = [longitude * RADIANS, latitude * RADIANS]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const length = (a: Vector): number => Math.hypot(a[0], a[1], a[2])

export function angleBetween(a: Vector, b: Vector): number {
  return Math.atan2(length(cross(a, b)), dot(a, b))
}

/** In radians: zero inside of a polygon, else to the nearest edge or vertex. */
export function angleTo(shape: Shape, from: Vector): number {
  if (shape.polygons.some((polygon) => isInPolygon(from, polygon))) return 0
  const toVertices = shape.vertices.map((vertex) => angleBetween(from, vertex))
  return Math.min(...toVertices, ...shape.edges.map((edge) => angleToEdge(from, edge)))
}

function angleToEdge(from: Vector, [a, b]: Edge): number {
  const normal = cross(a, b)
  const size = length(normal)
  if (size < SAME) return angleBetween(from, a)
  const isBeside = dot(cross(normal, a), from) >= 0 && dot(cross(b, normal), from) >= 0
  if (isBeside) return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(from, normal) / size))))
  return Math.min(angleBetween(from, a), angleBetween(from, b))
}

export function contains(outer: Shape, inner: Shape): boolean {
  if (!inner.vertices.every((vertex) => isCovered(vertex, outer))) return false
  return !inner.edges.some((edge) => outer.edges.some((other) => crosses(edge, other)))
}

export function intersects(a: Shape, b: Shape): boolean {
  if (a.vertices.some((vertex) => touches(vertex, b))) return true
  if (b.vertices.some((vertex) => touches(vertex, a))) return true
  return a.edges.some((edge) => b.edges.some((other) => crosses(edge, other)))
}

function isCovered(point: Vector, shape: Shape): boolean {
  return (
    shape.polygons.some((polygon) => isInPolygon(point, polygon)) ||
    shape.edges.some((edge) => angleToEdge(point, edge) < SAME)
  )
}

function touches(point: Vector, shape: Shape): boolean {
  return isCovered(point, shape) || shape.vertices.some((vertex) => angleBetween(point, vertex) < SAME)
}

function isInPolygon(point: Vector, [outer = [], ...holes]: Vector[][]): boolean {
  return isInRing(point, outer) && !holes.some((hole) => isInRing(point, hole))
}

/** Seen from a point inside, the ring goes once around. So it does from the opposite side of the globe. */
function isInRing(point: Vector, ring: Vector[]): boolean {
  const middle = ring.reduce<Vector>((sum, v) => [sum[0] + v[0], sum[1] + v[1], sum[2] + v[2]], [0, 0, 0])
  if (dot(point, middle) <= 0) return false
  let turned = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [cross(point, ring[i] as Vector), cross(point, ring[i + 1] as Vector)]
    turned += Math.atan2(dot(point, cross(a, b)), dot(a, b))
  }
  return Math.abs(turned) > Math.PI
}

/** Each edge has its ends on different sides of the other, on the same half of the globe. */
function crosses([a, b]: Edge, [c, d]: Edge): boolean {
  const [ab, cd] = [cross(a, b), cross(c, d)]
  const [acb, cbd] = [-dot(ab, c), dot(ab, d)]
  const [bda, dac] = [-dot(cd, b), dot(cd, a)]
  return acb * cbd > 0 && cbd * bda > 0 && bda * dac > 0
}
