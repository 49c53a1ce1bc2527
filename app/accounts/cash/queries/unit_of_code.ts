import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { UnknownUnitError } from '#accounts/cash/errors'

/** The open unit that a code names, or `own` where none is named. @throws UnknownUnitError */
export async function unitOfCode(code: string | undefined, own: number): Promise<number> {
  if (!code) return own
  const row = await db
    .from('units')
    .where('code', code)
    .where((query) => query.whereNull('closed_on').orWhere('closed_on', '>', today()))
    .select('id')
    .first()
  if (row) return Number(row.id)
  throw new UnknownUnitError(
    sentence(`لا توجد وحدة مفتوحة بالكود ${code}.`, `No open unit has the code ${code}.`),
    { facts: { code } }
  )
}
