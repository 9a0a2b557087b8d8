/** The stages of the reference and the examples of the chapter on aggregation, each with what its page promises. */
import type { Fields } from '../../local/cloud'
import { failureOf } from '../local/cloud/given-cloud'
import { conformance, localOnly } from './environment'
import type { Expressions, Pipeline } from './sdk-surface'

const suite = conformance('guide-stages', [{ name: 'spot', geo: 'spot', fields: [] }])
const run = async (build: (pipeline: Pipeline, $: Expressions) => Pipeline): Promise<Fields[]> =>
  (await build(suite.documents().aggregate(), suite.command.aggregate).end()).list

describe('addFields', () => {
  it('twice: the second time from what the first time made', async () => {
    await suite.given({ _id: 1, swim: [9, 8], run: [7, 7, 6], extra: 2 })
    const made = await run((p, $) =>
      p
        .addFields({ swum: $.sum('$swim'), ran: $.sum('$run') })
        .addFields({ points: $.add(['$swum', '$ran', '$extra']) }),
    )
    expect(made).toEqual([{ _id: 1, swim: [9, 8], run: [7, 7, 6], extra: 2, swum: 17, ran: 20, points: 39 }])
  })

  it('in an object, which is made where it is missing; from another field', async () => {
    await suite.given({ _id: 1, kind: 'tram', parts: { doors: 6 } }, { _id: 2, kind: 'raft' })
    const made = await run((p) =>
      p.sort({ _id: 1 }).addFields({ 'parts.power': 'none', name: '$kind', kind: 'vehicle' }),
    )
    expect(made).toEqual([
      { _id: 1, kind: 'vehicle', name: 'tram', parts: { doors: 6, power: 'none' } },
      { _id: 2, kind: 'vehicle', name: 'raft', parts: { power: 'none' } },
    ])
  })
})

const WEIGHTS = [12.5, 71.5, 33.5, 64.5, 300.5].map((kg, position) => ({ _id: 'abcde'[position], kg }))

describe('bucket', () => {
  it('counts where no output is named, and leaves out what is empty', async () => {
    await suite.given(...WEIGHTS)
    expect(
      await run((p) => p.bucket({ groupBy: '$kg', boundaries: [0, 40, 50, 100], default: 'rest' })),
    ).toEqual([
      { _id: 0, count: 2 },
      { _id: 50, count: 2 },
      { _id: 'rest', count: 1 },
    ])
  })

  it('does not count where outputs are named, unless it is told to', async () => {
    await suite.given(...WEIGHTS)
    const output = (fields: (_: Expressions) => object) =>
      run((p, $) =>
        p.sort({ _id: 1 }).bucket({ groupBy: '$kg', boundaries: [0, 64.5, 999], output: fields($) }),
      )
    expect(await output(($) => ({ ids: $.push('$_id') }))).toEqual([
      { _id: 0, ids: ['a', 'c'] },
      { _id: 64.5, ids: ['b', 'd', 'e'] },
    ])
    expect((await output(($) => ({ count: $.sum(1) })))[1]).toEqual({ _id: 64.5, count: 3 })
  })

  it.each<[string, object, RegExp]>([
    [
      'a default between the boundaries',
      { boundaries: [0, 500], default: 100 },
      /'default' field must be less/,
    ],
    ['boundaries of several types', { boundaries: [0, 'many'] }, /must have the same type/],
    ['one boundary', { boundaries: [0] }, /at least 2 values/],
    ['a value outside, without a default', { boundaries: [0, 40] }, /could not find a matching branch/],
  ])('is refused: %s', async (_title, options, text) => {
    await suite.given(...WEIGHTS)
    expect((await failureOf(run((p) => p.bucket({ groupBy: '$kg', ...options })))).text).toMatch(text)
  })
})

describe('bucketAuto', () => {
  const boundsOf = async (options: object) =>
    (await run((p) => p.bucketAuto({ groupBy: '$kg', ...options }))).map(({ _id: bounds, count }) => {
      const { min, max } = bounds as { min: number; max: number }
      return [min, max, count]
    })

  it('five documents in three buckets; the last one includes its upper bound', async () => {
    await suite.given(...WEIGHTS)
    expect(await boundsOf({ buckets: 3 })).toEqual([
      [12.5, 64.5, 2],
      [64.5, 300.5, 2],
      [300.5, 300.5, 1],
    ])
  })

  it('has fewer buckets where there are fewer values', async () => {
    await suite.given(...WEIGHTS.map(({ _id }, i) => ({ _id, kg: i % 2 })))
    expect(await boundsOf({ buckets: 4 })).toEqual([
      [0, 1, 3],
      [1, 1, 2],
    ])
  })

  it.each<[string, number[][]]>([
    [
      'R5',
      [
        [10, 100, 4],
        [100, 400, 1],
      ],
    ],
    [
      'R80',
      [
        [12.2, 65, 3],
        [65, 307, 2],
      ],
    ],
    [
      'E6',
      [
        [10, 68, 3],
        [68, 330, 2],
      ],
    ],
    [
      'E192',
      [
        [12.4, 64.9, 3],
        [64.9, 301, 2],
      ],
    ],
    [
      '1-2-5',
      [
        [10, 100, 4],
        [100, 500, 1],
      ],
    ],
    [
      'POWERSOF2',
      [
        [8, 128, 4],
        [128, 512, 1],
      ],
    ],
  ])('granularity %s: bounds are of the series', async (granularity, bounds) => {
    await suite.given(...WEIGHTS)
    expect(await boundsOf({ buckets: 2, granularity })).toEqual(bounds)
  })

  it.each<[string, object, object, RegExp]>([
    ['a series that does not exist', {}, { granularity: 'R7' }, /Unknown rounding granularity/],
    ['texts with a granularity', { kg: 'heavy' }, { granularity: 'R5' }, /numeric boundaries only/],
    ['no buckets', {}, { buckets: 0 }, /must be greater than 0/],
  ])('is refused: %s', async (_title, fields, options, text) => {
    await suite.given({ _id: 'a', kg: 1, ...fields })
    const work = run((p) => p.bucketAuto({ groupBy: '$kg', buckets: 2, ...options }))
    expect((await failureOf(work)).text).toMatch(text)
  })
})

