/**
 * Aggregation pipelines. mingo computes; a `$match` in front is answered from the indexes, and stages that leave the
 * declared collections alone are the only ones accepted.
 */
import { Aggregator } from 'mingo'
import { notImplemented } from '../errors'
import { copyValue, type Doc, type Fields } from './document'
import { guarded } from './match'
import { patternGuard } from './pattern-guard'

export type Stage = Fields

type Read = (collection: string, query: Fields) => Doc[]

const STAGES = new Set(
  ['match', 'group', 'sort', 'limit', 'skip', 'project', 'addFields', 'unwind', 'count', 'lookup', 'bucket']
    .concat(['replaceRoot', 'sortByCount', 'sample'])
    .map((name) => `$${name}`),
)

export function aggregate(collection: string, stages: Stage[], read: Read): Fields[] {
  for (const stage of stages) {
    const unknown = Object.keys(stage).find((name) => !STAGES.has(name))
    if (unknown) throw notImplemented(`the aggregation stage ${unknown}`)
  }
  const [first] = stages
  const match = first?.['$match'] as Fields | undefined
  // Stages may write into what they are given, and what is given here is shared.
  const input = read(collection, match ?? {}).map((doc) => copyValue(doc))
  const rest = (match ? stages.slice(1) : stages) as Record<string, unknown>[]
  if (rest.length === 0) return input
  const collectionResolver = (name: string) => read(name, {}).map((doc) => copyValue(doc))
  const run = () => new Aggregator(rest, { scriptEnabled: false, collectionResolver }).run<Fields>(input)
  const guard = patternGuard(rest)
  return guarded(() => (guard ? guard.watch(input, run) : run()))
}
