import { sentence } from '#core/domain_error'
import { notBeforeToday } from '#rules/guards'
import { settingTable } from '#rules/setting_table'
import { RuleBook, type MatchRule } from '#revenue/reconciliation/rules'

/** قواعد الإيرادات: days of grace of what is billed, and the rules of matching. */
export const revenueSettings = settingTable(
  { name: 'revenue', group: 'revenue', notBeforeToday },
  {
    'revenue.billing.payment_days': { name: sentence('مهل السداد', 'Days of grace') },
    'reconciliation.rules': {
      name: sentence('قواعد المطابقة', 'Rules of the reconciliation'),
      judge: (values) => void new RuleBook(values as MatchRule[]),
    },
  }
)
