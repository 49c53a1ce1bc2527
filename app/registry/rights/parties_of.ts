import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { NotRecordedError, UnreadableFieldError } from '#registry/rights/errors'
import { parseShare, type Fraction, type WrittenShare } from '#registry/rights/shares'

/**
 * The party a form names by its number.
 * @throws NotRecordedError when the unit has no such party
 */
export async function partyIdOf(unitId: number, partyNo: string, trx: Trx): Promise<number> {
  const row = await trx
    .from('parties')
    .where({ unit_id: unitId, party_no: partyNo.trim() })
    .select('id')
    .first()
  if (!row) throw new NotRecordedError('party', partyNo)
  return Number(row.id)
}

/**
 * Partners and their shares as a form lists them, one a line: `15 = 1/3`. Nothing typed: the holder
 * alone has the whole.
 * @throws NotRecordedError, UnreadableFieldError
 */
export async function partnersOf(
  unitId: number,
  holderId: number,
  text: string | null | undefined,
  trx: Trx
): Promise<(WrittenShare & Fraction)[]> {
  const lines = (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length === 0) {
    return [{ partyId: holderId, written: '1', numerator: 1n, denominator: 1n }]
  }
  const partners: (WrittenShare & Fraction)[] = []
  for (const line of lines) {
    const [no = '', written = ''] = line.split(/[=:،]/, 2).map((part) => part.trim())
    const fraction = parseShare(written)
    if (!fraction) {
      throw new UnreadableFieldError(sentence('نصيب الشريك', 'The share'), line, {
        ar: 'اكتب كل شريك في سطر مثل: 15 = 1/3 أو 15 = 8 قراريط.',
        en: 'Write one partner a line, like: 15 = 1/3.',
      })
    }
    partners.push({ partyId: await partyIdOf(unitId, no, trx), written, ...fraction })
  }
  return partners
}
