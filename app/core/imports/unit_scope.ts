import { DomainError, sentence } from '#core/domain_error'
import type { Trx } from '#core/within'

/** The named unit is not in the tree. */
export class UnknownUnitError extends DomainError {
  static override code = 'E_UNKNOWN_UNIT'

  constructor(code: string) {
    super(sentence(`لا توجد وحدة بالكود «${code}».`, `There is no unit with the code "${code}".`), {
      facts: { code },
      cure: sentence('راجع أكواد الوحدات في صفحة الوحدات.', 'See the codes on the page of units.'),
    })
  }
}

/** The unit of an import with everything below it: where its rows may land. */
export interface UnitScope {
  id: number
  code: string
  /** Codes of the unit and of every unit below it → ids. */
  ids: ReadonlyMap<string, number>
  /** The governorate above (or the unit itself): imports of one kind take turns inside it. */
  governorate: string
  governorateId: number
}

/** Reads the scope of a unit by its id. @throws UnknownUnitError */
export async function unitScope(unitId: number, trx: Trx): Promise<UnitScope> {
  const [rows] = await trx.rawQuery(
    `SELECT u.id, u.code FROM unit_closure c JOIN units u ON u.id = c.descendant_id WHERE c.ancestor_id = ?`,
    [unitId]
  )
  const own = (rows as { id: number; code: string }[]).find((row) => Number(row.id) === unitId)
  if (!own) throw new UnknownUnitError(String(unitId))
  const [above] = await trx.rawQuery(
    `SELECT u.id, u.code FROM unit_closure c JOIN units u ON u.id = c.ancestor_id
     WHERE c.descendant_id = ? AND u.kind = 'governorate' ORDER BY c.depth DESC LIMIT 1`,
    [unitId]
  )
  return {
    id: unitId,
    code: own.code,
    ids: new Map(rows.map((row: { id: number; code: string }) => [row.code, Number(row.id)])),
    governorate: above[0]?.code ?? own.code,
    governorateId: Number(above[0]?.id ?? unitId),
  }
}

/** @throws UnknownUnitError */
export async function unitIdOf(code: string, trx: Pick<Trx, 'rawQuery'>): Promise<number> {
  const [rows] = await trx.rawQuery('SELECT id FROM units WHERE code = ?', [code])
  if (!rows[0]) throw new UnknownUnitError(code)
  return Number(rows[0].id)
}
