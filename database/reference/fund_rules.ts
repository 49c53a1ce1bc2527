import type { Trx } from '#core/within'

export const after = ['ledger_accounts', 'payment_rules']

const LEGAL =
  'القانون 6 لسنة 2022 بشأن المالية العامة الموحد وقانون ربط الموازنة كل سنة؛ الأكواد تؤكدها الوحدة الحسابية'

/** Accounts of funds, with the heading of those that are current accounts; `INT-` waits for the official tree. */
const ACCOUNTS: readonly [code: string, ar: string, en: string, cls: string, heading?: string][] = [
  [
    'INT-TREASURY-SHARE',
    'حصة الخزانة العامة من إيرادات الصناديق',
    "Treasury's share of the revenue of funds",
    'expense',
  ],
  [
    'INT-TREASURY-DUE',
    'ح/ دائنة – حصة الخزانة العامة',
    "Treasury's share due",
    'liability',
    '4111',
  ],
  ['INT-FUNDS', 'جاري الصناديق والحسابات الخاصة', 'Current account between funds', 'asset', '3113'],
  ['INT-FUND-GIVEN', 'مساهمات لصناديق أخرى', 'Contributions to other funds', 'expense'],
  ['INT-FUND-RECEIVED', 'مساهمات من صناديق أخرى', 'Contributions of other funds', 'revenue'],
]

const RULES: readonly [document: string, event: string, debit: string, credit: string][] = [
  ['fund_share', 'approved', 'INT-TREASURY-SHARE', 'INT-TREASURY-DUE'],
  ['fund_transfer', 'given', 'INT-FUND-GIVEN', 'INT-FUNDS'],
  ['fund_transfer', 'received', 'INT-FUNDS', 'INT-FUND-RECEIVED'],
]

/** Accounts, rules of entries and the treasury's rate; later values of people stay. */
export default async function loadFundRules(trx: Trx): Promise<void> {
  for (const [code, ar, en, cls, heading = null] of ACCOUNTS) {
    await trx.rawQuery(
      `INSERT INTO ledger_accounts (code, name_ar, name_en, class, parent_code, is_postable, confirmed)
       VALUES (?, ?, ?, ?, ?, 1, 0) ON DUPLICATE KEY UPDATE ledger_accounts.code = ledger_accounts.code`,
      [code, `${ar} (كود داخلي)`, `${en} (internal code)`, cls, heading] as string[]
    )
  }
  for (const [document, event, debit, credit] of RULES) {
    for (const [order, [side, account]] of Object.entries({ debit, credit }).entries()) {
      await trx.rawQuery(
        `INSERT INTO posting_rules (document, event, amount_key, side, account_code, sort_order, valid_from, legal_reference, confirmed)
         VALUES (?, ?, 'amount', ?, ?, ?, '2000-07-01', ?, 0)
         ON DUPLICATE KEY UPDATE posting_rules.document = posting_rules.document`,
        [document, event, side, account, order, LEGAL]
      )
    }
  }
  await trx.rawQuery(
    `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
     VALUES ('budget.funds.treasury_share', NULL, ?, '2000-07-01', ?, 0, ?)
     ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
    [
      JSON.stringify({ rate: '0.15', exempt: [] }),
      LEGAL,
      'حصة الخزانة العامة من إيرادات الصناديق والحسابات الخاصة عن كل شهر، والصناديق المعفاة منها بأكوادها؛ تحدد كل سنة مالية',
    ]
  )
}
