/** Stages that change each document: `$project`, `$addFields`, `$replaceRoot`, `$unwind`. */
import { badRequest } from '../errors'
import type { StageContext } from './stage'
import { type Fields, isDate, isFields, type Value } from '../values/document'
import { isRegExp } from '../values/compare'
import { evaluator } from './expressions'
import type { Evaluate, Result } from './expression'
import { nameOfType } from './expression-operands'
import { only, without } from '../query/projection'

type Flags = Map<string, boolean | Evaluate>

/** A specification with its paths written out: `{a: {b: 1}}` is `{'a.b': 1}`. */
function flagsOf(
  spec: Fields,
  { variables }: StageContext,
  areFlags: boolean,
  prefix = '',
  into: Flags = new Map(),
): Flags {
  for (const [name, value] of Object.entries(spec)) {
    if (name.startsWith('$')) throw badRequest(`FieldPath field names may not start with '$': ${name}`)
    const path = `${prefix}${name}`
    const isNested = isFields(value) && !isRegExp(value) && Object.keys(value).length > 0
    if (areFlags && (typeof value === 'number' || typeof value === 'boolean')) into.set(path, Boolean(value))
    else if (isNested && !Object.keys(value).some((key) => key.startsWith('$')))
      flagsOf(value, { variables } as StageContext, areFlags, `${path}.`, into)
    else into.set(path, evaluator(value, variables))
  }
  return into
}

export function projectStage(docs: Fields[], spec: Fields, context: StageContext): Fields[] {
  if (Object.keys(spec).length === 0) throw badRequest('specification must have at least one field')
  const flags = flagsOf(spec, context, true)
  const id = flags.get('_id')
  flags.delete('_id')
  const named = (flag: boolean) => [...flags].filter(([, value]) => value === flag).map(([path]) => path)
  const computed = [...flags].filter((entry): entry is [string, Evaluate] => typeof entry[1] === 'function')
  if (typeof id === 'function') computed.unshift(['_id', id])
  const [wanted, unwanted] = [named(true), named(false)]
  const isExclusion = unwanted.length > 0 || (id === false && wanted.length + computed.length === 0)
  if (isExclusion && wanted.length + computed.length > 0)
    throw badRequest(
      'Bad projection specification, cannot exclude fields other than _id in an inclusion projection',
    )
  if (isExclusion) return docs.map((doc) => without(doc, id === false ? [...unwanted, '_id'] : unwanted))
  const paths = id === false ? wanted : ['_id', ...wanted]
  return docs.map((doc) => withComputed(only(doc, paths) as Fields, computed, doc))
}

export function addFields(docs: Fields[], spec: Fields, context: StageContext): Fields[] {
  const computed = [...flagsOf(spec, context, false)] as [string, Evaluate][]
  return docs.map((doc) => withComputed(doc, computed, doc))
}

function withComputed(kept: Fields, computed: [string, Evaluate][], doc: Fields): Fields {
  let made = kept
  for (const [path, evaluate] of computed) made = placed(made, path.split('.'), evaluate(doc)) as Fields
  return made
}

/** A copy with the value at the path; in each element where an array is on the way; undefined takes the field away. */
export function placed(holder: Result, [step = '', ...deeper]: string[], value: Result): Value {
  if (Array.isArray(holder)) return holder.map((item) => placed(item, [step, ...deeper], value))
  const fields: Fields = isFields(holder) && !isDate(holder) ? { ...holder } : {}
  if (deeper.length > 0) fields[step] = placed(fields[step], deeper, value)
  else if (value === undefined) delete fields[step]
  else fields[step] = value
  return fields
}

export function replaceRoot(docs: Fields[], spec: Fields, { variables }: StageContext): Fields[] {
  const evaluate = evaluator(spec['newRoot'], variables)
  return docs.map((doc) => {
    const made = evaluate(doc)
    if (!isFields(made))
      throw badRequest(
        `'newRoot' expression must evaluate to an object, but resulting value was of type: ${nameOfType(made)}`,
      )
    return made
  })
}

export function unwind(docs: Fields[], spec: Value): Fields[] {
  const options = isFields(spec) ? spec : { path: spec }
  const { path, includeArrayIndex: indexName, preserveNullAndEmptyArrays: keepsEmpty } = options
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw badRequest(`path option to $unwind stage should be prefixed with a '$': ${JSON.stringify(path)}`)
  const steps = path.slice(1).split('.')
  const read = evaluator(path)
  const numbered = (doc: Fields, position: number | null): Fields =>
    typeof indexName === 'string' ? (placed(doc, indexName.split('.'), position) as Fields) : doc
  return docs.flatMap((doc) => {
    const value = read(doc)
    if (Array.isArray(value) && value.length > 0)
      return value.map((item, position) => numbered(placed(doc, steps, item) as Fields, position))
    if (!Array.isArray(value) && value !== null && value !== undefined) return [numbered(doc, null)]
    if (!keepsEmpty) return []
    return [numbered(Array.isArray(value) ? (placed(doc, steps, undefined) as Fields) : doc, null)]
  })
}
