import { DomainError, sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { columnTable } from '#rules/column_table'
import { choice, money, record, text, whole, type Leaf } from '#rules/shapes'
import { scaled } from '#rules/read_values'
import type { RuleTable } from '#rules/rule_table'
import { noVoucherOfType } from '#accounts/rule_tables/guards'

const KINDS = {
  withholding: ['خصم تحت حساب الضريبة', 'Withholding tax'],
  vat_withheld: ['ضريبة قيمة مضافة محتجزة', 'VAT withheld'],
  stamp: ['دمغة', 'Stamp duty'],
  stamp_extra: ['دمغة إضافية', 'Additional stamp duty'],
  insurance: ['تأمينات اجتماعية', 'Social insurance'],
  penalty: ['غرامة أو جزاء', 'Penalty'],
  advance: ['استرداد دفعة مقدمة أو سلفة', 'Recovery of an advance'],
  retention: ['محتجز ضمان', 'Retention'],
  other: ['استقطاع آخر', 'Other'],
} as const

class DeductionRuleError extends DomainError {
  static override code = 'E_DEDUCTION_RULE'
}

/** Payment types as choices of a new rule. */
export async function paymentTypes(trx: Pick<Trx, 'rawQuery'>): Promise<Leaf> {
  const [types] = await trx.rawQuery(
    'SELECT code, name_ar, name_en FROM payment_types ORDER BY sort_order'
  )
  return choice(
    Object.fromEntries(
      types.map((one: Record<string, string>) => [one.code, [one.name_ar, one.name_en]])
    )
  )
}

const typeNames = {
  joins: 'JOIN payment_types t ON t.code = r.payment_type',
  orderBy: 't.sort_order, r.sort_order, r.id',
}

interface Said {
  nameAr: string
  nameEn: string
  method: 'rate' | 'multiple' | 'stated'
  base: string | null
  ofKind: string | null
  rate: string | null
}

/** نسب الاستقطاع: what is taken of a payment of each type, and how it is worked out. */
export const deductionRules: RuleTable = {
  ...{ name: 'deductions', group: 'accounts', mayEnd: true },
  ...columnTable({
    table: 'deduction_rates',
    keys: ['payment_type', 'kind'],
    columns: {
      ...{ nameAr: 'name_ar', nameEn: 'name_en', method: 'method', base: 'base' },
      ...{ ofKind: 'of_kind', rate: 'rate', appliesAbove: 'applies_above', exempt: 'exempt' },
      ...{ roundTo: 'round_to', sortOrder: 'sort_order' },
    },
    nameAr: "CONCAT(t.name_ar, ' – ', r.name_ar)",
    nameEn: "CONCAT(t.name_en, ' – ', r.name_en)",
    ...typeNames,
  }),
  brief: ['method', 'base', 'ofKind', 'rate'],
  shape: () =>
    record({
      nameAr: text({ max: 120 }),
      nameEn: text({ max: 120 }),
      method: choice({
        rate: ['نسبة من أساس', 'A rate of a base'],
        multiple: ['مضاعف استقطاع آخر', 'A multiple of another deduction'],
        stated: ['مبلغ يُذكر بمستنده', 'An amount stated with its paper'],
      }),
      base: choice(
        {
          before_vat: ['القيمة قبل الضريبة', 'Before VAT'],
          vat: ['ضريبة القيمة المضافة', 'VAT'],
          gross: ['الإجمالي', 'Gross'],
        },
        { optional: true }
      ),
      ofKind: choice(KINDS, { optional: true }),
      rate: { kind: 'decimal', above: '0', max: '1000', digits: 6, isRate: true, optional: true },
      appliesAbove: money(),
      exempt: money(),
      roundTo: money({ above: '0' }),
      sortOrder: whole(0, 999),
    }),
  async nameOf({ payment_type: type, kind }, values, trx) {
    const [[one]] = await trx.rawQuery(
      'SELECT name_ar, name_en FROM payment_types WHERE code = ?',
      [type!]
    )
    const [ar, en] = KINDS[kind as keyof typeof KINDS]
    const said = (values ?? {}) as Partial<Said>
    return sentence(
      `${one.name_ar} – ${said.nameAr ?? ar}`,
      `${one.name_en} – ${said.nameEn ?? en}`
    )
  },
  newKey: async (trx) => record({ payment_type: await paymentTypes(trx), kind: choice(KINDS) }),
  guards: [noVoucherOfType],
  judge(values) {
    const { method, base, ofKind, rate } = values as Said
    const fits =
      (method === 'rate') === (base !== null) &&
      (method === 'multiple') === (ofKind !== null) &&
      (method === 'stated') === (rate === null)
    if (!fits) throw new DeductionRuleError(SAYS_HOW)
    if (method === 'rate' && scaled(rate!) >= scaled('1')) throw new DeductionRuleError(BELOW_ONE)
  },
}

const SAYS_HOW = sentence(
  'النسبة لها أساس ونسبة، والمضاعف له الاستقطاع المضاعف وعدد المرات، والمبلغ المذكور ليس له أي منها.',
  'A rate has a base and a rate, a multiple the deduction it multiplies and how often, a stated amount none of these.'
)
const BELOW_ONE = sentence(
  'نسبة الأساس أقل من واحد: اكتب الواحد بالمائة هكذا 0.01.',
  'A rate of a base is below one: write one percent as 0.01.'
)
export { typeNames }
