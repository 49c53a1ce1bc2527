import { withCheckCharacter } from '#core/identifiers'
import { nextNumbers } from '#core/numbering'
import type { Trx } from '#core/within'

/**
 * Permanent codes `GG-UU-C-NNNNNN-K`: governorate, unit, letter of the class, serial and check
 * character. The serial runs through the whole governorate and is never given twice, so that a code
 * stays unique wherever its asset moves; a transfer never renumbers (registry practice, Law 88/2025
 * keeps its own number apart).
 */
export async function newAssetCodes(
  { unitId, letter }: { unitId: number; letter: string },
  count: number,
  trx: Trx
): Promise<string[]> {
  const { series, place } = await placeOf(unitId, trx)
  const first = await nextNumbers({ unitId: series, book: 'asset', fiscalYear: '-' }, count, trx)
  return Array.from({ length: count }, (_, index) =>
    withCheckCharacter(`${place}-${letter}-${String(first + index).padStart(6, '0')}`)
  )
}

/** Codes for assets of one class in one unit; see {@link newAssetCodes}. */
export async function newAssetCode(
  { unitId, classId }: { unitId: number; classId: number },
  count: number,
  trx: Trx
): Promise<string[]> {
  const [[row]] = await trx.rawQuery('SELECT letter FROM asset_classes WHERE id = ?', [classId])
  return newAssetCodes({ unitId, letter: row.letter as string }, count, trx)
}

/** `FYM-SNR` of the unit EG-FYM-SNR and the governorate's counter; `FYM-00` for the governorate. */
async function placeOf(unitId: number, trx: Trx): Promise<{ series: number; place: string }> {
  const [rows] = await trx.rawQuery(
    `SELECT u.id, u.code, u.kind, c.depth FROM unit_closure c JOIN units u ON u.id = c.ancestor_id
     WHERE c.descendant_id = ? ORDER BY c.depth`,
    [unitId]
  )
  const line = rows as { id: number; code: string; kind: string }[]
  const own = line[0]!
  const governorate = line.findLast(({ kind }) => kind === 'governorate') ?? own
  const short = (code: string) => code.toUpperCase().replace(/^EG-|[^0-9A-Z-]/g, '')
  const above = short(governorate.code)
  const below = own.id === governorate.id ? '00' : (short(own.code).split('-').at(-1) ?? '00')
  return { series: Number(governorate.id), place: `${above}-${below}`.slice(0, 28) }
}
