import type { Trx } from '#core/within'
import {
  DEDUCTION_RATES,
  FINANCE_LAW,
  PAYMENT_ACCOUNTS,
  PAYMENT_PAPERS,
  PAYMENT_TYPES,
  POSTING_RULES,
} from '#database/reference/data/payment_rules'

export const after = ['ledger_accounts']

const FROM = '2000-07-01'

/**
 * Types of payment, their deductions and papers, and the rules of their entries, all dated. What is
 * there stays: later rows of people take over from their own day.
 */
export default async function loadPaymentRules(trx: Trx): Promise<void> {
  for (const { code, ar, en, cls, heading = null } of PAYMENT_ACCOUNTS) {
    await trx.rawQuery(
      `INSERT INTO ledger_accounts (code, name_ar, name_en, class, parent_code, is_postable, confirmed)
       VALUES (?, ?, ?, ?, ?, 1, 0) ON DUPLICATE KEY UPDATE ledger_accounts.code = ledger_accounts.code`,
      [code, ar, en, cls, heading] as string[]
    )
  }
  for (const [order, { code, ar, en, account, committed }] of PAYMENT_TYPES.entries()) {
    await trx.rawQuery(
      `INSERT INTO payment_types (code, name_ar, name_en, charges, account_code, needs_commitment, sort_order)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE payment_types.code = payment_types.code`,
      [
        code,
        ar,
        en,
        account ? 'account' : 'budget',
        account ?? null,
        committed ?? false,
        order,
      ] as string[]
    )
  }
  await loadRates(trx)
  for (const [type, papers] of Object.entries(PAYMENT_PAPERS)) {
    for (const [order, [code, ar, en, requiredFrom]] of papers.entries()) {
      await trx.rawQuery(
        `INSERT INTO payment_papers (payment_type, code, name_ar, name_en, is_required, required_from, sort_order, valid_from, legal_reference)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE payment_papers.code = payment_papers.code`,
        [
          type,
          code,
          ar,
          en,
          requiredFrom !== null,
          requiredFrom ?? '0.00',
          order,
          FROM,
          FINANCE_LAW,
        ]
      )
    }
  }
  for (const [order, [document, event, amount, side, account]] of POSTING_RULES.entries()) {
    await trx.rawQuery(
      `INSERT INTO posting_rules (document, event, amount_key, side, account_code, sort_order, valid_from, legal_reference)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE posting_rules.document = posting_rules.document`,
      [document, event, amount, side, account, order, FROM, FINANCE_LAW] as string[]
    )
  }
}

async function loadRates(trx: Trx): Promise<void> {
  for (const [type, rates] of Object.entries(DEDUCTION_RATES)) {
    for (const [order, rate] of rates.entries()) {
      await trx.rawQuery(
        `INSERT INTO deduction_rates (payment_type, kind, name_ar, name_en, method, base, of_kind, rate,
           applies_above, exempt, round_to, sort_order, valid_from, legal_reference, confirmed)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE deduction_rates.kind = deduction_rates.kind`,
        [
          ...[type, rate.kind, rate.nameAr, rate.nameEn, rate.method],
          ...[rate.base ?? null, rate.ofKind ?? null, rate.rate ?? null],
          ...[rate.above ?? '0.00', rate.exempt ?? '0.00', rate.roundTo ?? '0.01'],
          ...[order, FROM, rate.legal, rate.confirmed ?? false],
        ] as string[]
      )
    }
  }
}
