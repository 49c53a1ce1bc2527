import { sentence } from '#core/domain_error'
import { METHODS, unitField } from '#core/imports/common_fields'
import {
  judgeRecorded,
  judgeTwins,
  landNew,
  landUpdates,
  type Landing,
} from '#core/imports/landing'
import { amount, asciiCode, choice, code, day } from '#core/imports/parsers'
import { Problem } from '#core/imports/problem'
import { restoreChanges } from '#core/imports/undo'
import { postImport, rejectLocked, reverseImport } from '#accounts/actions/post_import'
import { accountField } from '#accounts/imports/account_field'
import { bankAccounts } from '#accounts/imports/bank_accounts'
import { ledgerAccountIds } from '#accounts/imports/head_codes'
import { NEW_ROWS, type Stage } from '#core/imports/stage'
import type { ImportDefinition } from '#core/imports/definition'

const KEY = ['unit_id', 'number'] as const

/** حوافظ التوريد 37: what a cashier handed to the bank. */
const depositSlips: ImportDefinition = {
  kind: 'deposit-slips',
  labels: sentence('حوافظ التوريد', 'Deposit slips'),
  permission: 'accounts.deposits.manage',
  needsApproval: true,
  fields: [
    unitField,
    {
      name: 'number',
      labels: sentence('رقم الحافظة', 'Slip number'),
      synonyms: ['الحافظة', 'رقم حافظة التوريد', 'slip no', 'slip'],
      required: true,
      column: 'VARCHAR(40)',
      parse: code(40),
    },
    accountField,
    {
      name: 'deposited_on',
      labels: sentence('تاريخ التوريد', 'Deposit date'),
      synonyms: ['التاريخ', 'تاريخ الإيداع', 'date', 'deposited'],
      required: true,
      column: 'DATE',
      parse: day,
    },
    {
      name: 'amount',
      labels: sentence('المبلغ', 'Amount'),
      synonyms: ['القيمة', 'إجمالي الحافظة', 'value', 'total'],
      required: true,
      column: 'DECIMAL(18,2)',
      parse: amount,
    },
    {
      name: 'method',
      labels: sentence('نوع التوريد', 'Method'),
      synonyms: ['الطريقة', 'طريقة السداد', 'type'],
      column: 'VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin',
      parse: choice(METHODS),
    },
    {
      name: 'cashier',
      labels: sentence('كود الصراف', 'Cashier code'),
      synonyms: ['الصراف', 'cashier', 'collector'],
      column: 'VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin',
      parse: asciiCode(30),
    },
  ],
  derived: { bank_account_id: 'BIGINT UNSIGNED' },
  totals: ['amount'],
  key: KEY,

  derivesAlone: true,

  async open({ scope, trx }) {
    const find = await bankAccounts(scope, trx)
    return (row) => {
      const account = row.account ?? ''
      row.bank_account_id = find(account)?.id ?? null
      return row.bank_account_id ? null : new Problem('unknown_account', account, 'account')
    }
  },

  async judge(stage) {
    await judgeRecorded(stage, landing)
    await rejectLocked(stage, 'deposited_on')
    await judgeTwins(stage, KEY, ['bank_account_id', 'deposited_on', 'amount', 'method', 'cashier'])
  },

  async land(stage) {
    if (stage.has('cashier')) await makeCashiers(stage)
    await post(stage)
    await landNew(stage, landing)
    await landUpdates(stage, landing)
  },

  async undo(stage) {
    await reverseImport(stage)
    await restoreChanges(stage, 'deposit_slips', Object.keys(landing.details))
    await stage.sql('DELETE FROM deposit_slips WHERE import_id = ?', [stage.importId])
  },
}

export default depositSlips

const landing: Landing = {
  table: 'deposit_slips',
  joins: 'LEFT JOIN cashiers c ON c.unit_id = s.unit_id AND c.code = s.cashier',
  landingJoins: `LEFT JOIN import_postings p ON p.unit_id = s.unit_id AND p.posted_on = s.deposited_on
    AND p.kind = 'deposit_slips'`,
  key: { unit_id: 's.unit_id', number: 's.number' },
  facts: {
    amount: 's.amount',
    deposited_on: 's.deposited_on',
    bank_account_id: 's.bank_account_id',
  },
  details: { method: 's.method', cashier_id: 'c.id' },
  names: { bank_account_id: 'account' },
  extra: { ledger_entry_id: 'p.entry_id' },
  defaults: { method: "'cash'" },
}

async function makeCashiers(stage: Stage): Promise<void> {
  await stage.sql(
    `INSERT INTO cashiers (unit_id, code, name) SELECT DISTINCT s.unit_id, s.cashier, s.cashier
     ${NEW_ROWS} AND s.cashier IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM cashiers c WHERE c.unit_id = s.unit_id AND c.code = s.cashier)`
  )
}

/** Dr deposits in transit / Cr cash in hand. */
async function post(stage: Stage): Promise<void> {
  const account = await ledgerAccountIds(['INT-TRANSIT', 'INT-CASH'], (text, bindings) =>
    stage.sql(text, bindings)
  )
  const side = (id: number, debit: string, credit: string) =>
    `SELECT s.unit_id, s.deposited_on AS posted_on, 'deposit_slips' AS kind, ${id} AS account_id,
       ${debit} AS debit, ${credit} AS credit ${NEW_ROWS}`
  await postImport(
    stage,
    `${side(account['INT-TRANSIT'], 's.amount', '0')} UNION ALL ${side(account['INT-CASH'], '0', 's.amount')}`
  )
}
