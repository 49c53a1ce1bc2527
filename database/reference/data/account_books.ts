export interface AccountBookSeed {
  code: string
  /** The form's number, as people call the book. */
  form: string
  ar: string
  en: string
  /**
   * `lines`: every line; `accounts`: one row an account; `days`: days down, accounts across; `vouchers`: forms
   * 50 by their serial; `journal`: payments apart from settlements; `credits`: accounts against their credit.
   */
  layout: 'lines' | 'accounts' | 'days' | 'vouchers' | 'journal' | 'credits'
  /** `balance`: each account net, across the years; `year`: both sides of the year so far. */
  carries: 'balance' | 'year'
  side: 'debit' | 'credit' | 'both'
  /** Codes of accounts, or of the heading above them, begin with one of these. */
  prefixes?: readonly string[]
  classes?: readonly ('revenue' | 'expense' | 'asset' | 'liability' | 'memo')[]
  /** Only what entries of these kinds say, and of them the side of the book. */
  kinds?: readonly string[]
}

const detail = { layout: 'lines', carries: 'balance' } as const
const totals = { layout: 'accounts', carries: 'balance' } as const

/**
 * The books of an accounting unit, each a reading of the ledger. Form numbers and what they hold are as
 * seen in published systems of a governorate's diwan; none was confirmed by a finance officer, so every
 * row is loaded unconfirmed and stays what the client makes of it.
 */
export const ACCOUNT_BOOKS: readonly AccountBookSeed[] = [
  {
    ...{ code: '55', form: '55 ع.ح', side: 'debit', layout: 'vouchers', carries: 'year' },
    ar: 'دفتر قيد استمارات الصرف وأوامر الدفع',
    en: 'Book of payment vouchers',
    kinds: ['payment_voucher'],
  },
  {
    ...{ code: '224', form: '224 ع.ح', side: 'both', layout: 'journal', carries: 'year' },
    ar: 'دفتر اليومية: صرفيات وتسويات',
    en: 'Day book: payments and settlements',
    kinds: ['payment_voucher'],
  },
  {
    ...{ code: '56', form: '56 ع.ح', side: 'debit', layout: 'lines', carries: 'year' },
    ar: 'دفتر أوامر الدفع والشيكات المنفذة',
    en: 'Payment orders and cheques executed',
    kinds: ['payment_order'],
  },
  {
    ...{ code: '39-debit', form: '39 ع.ح', side: 'debit', ...detail },
    ar: 'دفتر مفردات الحسابات الجارية المدينة',
    en: 'Details of debit current accounts',
    prefixes: ['3113'],
  },
  {
    ...{ code: '39-credit', form: '39 ع.ح', side: 'credit', ...detail },
    ar: 'دفتر مفردات الحسابات الجارية الدائنة',
    en: 'Details of credit current accounts',
    prefixes: ['4111'],
  },
  {
    ...{ code: '71-debit', form: '71 ع.ح مكرر', side: 'debit', ...totals },
    ar: 'دفتر إجمالي الحسابات الجارية المدينة',
    en: 'Totals of debit current accounts',
    prefixes: ['3113'],
  },
  {
    ...{ code: '71-credit', form: '71 ع.ح', side: 'credit', ...totals },
    ar: 'دفتر إجمالي الحسابات الجارية الدائنة',
    en: 'Totals of credit current accounts',
    prefixes: ['4111'],
  },
  {
    ...{ code: '39m-debit', form: '39 ع.ح مكرر', side: 'debit', ...detail },
    ar: 'دفتر مفردات الحسابات النظامية المدينة',
    en: 'Details of debit memorandum accounts',
    prefixes: ['91'],
  },
  {
    ...{ code: '39m-credit', form: '39 ع.ح مكرر', side: 'credit', ...detail },
    ar: 'دفتر مفردات الحسابات النظامية الدائنة',
    en: 'Details of credit memorandum accounts',
    prefixes: ['92'],
  },
  {
    ...{ code: '78m-debit', form: '78 ع.ح مكرر', side: 'debit', ...totals },
    ar: 'دفتر إجمالي الحسابات النظامية المدينة',
    en: 'Totals of debit memorandum accounts',
    prefixes: ['91'],
  },
  {
    ...{ code: '78m-credit', form: '78 ع.ح مكرر', side: 'credit', ...totals },
    ar: 'دفتر إجمالي الحسابات النظامية الدائنة',
    en: 'Totals of credit memorandum accounts',
    prefixes: ['92'],
  },
  {
    ...{ code: '78-cash', form: '78 ع.ح', side: 'debit', ...detail },
    ar: 'دفتر النقدية والبنك',
    en: 'Cash and bank book',
    prefixes: ['3111'],
  },
  {
    ...{ code: '29', form: '29 حسابات', side: 'both', ...detail },
    ar: 'دفتر الحسابات الشخصية ذو الخانتين',
    en: 'Personal accounts in two columns',
    prefixes: ['3113', '4111'],
  },
  {
    ...{ code: '10', form: '10 حسابات', side: 'both', layout: 'days', carries: 'year' },
    ar: 'دفتر الإيرادات والمصروفات',
    en: 'Revenue and expenditure by day',
    classes: ['revenue', 'expense'],
  },
  {
    ...{
      code: '81-resources',
      form: '81 ع.ح',
      side: 'credit',
      layout: 'credits',
      carries: 'year',
    },
    ar: 'دفتر حساب الموارد',
    en: 'Resources account',
    classes: ['revenue'],
  },
  {
    ...{ code: '81-uses', form: '81 ع.ح', side: 'debit', layout: 'credits', carries: 'year' },
    ar: 'دفتر حساب الاستخدامات',
    en: 'Uses account',
    classes: ['expense'],
  },
]
