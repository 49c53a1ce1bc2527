import { NoCoordinatesError, readPasted, type Pasted } from '#registry/coordinates/pasted'
import type { GridChoice } from '#registry/coordinates/choices'
import { sheetShape } from '#registry/coordinates/shape_of'
import type { Position, Shape } from '#registry/geo/types'
import { ProposalError } from '#registry/register/errors'

/**
 * Reads coordinates pasted from a survey sheet, as the coordinate doctor reads them, and the order of
 * the numbers where the sheet names it. A form takes no line that it cannot read.
 * @throws ProposalError naming the line that cannot be read
 */
export function readSheet(text: string): Pick<Pasted, 'outlines' | 'order'> {
  try {
    const { outlines, order, skipped } = readPasted(text)
    const [first] = skipped
    if (!first) return { outlines, order }
    throw refused(
      `السطر ${first.line}: «${first.text}» لا يحوي إحداثيين.`,
      `Line ${first.line}: "${first.text}" has no two coordinates.`
    )
  } catch (error) {
    if (!(error instanceof NoCoordinatesError)) throw error
    const lines = text.split(/\r?\n/)
    const first = lines.findIndex((line) => line.trim() !== '')
    const said = lines[first]?.trim().slice(0, 60)
    throw said === undefined || error.facts.count
      ? refused(error.messages.ar, error.messages.en)
      : refused(
          `السطر ${first + 1}: «${said}» لا يحوي إحداثيين.`,
          `Line ${first + 1}: "${said}" has no two coordinates.`
        )
  }
}

/** The outlines of a sheet alone: see {@link readSheet}. */
export function readCoordinates(text: string): Position[][] {
  return readSheet(text).outlines
}

/**
 * The shape of outlines on the grid in which they were read.
 * @throws ProposalError when an outline has two corners
 */
export function shapeOf(outlines: readonly Position[][], grid: GridChoice): Shape {
  const shape = sheetShape(outlines, grid)
  if (shape) return shape
  throw refused('المضلع يحتاج ثلاثة أركان على الأقل.', 'A polygon needs three corners at least.')
}

function refused(ar: string, en: string): ProposalError {
  return new ProposalError('coordinates', ar, en)
}
