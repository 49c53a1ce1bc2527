/** Hundredths of a degree as `assets.cell` numbers them: row of latitude, then column of longitude. */
const PER_DEGREE = 100
const COLUMNS = 100_000
/** Above so many rows the ranges cost more than they spare. */
const MOST_ROWS = 120

/**
 * The ranges of `assets.cell` that cover a box, one for each row of cells; null where the box is so
 * tall that looking at every asset is no worse.
 */
export function cellRanges(
  [west, south, east, north]: readonly [number, number, number, number],
  mostRows = MOST_ROWS
): [from: number, to: number][] | null {
  const [bottom, top] = [Math.floor(south * PER_DEGREE), Math.floor(north * PER_DEGREE)]
  if (top - bottom + 1 > mostRows) return null
  const [left, right] = [Math.floor(west * PER_DEGREE), Math.floor(east * PER_DEGREE)]
  return Array.from({ length: top - bottom + 1 }, (_, row) => [
    (bottom + row) * COLUMNS + left,
    (bottom + row) * COLUMNS + right,
  ])
}

/** The same as a condition on a column. The numbers are ours, so they are written out. */
export function withinCells(
  column: string,
  box: readonly [number, number, number, number],
  mostRows?: number
): string | null {
  const ranges = cellRanges(box, mostRows)
  if (!ranges) return null
  return `(${ranges.map(([from, to]) => `${column} BETWEEN ${from} AND ${to}`).join(' OR ')})`
}