describe('count, match, limit, skip, sort, sample', () => {
  it('count: what a condition leaves, as group and project would', async () => {
    await suite.given(...WEIGHTS)
    const { gt } = suite.command
    expect(await run((p) => p.match({ kg: gt(60) }).count('heavy'))).toEqual([{ heavy: 3 }])
    const grouped = await run((p, $) =>
      p
        .match({ kg: gt(60) })
        .group({ _id: null, heavy: $.sum(1) })
        .project({ _id: 0 }),
    )
    expect(grouped).toEqual([{ heavy: 3 }])
  })

  it('count: a name that is empty, begins with $ or has a dot is refused', async () => {
    for (const name of ['', '$n', 'a.b']) await failureOf(run((p) => p.count(name)))
    expect(await run((p) => p.count('n'))).toEqual([])
  })

  it('limit: the least two above a bound, with the comparison of command or of aggregate', async () => {
    await suite.given(...WEIGHTS)
    for (const { gt } of [suite.command, suite.command.aggregate]) {
      const found = await run((p) =>
        p
          .match({ kg: gt(33.5) })
          .sort({ kg: 1 })
          .limit(2),
      )
      expect(found.map(({ kg }) => kg)).toEqual([64.5, 71.5])
    }
  })

  it('match: by a value, and counted by a comparison', async () => {
    await suite.given(...['oak', 'elm', 'oak'].map((tree, i) => ({ _id: `${i}`, tree, rings: 40 + i * 25 })))
    expect((await run((p) => p.match({ tree: 'oak' }))).map(({ rings }) => rings)).toEqual([40, 90])
    const { gt } = suite.command
    const counted = await run((p, $) => p.match({ rings: gt(60) }).group({ _id: null, n: $.sum(1) }))
    expect(counted).toEqual([{ _id: null, n: 2 }])
  })

  it('sort: by two fields downwards; skip: all but the first', async () => {
    await suite.given(
      { _id: 'a', age: 30, score: 8 },
      { _id: 'b', age: 41, score: 2 },
      { _id: 'c', age: 30, score: 9 },
    )
    const sorted = await run((p) => p.sort({ age: -1, score: -1 }))
    expect(sorted.map(({ _id }) => _id)).toEqual(['b', 'c', 'a'])
    expect(await run((p) => p.sort({ _id: 1 }).skip(2).project({ age: 1 }))).toEqual([{ _id: 'c', age: 30 }])
  })

  it('sample: one of them', async () => {
    await suite.given(...WEIGHTS)
    const [lucky, ...others] = await run((p) => p.sample({ size: 1 }))
    expect(others).toEqual([])
    expect(WEIGHTS).toContainEqual(lucky)
  })

  it('unverified: sample of none is refused', async () => {
    expect((await failureOf(run((p) => p.sample({ size: 0 })))).text).toMatch(/\$sample/)
  })
})

describe('geoNear', () => {
  const TOWERS = [
    { _id: 'far', kind: 'tower', spot: [116.4, 39.9] },
    { _id: 'mid', kind: 'tower', spot: [113.32, 23.15] },
    { _id: 'near', kind: 'tower', spot: [113.32, 23.13] },
    { _id: 'hill', kind: 'hill', spot: [113.32, 23.1] },
  ]
  const givenTowers = () =>
    suite.given(
      ...TOWERS.map(({ spot: [x = 0, y = 0], ...rest }) => ({ ...rest, spot: suite.db.Geo.Point(x, y) })),
    )
  const options = () => ({
    spherical: true,
    near: suite.db.Geo.Point(113.32, 23.1),
    query: { kind: 'tower' },
  })

  localOnly('the only geographical index need not be named; distances are metres', async () => {
    await givenTowers()
    const found = await run((p) => p.geoNear({ ...options(), distanceField: 'metres', includeLocs: 'spot' }))
    expect(found.map(({ _id }) => _id)).toEqual(['near', 'mid', 'far'])
    const perDegree = (6378.1 * 1000 * Math.PI) / 180
    expect(found[0]?.['metres']).toBeCloseTo(0.03 * perDegree, 3)
    expect(found[1]?.['metres']).toBeCloseTo(0.05 * perDegree, 3)
  })

  localOnly('the distance goes to a field of an object, within bounds, at most so many', async () => {
    await givenTowers()
    const found = await run((p) =>
      p
        .geoNear({ ...options(), distanceField: 'way.metres', minDistance: 4000, limit: 1 })
        .project({ way: 1 }),
    )
    expect(found).toEqual([{ _id: 'mid', way: { metres: expect.closeTo(5565.97, 1) as number } }])
  })
})
