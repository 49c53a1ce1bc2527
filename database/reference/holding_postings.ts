import type { Trx } from '#core/within'

export const after = ['ledger_accounts']

const LEGAL =
  'اللائحة المالية للموازنة والحسابات والقانون 182 لسنة 2018 للتأمينات؛ الأكواد تؤكدها الوحدة الحسابية'

type Account = readonly [code: string, ar: string, en: string, cls: 'asset' | 'liability' | 'memo']

/** Accounts that advances, guarantees and deposits need; `INT-` codes wait for the official tree. */
const ACCOUNTS: readonly Account[] = [
  ['INT-ADV-PERMANENT', 'سلف مستديمة (كود داخلي)', 'Permanent advances (internal code)', 'asset'],
  ['INT-ADV-TEMPORARY', 'سلف مؤقتة (كود داخلي)', 'Temporary advances (internal code)', 'asset'],
  [
    'INT-ADV-SUPPLIER',
    'دفعات مقدمة للموردين والمقاولين (كود داخلي)',
    'Supplier prepayments (internal code)',
    'asset',
  ],
  [
    'INT-ORDERS',
    'أوامر دفع صادرة لم تصرف (كود داخلي)',
    'Payment orders not yet executed (internal code)',
    'liability',
  ],
  [
    'INT-CASHWAY',
    'نقدية في الطريق بين الخزائن (كود داخلي)',
    'Cash on its way (internal code)',
    'asset',
  ],
  [
    'INT-UNITS',
    'جاري الوحدات (كود داخلي)',
    'Current account between units (internal code)',
    'asset',
  ],
  [
    'INT-PAYABLE',
    'مستحقات للغير تحت الصرف (كود داخلي)',
    'Dues of others under payment (internal code)',
    'liability',
  ],
  ['41110499', 'ح/ دائنة – تأمينات للغير – متنوعة أخرى', 'Cash bonds of others', 'liability'],
  ['91130501', 'كفالات عن تأمينات نهائية', 'Letters for final guarantees', 'memo'],
  ['92130501', 'مقابل كفالات عن تأمينات نهائية', 'Counterpart of final guarantees', 'memo'],
  [
    'INT-91-TEMPORARY',
    'كفالات عن تأمينات مؤقتة (كود داخلي)',
    'Letters for temporary guarantees (internal code)',
    'memo',
  ],
  [
    'INT-92-TEMPORARY',
    'مقابل كفالات عن تأمينات مؤقتة (كود داخلي)',
    'Counterpart of temporary guarantees (internal code)',
    'memo',
  ],
  [
    'INT-91-ADVANCE',
    'كفالات عن دفعات مقدمة (كود داخلي)',
    'Letters for prepayments (internal code)',
    'memo',
  ],
  [
    'INT-92-ADVANCE',
    'مقابل كفالات عن دفعات مقدمة (كود داخلي)',
    'Counterpart of letters for prepayments (internal code)',
    'memo',
  ],
]

type Pair = readonly [debit: string | null, credit: string | null]

const ADVANCE = {
  permanent: 'INT-ADV-PERMANENT',
  travel: 'INT-ADV-TEMPORARY',
  transport: 'INT-ADV-TEMPORARY',
  supplier: 'INT-ADV-SUPPLIER',
} as const

const MEMO = {
  temporary: ['INT-91-TEMPORARY', 'INT-92-TEMPORARY'],
  final: ['91130501', '92130501'],
  advance: ['INT-91-ADVANCE', 'INT-92-ADVANCE'],
} as const

const BONDS = '41110499'
const FORFEITED = '11330101'

/** Event × form → the pairs of accounts it moves; an account left out is named by the document. */
function rules(): Map<string, readonly Pair[]> {
  const all = new Map<string, readonly Pair[]>()
  for (const [kind, account] of Object.entries(ADVANCE)) {
    all.set(`advance.paid ${kind}`, [[account, 'INT-ORDERS']])
    all.set(`advance.spent ${kind}`, [[null, account]])
    all.set(`advance.returned ${kind}`, [['INT-CASH', account]])
    all.set(`advance.recovered ${kind}`, [['INT-PAYABLE', account]])
  }
  all.set('advance.replenished permanent', [[null, 'INT-ORDERS']])
  for (const [purpose, [debit, credit]] of Object.entries(MEMO)) {
    all.set(`guarantee.held letter.${purpose}`, [[debit, credit]])
    all.set(`guarantee.released letter.${purpose}`, [[credit, debit]])
    all.set(`guarantee.penalised letter.${purpose}`, [
      [credit, debit],
      ['INT-TRANSIT', 'INT-REV-FINES'],
    ])
    all.set(`guarantee.forfeited letter.${purpose}`, [
      [credit, debit],
      ['INT-TRANSIT', FORFEITED],
    ])
  }
  all.set('guarantee.held cash', [['INT-CASH', BONDS]])
  all.set('guarantee.held receipt', [['INT-DEPOSITS', BONDS]])
  all.set('guarantee.held cheque', [['INT-TRANSIT', BONDS]])
  all.set('penalty.executed invoice', [['INT-PAYABLE', 'INT-REV-FINES']])
  all.set('penalty.executed cash', [['INT-CASH', 'INT-REV-FINES']])
  for (const via of ['invoice', 'cash', 'guarantee']) {
    all.set(`penalty.given_back ${via}`, [['INT-REV-FINES', 'INT-PAYABLE']])
  }
  all.set('cash.sent transfer', [['INT-CASHWAY', 'INT-CASH']])
  all.set('cash.received transfer', [['INT-CASH', 'INT-CASHWAY']])
  all.set('cash.delivered transfer', [['INT-UNITS', 'INT-CASHWAY']])
  all.set('cash.arrived transfer', [['INT-CASH', 'INT-UNITS']])
  for (const form of ['cash', 'receipt', 'cheque']) {
    all.set(`guarantee.penalised ${form}`, [[BONDS, 'INT-REV-FINES']])
    all.set(`guarantee.released ${form}`, [[BONDS, 'INT-ORDERS']])
    all.set(`guarantee.forfeited ${form}`, [[BONDS, FORFEITED]])
  }
  return all
}

/** Brings accounts and posting rules in once; what people changed or added stays. */
export default async function loadHoldingPostings(trx: Trx): Promise<void> {
  const account = (row: readonly (string | number)[]) =>
    trx.rawQuery(
      `INSERT INTO ledger_accounts (code, name_ar, name_en, class, is_postable, confirmed)
       VALUES (?, ?, ?, ?, 1, 0) ON DUPLICATE KEY UPDATE ledger_accounts.code = ledger_accounts.code`,
      [...row]
    )
  for (const row of ACCOUNTS) await account(row)
  await account([FORFEITED, 'إيرادات النقد المصادر', 'Forfeited cash', 'revenue'])
  for (const [name, pairs] of rules()) {
    const [event, form] = name.split(' ') as [string, string]
    for (const [index, [debit, credit]] of pairs.entries()) {
      await trx.rawQuery(
        `INSERT INTO holding_postings (event, form, pair_no, debit_code, credit_code, legal_reference)
         VALUES (?, ?, ?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE holding_postings.event = holding_postings.event`,
        [event, form, index + 1, debit, credit, LEGAL] as string[]
      )
    }
  }
}
