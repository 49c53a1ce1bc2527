import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { judgeTwins } from '#core/imports/landing'
import { Problem } from '#core/imports/problem'
import { NEW_ROWS, VERDICT, type Stage } from '#core/imports/stage'
import MatchDebit from '#accounts/banking/debits/match_debit'
import { paymentResultFields } from '#accounts/banking/imports/payment_result_fields'
import EndVoucher from '#accounts/payments/end_voucher'
import { takeBackAnswer } from '#accounts/payments/take_back_answer'
import type { Actor } from '#audit/actor'
import type { ImportDefinition } from '#core/imports/definition'

const KEY = ['unit_id', 'order_year', 'order_number'] as const

/**
 * رد البنك على أوامر الدفع: each order was paid, on a day, or refused, with the bank's reason. A paid one
 * is posted; a refused one dies, and its form may be ordered again.
 */
const paymentResults: ImportDefinition = {
  kind: 'payment-results',
  labels: sentence('رد البنك على أوامر الدفع', 'Answers of the bank on payment orders'),
  permission: 'accounts.payments.manage',
  needsApproval: true,
  fields: paymentResultFields,
  derived: {
    order_number: 'INT UNSIGNED',
    order_year: 'CHAR(9) CHARACTER SET ascii COLLATE ascii_bin',
  },
  totals: ['amount'],
  key: KEY,

  async open() {
    const now = today()
    return (row) => {
      // A bare number is of the year of its value date.
      const said = /^(\d{1,9})(?:\s*[/-]\s*(\d{4})\s*[/-]\s*(\d{4}))?$/.exec(row.order_no!)
      if (!said) return new Problem('unknown_order', row.order_no!, 'order_no')
      row.order_number = said[1]!
      row.order_year = said[2]
        ? `${said[2]}/${said[3]}`
        : FiscalYear.containing(row.value_on!).label
      if (row.value_on! > now) return new Problem('answer_in_future', row.value_on!, 'value_on')
      if (row.result === 'executed') row.reason = null
      else if (!row.reason) return new Problem('reason_needed', '', 'reason')
      return null
    }
  },

  async judge(stage) {
    await judgeAnswers(stage)
    await judgeTwins(stage, KEY, ['result', 'amount', 'value_on'], { field: 'order_no' })
  },

  async land(stage) {
    const rows = await stage.sql(
      `SELECT o.id AS order_id, o.unit_id, o.bank_account_id, s.*
       ${NEW_ROWS.replace('WHERE', `JOIN payment_orders o ON ${SAME_ORDER} WHERE`)} ORDER BY s.seq`
    )
    const by = doer(stage.by)
    const accounts = new Map<number, { bankAccountId: number; unitId: number }>()
    const ends = new EndVoucher()
    for (const row of rows) {
      const { order_id: orderId, value_on: on, bank_reference: told } = row
      const act = { by, on, trx: stage.trx }
      const reference = told || `رد البنك، استيراد ${stage.importId}`
      if (row.result === 'executed') await ends.execute(Number(orderId), { ...act, reference })
      else await ends.reject(Number(orderId), { ...act, reason: row.reason })
      await stage.sql(
        `INSERT INTO bank_answers (unit_id, order_id, result, amount, iban, reason, value_on, bank_reference, import_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          row.unit_id,
          orderId,
          row.result,
          String(row.amount),
          row.iban,
          row.reason,
          on,
          told ?? '',
          stage.importId,
        ]
      )
      const bankAccountId = Number(row.bank_account_id)
      accounts.set(bankAccountId, { bankAccountId, unitId: Number(row.unit_id) })
    }
    await new MatchDebit().matchCertain([...accounts.values()], { by, trx: stage.trx })
  },

  async undo({ sql, trx, importId, by }) {
    const answers = await sql(
      'SELECT order_id FROM bank_answers WHERE import_id = ? ORDER BY id DESC',
      [importId]
    )
    const act = { by: doer(by), trx, reason: `تراجع عن رد البنك، استيراد رقم ${importId}` }
    for (const { order_id: orderId } of answers) await takeBackAnswer(Number(orderId), act)
    await sql('DELETE FROM bank_answers WHERE import_id = ?', [importId])
  },

  reasons: {
    unknown_order: (no) =>
      sentence(
        `لا يوجد في الوحدة أمر دفع برقم «${no}». راجع الرقم والسنة المالية.`,
        `The unit has no payment order "${no}". Check number and fiscal year.`
      ),
    order_amount_differs: (said, recorded) =>
      sentence(
        `المبلغ ${said} غير مبلغ الأمر ${recorded}. راجع البنك.`,
        `The amount ${said} is not the order’s ${recorded}. Ask the bank.`
      ),
    order_iban_differs: (said, recorded) =>
      sentence(
        `الحساب ${said} غير حساب المستفيد في الأمر ${recorded}. راجع البنك قبل أي قيد.`,
        `The account ${said} is not the payee’s account ${recorded} of the order. Ask the bank before anything is posted.`
      ),
    order_not_sent: (no) =>
      sentence(
        `الأمر «${no}» لم يكتمل توقيعه أو ألغي، فلا رد للبنك عليه.`,
        `Order "${no}" is not signed by two or is void: the bank cannot have answered.`
      ),
    order_answered: (_, recorded) =>
      sentence(
        `سبق تسجيل رد البنك على هذا الأمر (${recorded === 'executed' ? 'منفذ' : 'مرفوض'}). لا يسجل مرتين.`,
        `The answer on this order is recorded already (${recorded}). It is not recorded twice.`
      ),
    before_order: (day, made) =>
      sentence(
        `تاريخ الرد ${day} قبل تحرير الأمر في ${made}.`,
        `The answer of ${day} is before the order was made on ${made}.`
      ),
    answer_in_future: (day) =>
      sentence(`تاريخ الحق ${day} لم يأت بعد.`, `The value date ${day} has not come yet.`),
    reason_needed: () =>
      sentence(
        'الأمر مرفوض بغير سبب. اكتب سبب البنك.',
        'The order is refused without a reason. Give the bank’s.'
      ),
  },
}

export default paymentResults

const SAME_ORDER =
  'o.unit_id = s.unit_id AND o.fiscal_year = s.order_year AND o.number = s.order_number'

/** What a row says against the order it names; the first that applies. */
async function judgeAnswers(stage: Stage): Promise<void> {
  const orders = `FROM import_stage s LEFT JOIN payment_orders o ON ${SAME_ORDER} LEFT JOIN bank_answers a ON a.order_id = o.id`
  const same =
    'a.id IS NOT NULL AND a.result = s.result AND a.amount = s.amount AND a.value_on = s.value_on AND (s.iban IS NULL OR o.payee_iban <=> s.iban)'
  const checks: [when: string, code: string, field: string, said: string, recorded: string][] = [
    ['o.id IS NULL', 'unknown_order', 'order_no', 's.order_no', 'NULL'],
    [
      "o.status IN ('made', 'signed_first', 'void')",
      'order_not_sent',
      'order_no',
      's.order_no',
      'NULL',
    ],
    [
      "o.status IN ('executed', 'rejected')",
      'order_answered',
      'order_no',
      's.order_no',
      'o.status',
    ],
    ['o.amount <> s.amount', 'order_amount_differs', 'amount', 's.amount', 'o.amount'],
    [
      's.iban IS NOT NULL AND NOT (o.payee_iban <=> s.iban)',
      'order_iban_differs',
      'iban',
      's.iban',
      'o.payee_iban',
    ],
    ['s.value_on < o.made_on', 'before_order', 'value_on', 's.value_on', 'o.made_on'],
    [
      `s.result = 'executed' AND EXISTS (SELECT 1 FROM accounting_periods p WHERE p.unit_id = s.unit_id
        AND p.month = DATE_FORMAT(s.value_on, '%Y-%m-01') AND p.state = 'locked')`,
      ...(['period_locked', 'value_on', 's.value_on', 'NULL'] as const),
    ],
  ]
  const pick = (at: 1 | 2 | 3 | 4) =>
    `CASE ${checks.map((check) => `WHEN ${check[0]} THEN ${at < 3 ? `'${check[at]}'` : `LEFT(${check[at]}, 190)`}`).join(' ')} END`
  await stage.verdict(
    `SELECT s.seq, ${VERDICT.unchanged}, NULL, NULL, NULL, NULL, a.id ${orders} WHERE s.problem_code IS NULL AND ${same}`
  )
  await stage.verdict(
    `SELECT s.seq, ${VERDICT.rejected}, ${pick(1)}, ${pick(2)}, ${pick(3)}, ${pick(4)}, NULL
     ${orders} WHERE s.problem_code IS NULL AND (${checks.map(([when]) => `(${when})`).join(' OR ')})`
  )
}

const doer = (by: { id: number | null; name: string }) => ({ id: by.id, asActor: (): Actor => by })
