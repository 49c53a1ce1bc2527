import { sentence } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { ImportInUseError } from '#core/imports/in_use'
import type { UndoStage } from '#core/imports/undo'

/** Accounts and first days of what an import brought, as SQL of `bank_account_id` and `day`. */
const BROUGHT = {
  lines:
    'SELECT bank_account_id, MIN(booked_on) AS day FROM bank_lines WHERE import_id = ? GROUP BY bank_account_id',
  answers: `SELECT o.bank_account_id, MIN(a.value_on) AS day FROM bank_answers a JOIN payment_orders o ON o.id = a.order_id
    WHERE a.import_id = ? GROUP BY o.bank_account_id`,
}

/**
 * Lines and answers under a signed reconciliation statement stay: its figures rest on them.
 * @throws ImportInUseError naming the statement and its month
 */
export async function refuseUnderSigned(
  what: keyof typeof BROUGHT,
  { sql, importId }: UndoStage
): Promise<void> {
  const [signed] = await sql(
    `SELECT CONCAT(r.number, '/', r.fiscal_year) AS label, r.month, r.status FROM (${BROUGHT[what]}) x
     JOIN bank_reconciliations r ON r.bank_account_id = x.bank_account_id AND r.status <> 'draft'
       AND r.month >= DATE_FORMAT(x.day, '%Y-%m-01') ORDER BY r.month LIMIT 1`,
    [importId]
  )
  if (!signed) return
  const month = Month.containing(signed.month)
  const isClosed = signed.status === 'closed'
  throw new ImportInUseError(
    sentence(
      `لا يمكن التراجع: مذكرة تسوية البنك رقم ${signed.label} عن ${month.label('ar')} موقعة على ما في هذا الملف.`,
      `It cannot be undone: bank reconciliation statement ${signed.label} of ${month.label('en')} was signed on what this file brought.`
    ),
    {
      facts: { statement: signed.label, month: signed.month },
      cure: isClosed
        ? sentence(
            'المذكرة المعتمدة لا تفتح؛ صحح بكشف أو رد لاحق من البنك.',
            'A closed statement is not opened: correct it by a later statement or answer of the bank.'
          )
        : sentence(
            'ترد المذكرة إلى معدها أولًا.',
            'Send the statement back to who prepared it first.'
          ),
    }
  )
}
