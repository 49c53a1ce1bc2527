import type { DeductionKind, DeductionRate } from '#accounts/payments/deductions'

/** Where the rules of payments come from; a finance officer confirms each. */
const FINANCE = 'القانون 6 لسنة 2022 بشأن المالية العامة الموحد واللائحة المالية'
const INCOME_TAX = 'القانون 91 لسنة 2005، الخصم تحت حساب الضريبة'
const VAT = 'القانون 67 لسنة 2016، خصم جزء من الضريبة على القيمة المضافة'
const STAMPS = 'القانون 111 لسنة 1980 مادتا 79 و80؛ الفئات تؤكدها وزارة المالية'
const INSURANCE = 'القانون 148 لسنة 2019، تأمينات عمال المقاولات'
const CONTRACTS = 'القانون 182 لسنة 2018 ولائحته التنفيذية'

export const PAYMENT_TYPES: readonly {
  code: string
  ar: string
  en: string
  account?: string
  committed?: boolean
}[] = [
  { code: 'supplies', ar: 'توريدات', en: 'Supplies', committed: true },
  { code: 'services', ar: 'خدمات', en: 'Services', committed: true },
  { code: 'works', ar: 'مقاولات', en: 'Works', committed: true },
  { code: 'fees', ar: 'أتعاب مهنية', en: 'Professional fees', committed: true },
  { code: 'utilities', ar: 'مياه وإنارة واتصالات', en: 'Utilities' },
  { code: 'wages', ar: 'أجور ومكافآت', en: 'Wages' },
  { code: 'grants', ar: 'إعانات ومساهمات', en: 'Grants' },
  { code: 'other', ar: 'مصروفات أخرى', en: 'Other' },
  { code: 'deposit_refund', ar: 'رد تأمين', en: 'Refund of a deposit', account: 'INT-DEPOSITS' },
]

/**
 * Accounts of the chart that payments need; official codes only where one was seen. What forms 50 hold back
 * stands under the headings of current accounts, payment orders under none: books 55, 224 and 56 show them.
 */
export const PAYMENT_ACCOUNTS: readonly {
  code: string
  ar: string
  en: string
  cls: 'expense' | 'asset' | 'liability'
  heading?: '3113' | '4111'
}[] = [
  internal('INT-USES', 'استخدامات الموازنة', 'Uses of the budget', 'expense'),
  internal('INT-PAYORDERS', 'أوامر الدفع', 'Payment orders', 'liability'),
  heldBack('INT-WHT', 'ضرائب خصم وإضافة', 'Tax withheld'),
  heldBack('INT-VATWH', 'ضريبة قيمة مضافة محتجزة', 'VAT withheld'),
  heldBack('INT-STAMPS', 'ضريبة دمغة', 'Stamp duty'),
  {
    ...{ code: '41110203', cls: 'liability', heading: '4111' },
    ar: 'ح/ دائنة – تأمينات اجتماعية/أعمال مقاولات',
    en: 'Social insurance on works',
  },
  heldBack('INT-PENALTIES', 'غرامات موردين ومقاولين', 'Penalties of suppliers'),
  {
    ...internal('INT-ADVANCES', 'ح/ مدينة – دفعات مقدمة وسلف', 'Advances', 'asset'),
    heading: '3113',
  },
  heldBack('INT-RETENTION', 'محتجز ضمان', 'Retention'),
  heldBack('INT-DEDUCTED', 'استقطاعات أخرى', 'Other deductions'),
]

function internal<Class>(code: string, ar: string, en: string, cls: Class) {
  return { code, ar: `${ar} (كود داخلي)`, en: `${en} (internal code)`, cls }
}

function heldBack(code: string, ar: string, en: string) {
  const account = internal(code, `ح/ دائنة – ${ar}`, en, 'liability' as const)
  return { ...account, heading: '4111' as const }
}

export type RateSeed = Pick<DeductionRate, 'kind' | 'method' | 'nameAr' | 'nameEn'> & {
  base?: DeductionRate['base']
  ofKind?: DeductionKind
  rate?: string
  above?: string
  exempt?: string
  roundTo?: string
  legal: string
  confirmed?: boolean
}

/** Tax withheld at source: the rates and the 300 pounds above which they apply are published. */
const withheld = (rate: string): RateSeed => ({
  ...{ kind: 'withholding', method: 'rate', base: 'before_vat', rate, above: '300.00' },
  ...{ nameAr: 'خصم تحت حساب الضريبة', nameEn: 'Withholding tax', legal: INCOME_TAX },
  confirmed: true,
})
/** The proportional stamp and its treble: quoted as 2.4 % together, by no text seen. */
const stamps: RateSeed[] = [
  {
    ...{ kind: 'stamp', method: 'rate', base: 'before_vat', rate: '0.006', legal: STAMPS },
    ...{ nameAr: 'دمغة عادية', nameEn: 'Stamp duty' },
  },
  {
    ...{ kind: 'stamp_extra', method: 'multiple', ofKind: 'stamp', rate: '3', legal: STAMPS },
    ...{ nameAr: 'دمغة إضافية', nameEn: 'Additional stamp duty' },
  },
]
const stated = (kind: DeductionKind, nameAr: string, nameEn: string, legal: string): RateSeed => ({
  ...{ kind, method: 'stated', nameAr, nameEn, legal },
})
const penalty = stated('penalty', 'غرامة تأخير أو جزاء', 'Penalty', CONTRACTS)
const advance = stated('advance', 'استرداد دفعة مقدمة', 'Recovery of an advance', CONTRACTS)
const retention = stated('retention', 'محتجز ضمان', 'Retention', CONTRACTS)
const other = stated('other', 'استقطاع آخر', 'Other deduction', FINANCE)
const tenders = [penalty, advance, retention, other]

