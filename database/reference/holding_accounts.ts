import type { Trx } from '#core/within'

export const after = ['ledger_accounts', 'payment_rules']

const LEGAL =
  'اللائحة المالية للموازنة والحسابات والقانون 182 لسنة 2018 للتأمينات؛ الأكواد تؤكدها الوحدة الحسابية'

type Class = 'asset' | 'liability' | 'memo' | 'revenue'
type Account = readonly [code: string, ar: string, en: string, cls: Class, heading: string | null]

const DEBTORS = '31130112'

/** Headings of memo accounts, then what advances, guarantees and cash need; `INT-` waits for the official tree. */
const ACCOUNTS: readonly Account[] = [
  ['91', 'حسابات نظامية مدينة', 'Debit memorandum accounts', 'memo', null],
  ['92', 'حسابات نظامية دائنة', 'Credit memorandum accounts', 'memo', null],
  internal('INT-ADV-PERMANENT', 'سلف مستديمة', 'Permanent advances', 'asset', DEBTORS),
  internal('INT-ADV-TEMPORARY', 'سلف مؤقتة', 'Temporary advances', 'asset', DEBTORS),
  internal('INT-ADV-SUPPLIER', 'دفعات مقدمة', 'Supplier prepayments', 'asset', DEBTORS),
  internal('INT-CASHWAY', 'نقدية في الطريق بين الخزائن', 'Cash on its way', 'asset', '31110300'),
  internal('INT-UNITS', 'جاري الوحدات', 'Current account between units', 'asset', DEBTORS),
  ['41110499', 'ح/ دائنة – تأمينات للغير', 'Cash bonds of others', 'liability', '4111'],
  ['11330101', 'إيرادات النقد المصادر', 'Forfeited cash', 'revenue', null],
  ['91130501', 'كفالات عن تأمينات نهائية', 'Letters for final guarantees', 'memo', '91'],
  ['92130501', 'مقابل كفالات عن تأمينات نهائية', 'Counterpart of final letters', 'memo', '92'],
  internal('INT-91-TEMPORARY', 'كفالات عن تأمينات مؤقتة', 'Bid letters', 'memo', '91'),
  internal('INT-92-TEMPORARY', 'مقابل كفالات مؤقتة', 'Counterpart of bid letters', 'memo', '92'),
  internal('INT-91-ADVANCE', 'كفالات عن دفعات مقدمة', 'Prepayment letters', 'memo', '91'),
  internal('INT-92-ADVANCE', 'مقابل كفالات دفعات مقدمة', 'Counterpart of them', 'memo', '92'),
]

function internal(code: string, ar: string, en: string, cls: Class, heading: string): Account {
  return [code, `${ar} (كود داخلي)`, `${en} (internal code)`, cls, heading]
}

/** Cash bonds of others, what is refundable by form 50, forfeited and fined money. */
const BONDS = '41110499'
const REFUNDABLE = 'INT-DEPOSITS'
const FORFEITED = '11330101'
const FINES = 'INT-REV-FINES'

/** One amount of a document: its debit and its credit account; null: named by the document itself. */
type Pair = readonly [amount: 'amount' | 'memo', debit: string | null, credit: string | null]

const ADVANCE = {
  permanent: 'INT-ADV-PERMANENT',
  travel: 'INT-ADV-TEMPORARY',
  transport: 'INT-ADV-TEMPORARY',
  supplier: 'INT-ADV-SUPPLIER',
} as const

/** Types of form 50 by which an advance is paid or replenished, with the papers its dossier asks for. */
const PAYMENT_TYPES = [
  ['permanent', 'سلفة مستديمة', 'Permanent advance', 'form_62', 'استمارة 62 ع.ح', 'Form 62'],
  ['travel', 'سلفة بدل سفر', 'Travel advance', 'form_51', 'استمارة 51 ع.ح', 'Form 51'],
  ['transport', 'سلفة انتقال', 'Transport advance', 'form_170', 'استمارة 170 ع.ح', 'Form 170'],
  [
    'supplier',
    'دفعة مقدمة على عقد',
    'Prepayment on a contract',
    'contract',
    'العقد أو أمر التوريد',
    'Contract or order',
  ],
  [
    'replenish',
    'استعاضة سلفة مستديمة',
    'Replenishment of a permanent advance',
    'papers',
    'كشف تفريغ المستندات',
    'Statement of the papers',
  ],
] as const

const MEMO = {
  temporary: ['INT-91-TEMPORARY', 'INT-92-TEMPORARY'],
  final: ['91130501', '92130501'],
  advance: ['INT-91-ADVANCE', 'INT-92-ADVANCE'],
} as const

