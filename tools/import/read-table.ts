/**
 * Reads a CSV file, gzipped or not, row by row and without keeping the rows.
 * Invariant: a row is handed on with its line number only when every wanted column is there.
 */
import { parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { refuseInput, ToolRefusal } from './refusal'

/** The wanted columns of one row, in the order asked for. */
export type OnRow = (values: readonly string[], line: number) => void

export async function readTable(file: string, columns: readonly string[], onRow: OnRow): Promise<void> {
  const name = basename(file)
  let places: number[] | null = null
  const parser = parse({
    relax_column_count: true,
    bom: true,
    skip_empty_lines: true,
    // The row is used up here, so that the parser keeps none.
    on_record: (row: string[], { lines }) => {
      if (places === null) places = placesOf(name, columns, row)
      else onRow(valuesOf(name, columns, places, row, lines), lines)
      return null
    },
  })
  parser.resume()
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 })
  try {
    await (file.endsWith('.gz') ? pipeline(bytes, createGunzip(), parser) : pipeline(bytes, parser))
  } catch (error) {
    throw error instanceof ToolRefusal ? error : unreadable(file, error as NodeJS.ErrnoException)
  }
  if (places === null)
    throw refuseInput(name, 'the file is empty', `Its first line must name ${columns.join(', ')}`)
}

function placesOf(name: string, columns: readonly string[], header: readonly string[]): number[] {
  const found = header.map((title) => title.trim())
  return columns.map((column) => {
    const place = found.indexOf(column)
    if (place < 0)
      throw refuseInput(
        `${name}:1`,
        `column "${column}" is missing`,
        `The first line must name ${columns.join(', ')}`,
      )
    return place
  })
}

function valuesOf(
  name: string,
  columns: readonly string[],
  places: readonly number[],
  row: readonly string[],
  line: number,
): string[] {
  return places.map((place, index) => {
    const value = row[place]
    if (value === undefined)
      throw refuseInput(
        `${name}:${line}`,
        `no value for "${columns[index]}"`,
        'Complete the line or take it out',
      )
    return value
  })
}

function unreadable(file: string, error: NodeJS.ErrnoException): ToolRefusal {
  if (error.code === 'ENOENT') return refuseInput(file, 'there is no such file', 'Check the path')
  return refuseInput(
    file,
    `cannot be read (${error.message})`,
    'It must be CSV in UTF-8, or CSV packed with gzip',
  )
}
