/**
 * Owns what WeChat refuses in a built mini program and what this phone would let pass. Each guard reads files alone, so
 * a build can ask it; what shows only while a page runs is asked by tests (`wcc.ts`, `view-depth.ts`).
 */
import { listFiles } from '../compile/package'
import { refusedReferences } from './references'
import { refusedStyles } from './styles'
import { wcscRefusals } from './wcsc'

/** Something that WeChat would not accept. */
export interface Refused {
  /** File from the mini program's folder, with its line where there is one. */
  readonly where: string
  readonly why: string
}

/** @param dist folder of a built mini program. */
export function guardPackage(dist: string): Refused[] {
  const files = listFiles(dist)
  return [...refusedStyles(dist, files), ...refusedReferences(dist, files), ...wcscRefusals(dist, files)]
}
