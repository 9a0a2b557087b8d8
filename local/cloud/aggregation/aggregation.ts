/**
 * Aggregation pipelines. Invariant: stages are judged before any document is read, those that are not here are refused
 * by name; a leading `$match` or `$geoNear` is answered from the collection, the rest in memory; no stage changes the
 * documents that it is given.
 */
import { badRequest, notImplemented } from '../errors'
import { type Fields, isFields, type Value } from '../values/document'
import { bucket, bucketAuto, group, sortByCount } from './group'
import { geoNear } from './geo-near'
import { lookup } from './lookup'
import { refuseMalformed } from '../values/malformed'
import { matcher } from '../query/match'
import type { Order } from '../query/sort'
import { addFields, projectStage, replaceRoot, unwind } from './reshape'
import { sortDocs } from '../query/sort'
import type { Stage, StageContext } from './stage'

type Work = (docs: Fields[], operand: never, context: StageContext) => Fields[]

const STAGES: Readonly<Record<string, Work>> = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: (docs, name: Value) => {
    if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('.'))
      throw badRequest('the count field must be a non-empty string without $ and .')
    return docs.length > 0 ? [{ [name]: docs.length }] : []
  },
  $facet: (docs, pipelines: Fields, context) => [
    Object.fromEntries(
      Object.entries(pipelines).map(([name, stages]) => [name, runStages(docs, stages as Stage[], context)]),
    ),
  ],
  $group: group,
  $limit: (docs, count: Value) => docs.slice(0, wholeNumber('$limit', count, 1)),
  $lookup: lookup,
  $match: (docs, query: Fields, { variables }) => docs.filter(matcher(query, variables)),
  $project: projectStage,
  $replaceRoot: replaceRoot,
  $sample: (docs, { size }: Fields) => shuffled(docs).slice(0, wholeNumber('$sample size', size, 1)),
  $skip: (docs, count: Value) => docs.slice(wholeNumber('$skip', count, 0)),
  $sort: (docs, spec: Fields) => sortDocs(docs, orderFor(spec)),
  $sortByCount: sortByCount,
  $unwind: unwind,
}

const WITH_OBJECT = new Set(
  [
    'addFields',
    'bucket',
    'bucketAuto',
    'facet',
    'geoNear',
    'group',
    'lookup',
    'match',
    'project',
    'replaceRoot',
  ]
    .concat(['sample', 'sort'])
    .map((name) => `$${name}`),
)

export function aggregate(
  collection: string,
  stages: Stage[],
  source: Pick<StageContext, 'read' | 'geoFields'>,
): Fields[] {
  return refuseMalformed('the pipeline', () =>
    runPipeline(collection, stages, { ...source, variables: {}, run: runPipeline }),
  )
}

function runPipeline(collection: string, stages: Stage[], context: StageContext): Fields[] {
  const named = stages.map(stageName)
  const [first] = stages
  if (named[0] === '$geoNear') {
    const found = geoNear(collection, first?.['$geoNear'] as Fields, context)
    return runStages(found, stages.slice(1), context)
  }
  const query = named[0] === '$match' ? (first?.['$match'] as Fields) : undefined
  if (query && !usesVariables(query))
    return runStages(context.read(collection, query), stages.slice(1), context)
  return runStages(context.read(collection, {}), stages, context)
}

function runStages(docs: Fields[], stages: Stage[], context: StageContext): Fields[] {
  let current = docs
  for (const stage of stages) {
    const name = stageName(stage)
    if (name === '$geoNear') throw badRequest('$geoNear is only valid as the first stage in a pipeline.')
    current = (STAGES[name] as Work)(current, stage[name] as never, context)
  }
  return current
}

function stageName(stage: Stage): string {
  const [name, ...others] = Object.keys(stage)
  if (!name || others.length > 0)
    throw badRequest('A pipeline stage specification object must contain exactly one field.')
  if (name !== '$geoNear' && !Object.prototype.hasOwnProperty.call(STAGES, name))
    throw notImplemented(`the aggregation stage ${name}`)
  if (WITH_OBJECT.has(name) && !isFields(stage[name]))
    throw badRequest(`the ${name} stage specification must be an object`)
  return name
}

/** Such a query is different for each document of the outer pipeline. */
const usesVariables = (query: Fields): boolean => '$expr' in query || JSON.stringify(query).includes('"$$')

function wholeNumber(name: string, value: Value | undefined, least: number): number {
  if (!Number.isInteger(value) || (value as number) < least)
    throw badRequest(
      `invalid argument to ${name} stage: the value must be ${least > 0 ? 'positive' : 'non-negative'}`,
    )
  return value as number
}

function orderFor(spec: Fields): Order {
  const fields = Object.entries(spec)
  if (!isFields(spec) || fields.length === 0) throw badRequest('$sort stage must have at least one sort key')
  return fields.map(([field, direction]) => {
    if (isFields(direction)) throw notImplemented(`$sort by ${JSON.stringify(direction)}`)
    if (direction !== 1 && direction !== -1)
      throw badRequest('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return [field, direction]
  })
}

function shuffled(docs: Fields[]): Fields[] {
  return docs
    .map((doc) => [Math.random(), doc] as const)
    .sort(([a], [b]) => a - b)
    .map(([, doc]) => doc)
}
