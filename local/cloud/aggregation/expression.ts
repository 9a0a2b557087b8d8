/** What an aggregation expression is: written, compiled, evaluated on a document. */
import type { Fields, Value } from '../values/document'

export type Result = Value | undefined
export interface Scope {
  root: Fields
  variables: Readonly<Record<string, Result>>
}
export type Compiled = (scope: Scope) => Result
/** Gets its operand as it was written, to compile what it wants evaluated. */
export type Operator = (operand: Result, compile: (expression: Result) => Compiled) => Compiled
export type Operators = Readonly<Record<string, Operator>>
export type Evaluate = (doc: Fields) => Result
