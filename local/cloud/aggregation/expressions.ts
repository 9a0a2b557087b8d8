/**
 * Aggregation expressions on one document, computed as MongoDB computes them: compiled once, evaluated for each
 * document. Invariant: an operator that is not here is refused by its name before any document is looked at; a missing
 * field is undefined and stays different from null.
 */
import { badRequest, notImplemented } from '../errors'
import { isRegExp } from '../values/compare'
import { type Fields, isDate, isFields } from '../values/document'
import type { Compiled, Evaluate, Operators, Result, Scope } from './expression'
import { ARITHMETIC } from './expressions-arithmetic'
import { ARRAYS } from './expressions-arrays'
import { CONTROL } from './expressions-control'
import { DATES } from './expressions-dates'
import { TEXTS } from './expressions-texts'

const OPERATORS: Operators = { ...ARITHMETIC, ...ARRAYS, ...CONTROL, ...DATES, ...TEXTS }

export function compileExpression(expression: Result): Compiled {
  if (typeof expression === 'string' && expression.startsWith('$')) return fieldOrVariable(expression)
  if (Array.isArray(expression)) {
    const items = expression.map(compileExpression)
    return (scope) => items.map((item) => item(scope) ?? null)
  }
  if (!isFields(expression) || isRegExp(expression)) return () => expression
  const names = Object.keys(expression)
  const operator = names.find((name) => name.startsWith('$'))
  if (!operator) return compileObject(expression)
  if (names.length > 1)
    throw badRequest(
      `an expression specification must contain exactly one field, the name of the expression. Found ${names.length} fields in ${JSON.stringify(expression)}`,
    )
  const compile = Object.prototype.hasOwnProperty.call(OPERATORS, operator) ? OPERATORS[operator] : undefined
  if (!compile) throw notImplemented(`the expression operator ${operator}`)
  return compile(expression[operator], compileExpression)
}

function compileObject(fields: Fields): Compiled {
  const parts = Object.entries(fields).map(([name, child]) => [name, compileExpression(child)] as const)
  return (scope) => {
    const made: Fields = {}
    for (const [name, part] of parts) {
      const value = part(scope)
      if (value !== undefined) made[name] = value
    }
    return made
  }
}

function fieldOrVariable(path: string): Compiled {
  const steps = path.slice(path.startsWith('$$') ? 2 : 1).split('.')
  if (steps.includes('')) throw badRequest(`'${path}' is not a valid field path: a step is empty`)
  if (!path.startsWith('$$')) return ({ root }) => walk(root, steps, 0)
  const [name = ''] = steps
  if (name === 'REMOVE') return () => undefined
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => walk(root, steps, 1)
  if (/^[A-Z]/.test(name)) throw notImplemented(`the variable $$${name}`)
  return ({ variables }) => {
    if (!Object.prototype.hasOwnProperty.call(variables, name))
      throw badRequest(`Use of undefined variable: ${name}`)
    return walk(variables[name], steps, 1)
  }
}

/** An array on the way gives the array of what its elements have there; numbers are names, not positions. */
function walk(value: Result, steps: string[], at: number): Result {
  if (at === steps.length) return value
  if (Array.isArray(value))
    return value.flatMap((item) => {
      const found = isFields(item) || Array.isArray(item) ? walk(item, steps, at) : undefined
      return found === undefined ? [] : [found]
    })
  const step = steps[at] as string
  if (!isFields(value) || isDate(value) || !Object.prototype.hasOwnProperty.call(value, step))
    return undefined
  return walk(value[step], steps, at + 1)
}

export function evaluator(expression: Result, variables: Scope['variables'] = {}): Evaluate {
  const compiled = compileExpression(expression)
  return (root) => compiled({ root, variables })
}
