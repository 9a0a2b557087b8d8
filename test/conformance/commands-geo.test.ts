/** Places: values of `db.Geo`, and conditions on where they are. */
import type { Fields } from '../../local/cloud'
import { failureOf } from '../local/cloud/given-cloud'
import { conformance, idsOf, localOnly } from './environment'
import type { Geo } from './sdk-surface'

const suite = conformance('geo', [{ name: 'spot', geo: 'spot', fields: [] }])
const geo = (): Geo => suite.db.Geo
const at = (longitude: number, latitude: number) => geo().Point(longitude, latitude)
const line = (...positions: [number, number][]) => geo().LineString(positions.map(([x, y]) => at(x, y)))
const square = (left: number, bottom: number, side: number) =>
  line(
    [left, bottom],
    [left + side, bottom],
    [left + side, bottom + side],
    [left, bottom + side],
    [left, bottom],
  )
const area = (left: number, bottom: number, side: number) => geo().Polygon([square(left, bottom, side)])
const ids = ({ data }: { data: Fields[] }) => idsOf(data)
const found = async (condition: object) => ids(await suite.documents().where({ spot: condition }).get())

beforeEach(() =>
  // Around Guangzhou: a degree of latitude is 111 km.
  suite.given(
    { _id: 'n', spot: at(113.3, 23.2) },
    { _id: 'c', spot: at(113.3, 23.1) },
    { _id: 'w', spot: at(113.0, 23.1) },
    { _id: 'l', spot: line([113.2, 23.0], [113.4, 23.0]) },
    { _id: 'p', spot: area(114, 22, 1) },
    { _id: 'x' },
  ),
)

const POINT = [1, 2]
const LINE = [POINT, [3, 4]]
const RING = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
]
const HOLE = [
  [0.2, 0.2],
  [0.2, 0.4],
  [0.4, 0.4],
  [0.2, 0.2],
]
const drawn = (points: number[][]) => geo().LineString(points.map(([x = 0, y = 0]) => at(x, y)))
const SHAPES: [string, () => object, unknown][] = [
  ['Point', () => at(1, 2), POINT],
  ['LineString', () => drawn(LINE), LINE],
  ['Polygon', () => geo().Polygon([drawn(RING)]), [RING]],
  ['Polygon', () => geo().Polygon([drawn(RING), drawn(HOLE)]), [RING, HOLE]],
  ['MultiPoint', () => geo().MultiPoint([at(1, 2), at(3, 4)]), LINE],
  ['MultiLineString', () => geo().MultiLineString([drawn(LINE), drawn(HOLE)]), [LINE, HOLE]],
  [
    'MultiPolygon',
    () => geo().MultiPolygon([geo().Polygon([drawn(RING), drawn(HOLE)]), area(5, 5, 1)]),
    [
      [RING, HOLE],
      [
        [
          [5, 5],
          [6, 5],
          [6, 6],
          [5, 6],
          [5, 5],
        ],
      ],
    ],
  ],
]

it.each(SHAPES)(
  'a %s comes back as it was stored, also from its GeoJSON',
  async (type, shape, coordinates) => {
    await suite.given({ _id: 'g', shape: shape(), plain: { type, coordinates } })
    const stored = await suite.stored('g')
    expect([stored['shape'], stored['plain']]).toEqual([shape(), shape()])
  },
)

it('a shape that is none is refused by the SDK', () => {
  expect(() => at(181, 0)).toThrow(/longitude/)
  expect(() => at(0, 91)).toThrow(/latitude/)
  expect(() => geo().LineString([at(0, 0)])).toThrow(/2/)
  expect(() => geo().Polygon([drawn(LINE)])).toThrow(/closed|cycle/)
})

describe('geoNear', () => {
  localOnly('sorts by distance, within its bounds in metres', async () => {
    const near = (bounds: object) => found(suite.command.geoNear({ geometry: at(113.3, 23.12), ...bounds }))
    expect(await near({ maxDistance: 10_000 })).toBe('cn')
    expect(await near({ minDistance: 5_000, maxDistance: 40_000 })).toBe('nlw')
    expect((await near({})).slice(0, 4)).toBe('cnlw')
  })

  localOnly('leaves the order to orderBy(), when there is one', async () => {
    const condition = suite.command.geoNear({ geometry: at(113.3, 23.12), maxDistance: 10_000 })
    expect(ids(await suite.documents().where({ spot: condition }).orderBy('_id', 'desc').get())).toBe('nc')
  })

  it('is refused on a field without a geographical index', async () => {
    const query = suite.documents().where({ place: suite.command.geoNear({ geometry: at(0, 0) }) })
    expect((await failureOf(query.get())).text).toMatch(/unable to find index for \$geoNear/)
  })
})

describe('geoWithin', () => {
  it('finds what lies in a polygon, whole', async () => {
    expect(await found(suite.command.geoWithin({ geometry: area(113.1, 23.05, 0.3) }))).toBe('nc')
    expect(await found(suite.command.geoWithin({ geometry: area(113.3, 22.9, 0.5) }))).not.toContain('l')
    expect(await found(suite.command.geoWithin({ geometry: area(113.1, 22.9, 0.4) }))).toBe('ncl')
  })

  it('finds what lies in one of several polygons, and not in a hole', async () => {
    const several = geo().MultiPolygon([area(112.9, 23.05, 0.2), area(113.2, 23.15, 0.2)])
    expect(await found(suite.command.geoWithin({ geometry: several }))).toBe('nw')
    const withHole = geo().Polygon([square(112.5, 22.5, 1.5), square(113.2, 23.05, 0.2)])
    expect(await found(suite.command.geoWithin({ geometry: withHole }))).toBe('wl')
  })

  it('finds what lies in a circle, whose radius is an angle', async () => {
    const radius = 15 / 6378.1
    expect(await found(suite.command.geoWithin({ centerSphere: [[113.3, 23.15], radius] }))).toBe('nc')
    expect(await found(suite.command.geoWithin({ centerSphere: [at(113.3, 23.15), radius / 100] }))).toBe('')
  })
})

describe('geoIntersects', () => {
  it('finds what meets a line, an area or a point', async () => {
    const meets = (geometry: object) => found(suite.command.geoIntersects({ geometry }))
    expect(await meets(line([113.3, 22.9], [113.3, 23.15]))).toBe('cl')
    expect(await meets(area(113.25, 22.95, 0.1))).toBe('l')
    expect(await meets(at(114.5, 22.5))).toBe('p')
    expect(await meets(line([114.2, 22.2], [114.3, 22.3]))).toBe('p')
    expect(await meets(geo().MultiPoint([at(113.0, 23.1), at(0, 0)]))).toBe('w')
    expect(await meets(geo().MultiLineString([line([0, 0], [1, 1])]))).toBe('')
  })
})

localOnly('a value that is no place is refused where there is a geographical index', async () => {
  const { text } = await failureOf(suite.given({ _id: 'g', spot: { type: 'Point', coordinates: ['a', 1] } }))
  expect(text).toMatch(/Can't extract geo keys/)
})
