import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { judgeTwins } from '#core/imports/landing'
import { Problem } from '#core/imports/problem'
import { NEW_ROWS } from '#core/imports/stage'
import MatchDebit from '#accounts/banking/debits/match_debit'
import { answerReasons } from '#accounts/banking/imports/answer_reasons'
import { judgeAnswers, SAME_ORDER } from '#accounts/banking/imports/judge_answers'
import { paymentResultFields } from '#accounts/banking/imports/payment_result_fields'
import { refuseUnderSigned } from '#accounts/banking/reconciliation/under_signed'
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

  async undo(stage) {
    await refuseUnderSigned('answers', stage)
    const { sql, trx, importId, by } = stage
    const answers = await sql(
      'SELECT order_id FROM bank_answers WHERE import_id = ? ORDER BY id DESC',
      [importId]
    )
    const act = { by: doer(by), trx, reason: `تراجع عن رد البنك، استيراد رقم ${importId}` }
    for (const { order_id: orderId } of answers) await takeBackAnswer(Number(orderId), act)
    await sql('DELETE FROM bank_answers WHERE import_id = ?', [importId])
  },

  reasons: answerReasons,
}

export default paymentResults

const doer = (by: { id: number | null; name: string }) => ({ id: by.id, asActor: (): Actor => by })
