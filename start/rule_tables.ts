/** Tables of dated rules that people see and change, in the order of their pages. */
import { registerRules } from '#rules/rule_table'
import { budgetRules, fundRules } from '#budget/rule_tables'
import { deductionRules } from '#accounts/rule_tables/deductions'
import { noLockedMonth } from '#accounts/rule_tables/guards'
import { layoutRules } from '#accounts/rule_tables/layouts'
import { paperRules } from '#accounts/rule_tables/papers'
import { postingRules } from '#accounts/rule_tables/postings'
import { accountSettings } from '#accounts/rule_tables/settings'
import { registrySettings } from '#registry/rule_tables'
import { revenueSettings } from '#revenue/rule_tables'

// Rules of money also stay as they were under a month that a unit has locked.
registerRules(
  [budgetRules, fundRules, deductionRules, paperRules, postingRules, accountSettings],
  [noLockedMonth]
)
registerRules([layoutRules, revenueSettings, registrySettings])