export const DEDUCTION_RATES: Readonly<Record<string, readonly RateSeed[]>> = {
  supplies: [withheld('0.01'), ...stamps, ...tenders],
  services: [withheld('0.03'), ...stamps, ...tenders],
  works: [
    withheld('0.01'),
    {
      ...{ kind: 'vat_withheld', method: 'rate', base: 'vat', rate: '0.20', legal: VAT },
      ...{ nameAr: 'ضريبة قيمة مضافة محتجزة', nameEn: 'VAT withheld' },
    },
    ...stamps,
    stated('insurance', 'تأمينات اجتماعية على المقاولات', 'Social insurance on works', INSURANCE),
    ...tenders,
  ],
  fees: [withheld('0.05'), ...stamps, other],
  utilities: [other],
  wages: [other],
  grants: [other],
  other: [other],
  deposit_refund: [other],
}

type PaperSeed = readonly [code: string, ar: string, en: string, requiredFrom?: string | null]

const contract: PaperSeed = ['contract', 'العقد أو أمر التوريد', 'Contract or order']
const invoice: PaperSeed = ['invoice', 'أصل الفاتورة', 'Original invoice']
const commitment: PaperSeed = ['commitment', 'نموذج الارتباط', 'Commitment form']
const bank: PaperSeed = ['bank_letter', 'خطاب البنك برقم الحساب', 'Bank letter']
const approval: PaperSeed = ['approval', 'موافقة السلطة المختصة', 'Approval of the authority']

/** Papers of the dossier by type: as a governorate's accounts ask for them; the last of four null: wished, not required. */
export const PAYMENT_PAPERS: Readonly<Record<string, readonly PaperSeed[]>> = {
  supplies: [
    commitment,
    contract,
    invoice,
    bank,
    ['tax_card', 'البطاقة الضريبية والسجل التجاري', 'Tax card and commercial register'],
    ['inspection', 'محضر الفحص (12 مخازن)', 'Inspection minutes (12)'],
    ['store_receipt', 'إذن الإضافة (1 مخازن)', 'Stores receipt (1)'],
    ['tender', 'أوراق الطرح والترسية', 'Tender papers', null],
  ],
  services: [
    commitment,
    contract,
    invoice,
    bank,
    ['proof', 'ما يثبت أداء الخدمة', 'Proof of service'],
  ],
  works: [
    commitment,
    contract,
    bank,
    ['certificate', 'المستخلص معتمدًا', 'Approved payment certificate'],
    ['guarantee', 'خطاب الضمان', 'Letter of guarantee'],
    ['handover', 'محضر الاستلام', 'Handover minutes', null],
  ],
  fees: [commitment, contract, invoice, bank],
  utilities: [invoice],
  wages: [['payroll', 'كشف الاستحقاق معتمدًا (132 ع.ح)', 'Approved payroll (form 132)'], approval],
  grants: [approval],
  other: [invoice, approval],
  deposit_refund: [
    ['request', 'طلب الاسترداد', 'Request of refund'],
    ['receipt', 'أصل إيصال السداد', 'Original receipt'],
  ],
}

export const FINANCE_LAW = FINANCE

/** To which side and account each amount of a document goes; null: the account the amount brings. */
export const POSTING_RULES: readonly [
  document: string,
  event: string,
  amount: string,
  side: 'debit' | 'credit',
  account: string | null,
][] = [
  ['payment_voucher', 'posted', 'gross', 'debit', null],
  ['payment_voucher', 'posted', 'deduction.withholding', 'credit', 'INT-WHT'],
  ['payment_voucher', 'posted', 'deduction.vat_withheld', 'credit', 'INT-VATWH'],
  ['payment_voucher', 'posted', 'deduction.stamp', 'credit', 'INT-STAMPS'],
  ['payment_voucher', 'posted', 'deduction.stamp_extra', 'credit', 'INT-STAMPS'],
  ['payment_voucher', 'posted', 'deduction.insurance', 'credit', '41110203'],
  ['payment_voucher', 'posted', 'deduction.penalty', 'credit', 'INT-PENALTIES'],
  ['payment_voucher', 'posted', 'deduction.advance', 'credit', 'INT-ADVANCES'],
  ['payment_voucher', 'posted', 'deduction.retention', 'credit', 'INT-RETENTION'],
  ['payment_voucher', 'posted', 'deduction.other', 'credit', 'INT-DEDUCTED'],
  ['payment_voucher', 'posted', 'net', 'credit', 'INT-PAYORDERS'],
  ['payment_order', 'executed', 'amount', 'debit', 'INT-PAYORDERS'],
  // The statement's import credits the bank account itself (docs/imports.md).
  ['payment_order', 'executed', 'amount', 'credit', 'INT-BANKDEBIT'],
]
