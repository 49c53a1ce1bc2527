import { sentence, type Sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'

/** A paper of a payment's dossier (مستند الإضبارة): what the type asks for, and whether it is there. */
export interface DossierPaper {
  code: string
  name: Sentence
  isRequired: boolean
  reference: string | null
  isThere: boolean
}

interface Asked {
  id: number
  paymentType: string
  gross: Money
  dueOn: Day
}

/** Papers a voucher's dossier needs and has, by the dated table of its payment type. */
export async function dossierOf(
  { id, paymentType, gross, dueOn }: Asked,
  trx: Pick<Trx, 'rawQuery'>
): Promise<DossierPaper[]> {
  const [rows] = await trx.rawQuery(
    `SELECT p.code, p.name_ar, p.name_en, p.is_required = 1 AND p.required_from <= CAST(? AS DECIMAL(18,2)) AS required,
       v.reference, v.id IS NOT NULL AS there
     FROM payment_papers p LEFT JOIN voucher_papers v ON v.voucher_id = ? AND v.code = p.code
     WHERE p.payment_type = ? AND p.valid_from <= ? AND (p.valid_to IS NULL OR p.valid_to > ?)
     ORDER BY p.sort_order, p.id`,
    [String(gross), id, paymentType, dueOn, dueOn]
  )
  return rows.map((row: Record<string, any>) => ({
    code: row.code,
    name: sentence(row.name_ar, row.name_en),
    isRequired: Boolean(row.required),
    reference: row.reference,
    isThere: Boolean(row.there),
  }))
}

export const missingOf = (papers: readonly DossierPaper[]) =>
  papers.filter(({ isRequired, isThere }) => isRequired && !isThere)
