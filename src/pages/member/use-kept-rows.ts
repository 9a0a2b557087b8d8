/** Rows that another list fills with other words: a new row costs the bridge several times as much as a changed one. */
import { useRef } from 'react'

/** @returns as many rows as there ever were, each in its place, which is its key; those after `rows` are out of sight. */
export function useKeptRows<Row>(rows: readonly Row[]): readonly Row[] {
  const kept = useRef<readonly Row[]>([])
  kept.current = [...rows, ...kept.current.slice(rows.length)]
  return kept.current
}
