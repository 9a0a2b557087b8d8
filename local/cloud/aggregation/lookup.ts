/** `$lookup`: documents of another collection, by an equal field or by a pipeline of their own. */
import { badRequest } from '../errors'
import type { Stage, StageContext } from './stage'
import { type Fields, isFields, type Value } from '../values/document'
import { evaluator } from './expressions'
import { keyOf } from '../values/keys'
import { leavesAt } from '../values/leaves'
import { placed } from './reshape'

export function lookup(docs: Fields[], spec: Fields, context: StageContext): Fields[] {
  const { from, as, localField, foreignField, let: variables = {}, pipeline, ...others } = spec
  const [unknown] = Object.keys(others)
  if (unknown) throw badRequest(`unknown argument to $lookup: ${unknown}`)
  if (typeof from !== 'string' || typeof as !== 'string')
    throw badRequest('$lookup arguments must be strings: from, as')
  if (Array.isArray(pipeline)) {
    if (localField !== undefined || foreignField !== undefined)
      throw badRequest("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'")
    if (!isFields(variables)) throw badRequest("$lookup argument 'let' must be an object")
    return byPipeline(docs, { from, as, variables, pipeline: pipeline as Stage[] }, context)
  }
  if (typeof localField !== 'string' || typeof foreignField !== 'string')
    throw badRequest(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    )
  return byField(docs, { from, as, localField, foreignField }, context)
}

interface ByField {
  from: string
  as: string
  localField: string
  foreignField: string
}

/** One reading for all documents; the index on the other field serves it. */
function byField(
  docs: Fields[],
  { from, as, localField, foreignField }: ByField,
  { read }: StageContext,
): Fields[] {
  const valuesOf = (doc: Fields, path: string): Value[] =>
    leavesAt(doc, path).flatMap((leaf): Value[] => (Array.isArray(leaf) ? leaf : [leaf ?? null]))
  const wanted = new Map<string, Value>()
  const textOf = (value: Value) => keyOf(value).toString('latin1')
  for (const doc of docs) for (const value of valuesOf(doc, localField)) wanted.set(textOf(value), value)
  const holders = new Map<string, Fields[]>()
  const foreign = read(from, { [foreignField]: { $in: [...wanted.values()] } })
  for (const other of foreign) {
    for (const text of new Set(valuesOf(other, foreignField).map(textOf))) {
      const list = holders.get(text)
      if (list) list.push(other)
      else holders.set(text, [other])
    }
  }
  const positions = new Map(foreign.map((other, position) => [other, position]))
  return docs.map((doc) => {
    const found = new Set(valuesOf(doc, localField).flatMap((value) => holders.get(textOf(value)) ?? []))
    const ordered = [...found].sort((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0))
    return placed(doc, as.split('.'), ordered) as Fields
  })
}

interface ByPipeline {
  from: string
  as: string
  variables: Fields
  pipeline: Stage[]
}

function byPipeline(
  docs: Fields[],
  { from, as, variables, pipeline }: ByPipeline,
  context: StageContext,
): Fields[] {
  const named = Object.entries(variables).map(
    ([name, expression]) => [name, evaluator(expression, context.variables)] as const,
  )
  let whole: Fields[] | undefined
  // Every document reads the same collection: it is read once.
  const read: StageContext['read'] = (name, query) =>
    name === from && Object.keys(query).length === 0
      ? (whole ??= context.read(name, query))
      : context.read(name, query)
  return docs.map((doc) => {
    const own = Object.fromEntries(named.map(([name, evaluate]) => [name, evaluate(doc)]))
    const inner = { ...context, read, variables: { ...context.variables, ...own } }
    return placed(doc, as.split('.'), context.run(from, pipeline, inner)) as Fields
  })
}