/** Document and event → what it moves. Deductions of form 50 clear what they took (INT-ADVANCES, INT-PENALTIES). */
function rules(): [document: string, event: string, pairs: Pair[]][] {
  const all: [string, string, Pair[]][] = []
  const rule = (document: string, event: string, ...pairs: Pair[]) =>
    all.push([document, event, pairs])
  for (const [kind, account] of Object.entries(ADVANCE)) {
    const document = `advance.${kind}`
    rule(document, 'spent', ['amount', null, account])
    rule(document, 'returned', ['amount', 'INT-CASH', account])
    rule(document, 'recovered', ['amount', 'INT-ADVANCES', account])
  }
  for (const [purpose, [debit, credit]] of Object.entries(MEMO)) {
    const document = `guarantee.letter.${purpose}`
    rule(document, 'held', ['memo', debit, credit])
    rule(document, 'released', ['memo', credit, debit])
    for (const [event, revenue] of [
      ['forfeited', FORFEITED],
      ['penalised', FINES],
    ] as const) {
      rule(document, event, ['memo', credit, debit], ['amount', 'INT-TRANSIT', revenue])
    }
  }
  const CAME_BY = { cash: 'INT-CASH', receipt: REFUNDABLE, cheque: 'INT-TRANSIT' }
  for (const [form, account] of Object.entries(CAME_BY)) {
    const document = `guarantee.${form}`
    rule(document, 'held', ['amount', account, BONDS])
    rule(document, 'released', ['amount', BONDS, REFUNDABLE])
    rule(document, 'forfeited', ['amount', BONDS, FORFEITED])
    rule(document, 'penalised', ['amount', BONDS, FINES])
  }
  rule('penalty.invoice', 'executed', ['amount', 'INT-PENALTIES', FINES])
  rule('penalty.cash', 'executed', ['amount', 'INT-CASH', FINES])
  for (const via of ['invoice', 'cash', 'guarantee']) {
    rule(`penalty.${via}`, 'given_back', ['amount', FINES, REFUNDABLE])
  }
  rule('cash_transfer', 'sent', ['amount', 'INT-CASHWAY', 'INT-CASH'])
  rule('cash_transfer', 'received', ['amount', 'INT-CASH', 'INT-CASHWAY'])
  rule('cash_transfer', 'delivered', ['amount', 'INT-UNITS', 'INT-CASHWAY'])
  rule('cash_transfer', 'arrived', ['amount', 'INT-CASH', 'INT-UNITS'])
  return all
}

/** Brings accounts and posting rules in once; what people changed or added stays. */
export default async function loadHoldingAccounts(trx: Trx): Promise<void> {
  for (const [code, ar, en, cls, heading] of ACCOUNTS) {
    await trx.rawQuery(
      `INSERT INTO ledger_accounts (code, name_ar, name_en, class, parent_code, is_postable, confirmed)
       VALUES (?, ?, ?, ?, ?, ?, 0)
       ON DUPLICATE KEY UPDATE ledger_accounts.code = ledger_accounts.code`,
      [code, ar, en, cls, heading, code.length > 2 ? 1 : 0] as string[]
    )
  }
  await loadPaymentTypes(trx)
  for (const [document, event, pairs] of rules()) {
    for (const [amount, ...sides] of pairs) {
      for (const [index, account] of sides.entries()) {
        await trx.rawQuery(
          `INSERT INTO posting_rules (document, event, amount_key, side, account_code, sort_order, valid_from, legal_reference)
           VALUES (?, ?, ?, ?, ?, ?, '2000-07-01', ?)
           ON DUPLICATE KEY UPDATE posting_rules.document = posting_rules.document`,
          [
            document,
            event,
            amount,
            index ? 'credit' : 'debit',
            account,
            index + 1,
            LEGAL,
          ] as string[]
        )
      }
    }
  }
}

async function loadPaymentTypes(trx: Trx): Promise<void> {
  for (const [order, [kind, ar, en, paper, paperAr, paperEn]] of PAYMENT_TYPES.entries()) {
    const type = `advance_${kind}`
    // What is given ahead stands on its own account; what was spent of it is charged to a line.
    const account = kind === 'replenish' ? null : ADVANCE[kind]
    await trx.rawQuery(
      `INSERT INTO payment_types (code, name_ar, name_en, charges, account_code, needs_commitment, sort_order)
       VALUES (?, ?, ?, ?, ?, 0, ?) ON DUPLICATE KEY UPDATE payment_types.code = payment_types.code`,
      [type, ar, en, account ? 'account' : 'budget', account, 50 + order] as string[]
    )
    const papers = [
      [paper, paperAr, paperEn],
      ['approval', 'موافقة السلطة المختصة', 'Approval of the authority'],
      ...(kind === 'supplier'
        ? [['guarantee', 'خطاب ضمان الدفعة المقدمة', 'Letter for the prepayment']]
        : []),
    ]
    for (const [place, [code, nameAr, nameEn]] of papers.entries()) {
      await trx.rawQuery(
        `INSERT INTO payment_papers (payment_type, code, name_ar, name_en, is_required, required_from, sort_order, valid_from, legal_reference)
         VALUES (?, ?, ?, ?, 1, '0.00', ?, '2000-07-01', ?) ON DUPLICATE KEY UPDATE payment_papers.code = payment_papers.code`,
        [type, code, nameAr, nameEn, place, LEGAL] as string[]
      )
    }
  }
}
