import { sentence } from '#core/domain_error'
import { unitField } from '#core/imports/common_fields'
import {
  judgeRecorded,
  judgeTwins,
  landNew,
  landUpdates,
  type Landing,
} from '#core/imports/landing'
import { amount, amountOrZero, code, day, text } from '#core/imports/parsers'
import { Problem } from '#core/imports/problem'
import { restoreChanges } from '#core/imports/undo'
import { Money } from '#core/money'
import { postImport, rejectLocked, reverseImport } from '#accounts/actions/post_import'
import { accountField } from '#accounts/imports/account_field'
import { bankAccounts } from '#accounts/imports/bank_accounts'
import { ledgerAccountIds } from '#accounts/imports/head_codes'
import { NEW_ROWS, type Stage } from '#core/imports/stage'
import type { ImportDefinition, ImportField } from '#core/imports/definition'

const KEY = ['unit_id', 'batch_no'] as const

const money = (
  name: string,
  ar: string,
  en: string,
  synonyms: string[],
  parse: ImportField['parse']
): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  required: true,
  column: 'DECIMAL(18,2)',
  parse,
})

/** تسويات التحصيل الإلكتروني: what a provider pays out, less its commission. */
const settlements: ImportDefinition = {
  kind: 'settlements',
  labels: sentence('تسويات التحصيل الإلكتروني', 'Settlement batches'),
  permission: 'accounts.settlements.manage',
  needsApproval: true,
  fields: [
    unitField,
    {
      name: 'batch_no',
      labels: sentence('رقم الدفعة', 'Batch number'),
      synonyms: [
        'رقم دفعة التسوية',
        'دفعة التسوية',
        'الدفعة',
        'batch',
        'batch id',
        'settlement no',
      ],
      required: true,
      column: 'VARCHAR(60)',
      parse: code(60),
    },
    accountField,
    {
      name: 'settled_on',
      labels: sentence('تاريخ التسوية', 'Settlement date'),
      synonyms: ['التاريخ', 'date', 'settled'],
      required: true,
      column: 'DATE',
      parse: day,
    },
    money('gross', 'الإجمالي', 'Gross', ['إجمالي المتحصلات', 'gross amount', 'total'], amount),
    money('commission', 'العمولة', 'Commission', ['عمولة التحصيل', 'fee', 'fees'], amountOrZero),
    money('net', 'الصافي', 'Net', ['صافي التحويل', 'net amount'], amountOrZero),
    {
      name: 'provider',
      labels: sentence('مقدم الخدمة', 'Provider'),
      synonyms: ['الشركة', 'شركة التحصيل', 'provider name'],
      column: 'VARCHAR(80)',
      parse: text(80),
    },
  ],
  derived: { bank_account_id: 'BIGINT UNSIGNED' },
  totals: ['gross', 'commission', 'net'],
  key: KEY,

  async open({ scope, trx }) {
    const find = await bankAccounts(scope, trx)
    return (row) => {
      row.bank_account_id = find(row.account!)?.id ?? null
      if (!row.bank_account_id) return new Problem('unknown_account', row.account!, 'account')
      const net = Money.of(row.gross!).subtract(Money.of(row.commission!))
      return net.equals(Money.of(row.net!)) ? null : new Problem('net_differs', row.net!, 'net')
    }
  },

  async judge(stage) {
    await judgeRecorded(stage, landing)
    await rejectLocked(stage, 'settled_on')
    await judgeTwins(stage, KEY, [
      'bank_account_id',
      'settled_on',
      'gross',
      'commission',
      'provider',
    ])
  },

  async land(stage) {
    await post(stage)
    await landNew(stage, landing)
    await landUpdates(stage, landing)
  },

  async undo(stage) {
    await reverseImport(stage)
    await restoreChanges(stage, 'settlements', Object.keys(landing.details))
    await stage.sql('DELETE FROM settlements WHERE import_id = ?', [stage.importId])
  },
}

export default settlements

const landing: Landing = {
  table: 'settlements',
  landingJoins: `LEFT JOIN import_postings p ON p.unit_id = s.unit_id AND p.posted_on = s.settled_on
    AND p.kind = 'settlements'`,
  key: { unit_id: 's.unit_id', batch_no: 's.batch_no' },
  facts: {
    gross: 's.gross',
    commission: 's.commission',
    net: 's.net',
    settled_on: 's.settled_on',
    bank_account_id: 's.bank_account_id',
  },
  details: { provider: 's.provider' },
  names: { bank_account_id: 'account' },
  extra: { ledger_entry_id: 'p.entry_id' },
  defaults: { provider: "''" },
}

/** Dr deposits in transit (net) + Dr collection commission / Cr electronic collections due (gross). */
async function post(stage: Stage): Promise<void> {
  const codes = ['INT-TRANSIT', 'INT-COMMISSION', 'INT-ECOLLECT'] as const
  const account = await ledgerAccountIds(codes, (sql, bindings) => stage.sql(sql, bindings))
  const side = (id: number, debit: string, credit: string) =>
    `SELECT s.unit_id, s.settled_on AS posted_on, 'settlements' AS kind, ${id} AS account_id,
       ${debit} AS debit, ${credit} AS credit ${NEW_ROWS}`
  await postImport(
    stage,
    [
      side(account['INT-TRANSIT'], 's.net', '0'),
      side(account['INT-COMMISSION'], 's.commission', '0'),
      side(account['INT-ECOLLECT'], '0', 's.gross'),
    ].join(' UNION ALL ')
  )
}
