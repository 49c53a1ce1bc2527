import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import FundShare from '#budget/models/fund_share'
import { unitFilter } from '#core/lists/parts'
import { column, named, yearFilter, type BudgetList } from '#budget/lists/parts'

export const SHARE_TONES = {
  proposed: 'warning',
  approved: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
} as const

/** حصة الخزانة العامة: what was taken of which fund's revenue of which month. */
export const sharesList: BudgetList = {
  name: 'fund-shares',
  title: 'budget.funds.shares.title',
  permission: 'budget.lines.read',
  query: (user) =>
    visible(
      db
        .from('fund_shares as s')
        .join('budget_codes as f', 'f.id', 's.fund_id')
        .join('units as u', 'u.id', 's.unit_id'),
      user,
      'budget.lines.read',
      's.unit_id'
    ),
  key: 's.id',
  columns: [
    column('number', 'text', {
      expression: "CONCAT(s.number, '/', s.fiscal_year)",
      link: ({ _key }) => `/budget/fund-shares/${_key}`,
      width: 14,
    }),
    named('fund', 'f.name_ar', { width: 28 }),
    named('unit', 'u.name_ar', { width: 22 }),
    column('month', 'text', { expression: "DATE_FORMAT(s.month, '%Y-%m')", sortable: true }),
    column('base', 'money', { expression: 's.base', total: true }),
    column('rate', 'text', {
      expression: "CONCAT(FORMAT(s.rate * 100, 2), '%')",
      label: 'share_rate',
    }),
    column('amount', 'money', { expression: 's.amount', total: true }),
    column('status', 'badge', {
      expression: 's.status',
      texts: 'budget.virements.statuses',
      tones: SHARE_TONES,
    }),
    column('effective_on', 'day', { expression: 's.effective_on' }),
    column('legal_reference', 'text', { expression: 's.legal_reference', clip: true, width: 24 }),
  ],
  fields: { fund_en: 'f.name_en', unit_en: 'u.name_en' },
  filters: [
    unitFilter('s.unit_id'),
    yearFilter('s.fiscal_year'),
    {
      key: 'status',
      label: 'budget.columns.status',
      type: 'select',
      column: 's.status',
      options: ({ t }) =>
        Object.keys(FundShare.transitions).map((value) => ({
          value,
          label: t(`budget.virements.statuses.${value}`),
        })),
    },
  ],
  defaultSort: '-month',
  empty: {
    title: 'budget.funds.shares.empty',
    text: 'budget.funds.shares.empty_text',
    action: {
      label: 'budget.funds.shares.new',
      url: '/budget/fund-shares/create',
      permission: 'budget.plan.manage',
    },
  },
}
