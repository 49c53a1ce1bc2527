import { DomainError, sentence, type Sentence } from '#core/domain_error'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { partyIn } from '#accounts/payments/payee'

/** A form 50 that is named by a holding is not there, not posted, or does not say what is claimed of it. */
export class Form50Error extends DomainError {
  static override code = 'E_FORM_50'
}

/** A posted form 50 as holdings need it. */
export interface PostedForm {
  id: number
  label: string
}

interface Named {
  unitId: number
  /** `7/2026/2027`, as the form's page and list write it. */
  formNo: string
  /** Whose money it must be, where he is a party of the register. */
  partyId?: number | null
}

interface Deducted extends Named {
  kind: 'penalty' | 'advance'
  amount: Money
}

/**
 * The form 50 of a unit by its number, locked, once its entry is posted and as long as its money was not
 * refused by the bank.
 * @throws Form50Error
 */
async function postedForm({ unitId, formNo, partyId }: Named, trx: Trx): Promise<PostedForm> {
  const [, number, year] = /^\s*(\d{1,9})\s*\/\s*(\d{4}\/\d{4})\s*$/.exec(formNo) ?? []
  const row =
    number &&
    (await trx
      .from('payment_vouchers')
      .where({ unit_id: unitId, number, fiscal_year: year })
      .forUpdate()
      .first())
  if (!row) {
    throw refused(
      formNo,
      sentence('لا توجد في الوحدة بهذا الرقم', 'is not in the unit'),
      sentence(
        'اكتب رقمها كما في قائمتها: الرقم/السنة المالية.',
        'Write it as its list does: number/fiscal year.'
      )
    )
  }
  if (!row.entry_id || ['void', 'rejected'].includes(row.status)) {
    throw refused(
      formNo,
      sentence('لم تقيد في دفتر 224 أو رُد صرفها', 'is not posted, or was refused')
    )
  }
  const payee = await partyIn({ beneficiaryId: row.beneficiary_id }, trx)
  if (partyId && payee && payee !== Number(partyId)) {
    throw refused(formNo, sentence('صُرفت لمتعامل آخر', 'paid another party'))
  }
  return { id: Number(row.id), label: `${row.number}/${row.fiscal_year}` }
}

/**
 * The form 50 off which a penalty was deducted or a part of an advance recovered. What other penalties
 * and settlements took of the same deduction counts.
 * @throws Form50Error
 */
export async function formThatDeducted(
  { kind, amount, ...named }: Deducted,
  trx: Trx
): Promise<PostedForm> {
  const form = await postedForm(named, trx)
  const [[{ deducted }]] = await trx.rawQuery(
    'SELECT COALESCE(SUM(amount), 0) AS deducted FROM voucher_deductions WHERE voucher_id = ? AND kind = ?',
    [form.id, kind]
  )
  const [[{ used }]] = await trx.rawQuery(
    USED[kind],
    [form.id, form.id].slice(0, kind === 'penalty' ? 2 : 1)
  )
  const left = Money.of(deducted).subtract(Money.of(used))
  if (amount.compare(left) > 0) {
    throw refused(
      form.label,
      sentence(
        `الباقي مما خصمته ${left.format('ar')} جنيه، والمطلوب ${amount.format('ar')}`,
        `has ${left.format('en')} pounds left of what it deducted; ${amount.format('en')} is asked`
      )
    )
  }
  return form
}

/** What was taken already of the deduction: penalties as they were executed, parts that were not refused. */
const USED = {
  penalty: `SELECT (SELECT COALESCE(SUM(executed), 0) FROM penalties WHERE voucher_id = ?)
    + (SELECT COALESCE(SUM(a.amount_before - a.amount_after), 0) FROM penalty_appeals a
       JOIN penalties p ON p.id = a.penalty_id WHERE p.voucher_id = ? AND a.ledger_entry_id IS NOT NULL) AS used`,
  advance: `SELECT COALESCE(SUM(amount), 0) AS used FROM advance_settlements WHERE voucher_id = ? AND status <> 'refused'`,
} as const

function refused(formNo: string, what: Sentence, cure?: Sentence): Form50Error {
  return new Form50Error(
    sentence(`استمارة 50 رقم ${formNo} ${what.ar}.`, `Form 50 no. ${formNo} ${what.en}.`),
    { facts: { formNo }, cure }
  )
}
