/** A table of measurements with its aim: printed for a person and kept in `bench/results.md`. */
export interface Table {
  readonly title: string
  /** What was measured, how, and beside what. */
  readonly words: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** Figures that must hold, each with its verdict. */
  readonly aims: readonly Aim[]
}

export interface Aim {
  readonly text: string
  readonly met: boolean
}

export const aim = (text: string, met: boolean): Aim => ({ text, met })

export function markdown(table: Table): string {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [
    `## ${table.title}`,
    '',
    table.words,
    '',
    row(table.columns),
    row(table.columns.map(() => '---')),
    ...table.rows.map(row),
    '',
    ...table.aims.map(({ text, met }) => `- ${met ? 'met' : '**not met**'}: ${text}`),
    '',
  ].join('\n')
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

export const spread = (values: readonly number[], digits = 0): string =>
  `${Math.min(...values).toFixed(digits)} / ${median(values).toFixed(digits)} / ${Math.max(...values).toFixed(digits)}`
