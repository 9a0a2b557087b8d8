/** One stage of a pipeline, and what its work may ask for. */
import type { Fields } from '../values/document'
import type { Scope } from './expression'

export type Stage = Fields

export interface StageContext {
  read: (collection: string, query: Fields) => Fields[]
  /** The fields of a collection that have a geographical index. */
  geoFields: (collection: string) => string[]
  variables: Scope['variables']
  /** Runs a pipeline inside the pipeline. */
  run: (collection: string, stages: Stage[], context: StageContext) => Fields[]
}
