import { sentence } from '#core/domain_error'
import { columnTable } from '#rules/column_table'
import { money, record, text, whole } from '#rules/shapes'
import type { RuleTable } from '#rules/rule_table'
import { paymentTypes, typeNames } from '#accounts/rule_tables/deductions'
import { noVoucherOfType } from '#accounts/rule_tables/guards'

/** مستندات الصرف: the papers that the dossier of each payment type must have, and from which amount. */
export const paperRules: RuleTable = {
  ...{ name: 'papers', group: 'accounts', mayEnd: true },
  ...columnTable({
    table: 'payment_papers',
    keys: ['payment_type', 'code'],
    columns: {
      ...{ nameAr: 'name_ar', nameEn: 'name_en', isRequired: 'is_required' },
      ...{ requiredFrom: 'required_from', sortOrder: 'sort_order' },
    },
    yes: ['is_required'],
    nameAr: "CONCAT(t.name_ar, ' – ', r.name_ar)",
    nameEn: "CONCAT(t.name_en, ' – ', r.name_en)",
    ...typeNames,
  }),
  brief: ['isRequired', 'requiredFrom'],
  shape: () =>
    record({
      nameAr: text({ max: 160 }),
      nameEn: text({ max: 160 }),
      isRequired: { kind: 'yes' },
      requiredFrom: money(),
      sortOrder: whole(0, 999),
    }),
  async nameOf({ payment_type: type }, values, trx) {
    const [[one]] = await trx.rawQuery(
      'SELECT name_ar, name_en FROM payment_types WHERE code = ?',
      [type!]
    )
    const { nameAr, nameEn } = values as { nameAr: string; nameEn: string }
    return sentence(`${one.name_ar} – ${nameAr}`, `${one.name_en} – ${nameEn}`)
  },
  newKey: async (trx) =>
    record({ payment_type: await paymentTypes(trx), code: { kind: 'code', max: 40 } }),
  guards: [noVoucherOfType],
}
