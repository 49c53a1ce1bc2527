import { sentence } from '#core/domain_error'
import { unitField } from '#core/imports/common_fields'
import { judgeRecorded, judgeTwins, landNew, type Landing } from '#core/imports/landing'
import { amountOrZero, asciiCode, day } from '#core/imports/parsers'
import { Problem } from '#core/imports/problem'
import { NEW_ROWS } from '#core/imports/stage'
import { postImport, rejectLocked, reverseImport } from '#accounts/actions/post_import'
import type { ImportDefinition } from '#core/imports/definition'
import type { Trx } from '#core/within'

const KEY = ['unit_id', 'opened_on', 'account_id', 'fund_id'] as const
const CODE = 'VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin'
const NOTHING = /^0*(\.0*)?$/

/** أرصدة افتتاحية: what each account stood at when the house began to be kept here, by unit and fund. */
const openingBalances: ImportDefinition = {
  kind: 'opening-balances',
  labels: sentence('أرصدة افتتاحية', 'Opening balances'),
  permission: 'accounts.ledger.manage',
  needsApproval: true,
  fields: [
    unitField,
    {
      name: 'account',
      labels: sentence('كود الحساب', 'Account code'),
      synonyms: ['الحساب', 'رقم الحساب', 'account code', 'code'],
      required: true,
      column: CODE,
      parse: asciiCode(20),
    },
    {
      name: 'fund',
      labels: sentence('كود الصندوق', 'Fund code'),
      synonyms: ['الصندوق', 'fund'],
      column: CODE,
      parse: asciiCode(20),
    },
    {
      name: 'opened_on',
      labels: sentence('تاريخ الافتتاح', 'Opening date'),
      synonyms: ['التاريخ', 'في', 'date'],
      required: true,
      column: 'DATE',
      parse: day,
    },
    {
      name: 'debit',
      labels: sentence('مدين', 'Debit'),
      synonyms: ['رصيد مدين', 'منه', 'dr'],
      column: 'DECIMAL(18,2)',
      parse: amountOrZero,
    },
    {
      name: 'credit',
      labels: sentence('دائن', 'Credit'),
      synonyms: ['رصيد دائن', 'له', 'cr'],
      column: 'DECIMAL(18,2)',
      parse: amountOrZero,
    },
  ],
  derived: { account_id: 'BIGINT UNSIGNED', fund_id: 'BIGINT UNSIGNED' },
  totals: ['debit', 'credit'],
  key: KEY,
  derivesAlone: true,
  reasons: {
    unknown_ledger_account: (value) =>
      sentence(
        `الحساب «${value}» ليس في الدليل أو لا يقبل القيود. راجع دليل الحسابات.`,
        `The account "${value}" is not in the chart or takes no entries. See the chart of accounts.`
      ),
    unknown_fund: (value) =>
      sentence(
        `الصندوق «${value}» غير معروف. راجع أكواد الصناديق.`,
        `The fund "${value}" is not known. See the codes of funds.`
      ),
    not_a_first_day: (value) =>
      sentence(
        `«${value}» ليس أول يوم في سنة مالية. اكتب أول يوليو.`,
        `"${value}" is not the first day of a fiscal year. Write the first of July.`
      ),
    one_side_only: () =>
      sentence(
        'الرصيد في جانب واحد: مدين أو دائن، وليس صفرًا.',
        'A balance is on one side, debit or credit, and is not zero.'
      ),
    opening_unbalanced: (value) =>
      sentence(
        `أرصدة الوحدة لا تتوازن: الفرق ${value}. صحح الملف كله.`,
        `The balances of the unit do not balance: they differ by ${value}. Correct the whole file.`
      ),
    memo_unbalanced: (value) =>
      sentence(
        `الحسابات النظامية للوحدة لا تتقابل: الفرق ${value}.`,
        `The memo accounts of the unit do not stand against each other: they differ by ${value}.`
      ),
  },

  async open({ trx }) {
    const accounts = await idsByCode(
      'SELECT id, code FROM ledger_accounts WHERE is_postable = 1',
      trx
    )
    const funds = await idsByCode("SELECT id, code FROM budget_codes WHERE axis = 'fund'", trx)
    return (row) => {
      row.debit ??= '0.00'
      row.credit ??= '0.00'
      row.account_id = accounts.get(row.account ?? '') ?? null
      row.fund_id = !row.fund || row.fund === '00' ? '0' : (funds.get(row.fund) ?? null)
      if (!row.account_id) {
        return new Problem('unknown_ledger_account', row.account ?? '', 'account')
      }
      if (!row.fund_id) return new Problem('unknown_fund', row.fund ?? '', 'fund')
      if (row.opened_on && !row.opened_on.endsWith('-07-01')) {
        return new Problem('not_a_first_day', row.opened_on, 'opened_on')
      }
      const sides = [row.debit, row.credit].filter((side) => !NOTHING.test(side))
      return sides.length === 1 ? null : new Problem('one_side_only', row.debit, 'debit')
    }
  },

  async judge(stage) {
    await judgeRecorded(stage, landing)
    await rejectLocked(stage, 'opened_on')
    await judgeTwins(stage, KEY, ['debit', 'credit'], { field: 'account' })
    const differing = (memo: string) =>
      `FROM import_stage s JOIN (
         SELECT n.unit_id, n.opened_on, ABS(SUM(n.debit) - SUM(n.credit)) AS difference
         FROM import_stage n LEFT JOIN import_verdicts v ON v.seq = n.seq ${memo}
         WHERE v.seq IS NULL GROUP BY n.unit_id, n.opened_on HAVING SUM(n.debit) <> SUM(n.credit)
       ) d ON d.unit_id = s.unit_id AND d.opened_on = s.opened_on`
    const memo = "JOIN ledger_accounts a ON a.id = n.account_id AND a.class = 'memo'"
    await stage.reject('opening_unbalanced', 'debit', differing(''), 'd.difference')
    await stage.reject('memo_unbalanced', 'debit', differing(memo), 'd.difference')
  },

  async land(stage) {
    await postImport(
      stage,
      `SELECT s.unit_id, s.opened_on AS posted_on, 'opening_balances' AS kind, s.account_id, s.fund_id,
         s.debit, s.credit ${NEW_ROWS}`,
      { funds: true }
    )
    await landNew(stage, landing)
  },

  async undo(stage) {
    await reverseImport(stage)
    await stage.sql('DELETE FROM opening_balances WHERE import_id = ?', [stage.importId])
  },
}

export default openingBalances

const landing: Landing = {
  table: 'opening_balances',
  landingJoins: `LEFT JOIN import_postings p ON p.unit_id = s.unit_id AND p.posted_on = s.opened_on
    AND p.kind = 'opening_balances'`,
  key: {
    unit_id: 's.unit_id',
    opened_on: 's.opened_on',
    account_id: 's.account_id',
    fund_id: 's.fund_id',
  },
  facts: { debit: 's.debit', credit: 's.credit' },
  details: {},
  extra: { ledger_entry_id: 'p.entry_id' },
}

async function idsByCode(sql: string, trx: Trx): Promise<Map<string, string>> {
  const [rows] = await trx.rawQuery(sql)
  return new Map(rows.map(({ id, code }: { id: number; code: string }) => [code, String(id)]))
}
