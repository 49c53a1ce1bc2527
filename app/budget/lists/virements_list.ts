import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import Virement from '#budget/models/virement'
import { SCOPES } from '#budget/virements/scope'
import { unitFilter } from '#core/lists/parts'
import { column, named, yearFilter, type BudgetList } from '#budget/lists/parts'

export const VIREMENT_TONES = {
  draft: 'neutral',
  proposed: 'info',
  approved: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
} as const

const STATES = Object.keys(Virement.transitions)

/** سجل نقل الاعتمادات: what was asked, by which decision, and what became of it. */
export const virementsList: BudgetList = {
  name: 'virements',
  title: 'budget.virements.title',
  permission: 'budget.lines.read',
  query: (user) =>
    visible(
      db
        .from('virements as v')
        .join('units as u', 'u.id', 'v.unit_id')
        .join('users as p', 'p.id', 'v.made_by')
        .leftJoin('users as a', 'a.id', 'v.approved_by'),
      user,
      'budget.lines.read',
      'v.unit_id'
    ),
  key: 'v.id',
  columns: [
    column('number', 'text', {
      expression: "CONCAT(v.number, '/', v.fiscal_year)",
      link: ({ _key }) => `/budget/virements/${_key}`,
      width: 14,
    }),
    named('unit', 'u.name_ar', { width: 22 }),
    column('scope', 'text', {
      expression: 'v.scope',
      words: ({ scope }, { t }) => t(`budget.virements.scopes.${scope}`),
      width: 22,
    }),
    column('amount', 'money', { expression: 'v.amount', total: true, sortable: true }),
    column('reason', 'text', { expression: 'v.reason', clip: true, width: 28 }),
    column('decision', 'text', { expression: "COALESCE(v.decision_no, '')", width: 12 }),
    column('decision_on', 'day', { expression: 'v.decision_on' }),
    column('authority', 'text', {
      expression: "COALESCE(v.decision_authority, '')",
      clip: true,
      width: 20,
    }),
    column('status', 'badge', {
      expression: 'v.status',
      texts: 'budget.virements.statuses',
      tones: VIREMENT_TONES,
    }),
    column('effective_on', 'day', { expression: 'v.effective_on' }),
    column('maker', 'text', { expression: 'p.full_name', clip: true, width: 20 }),
    column('approver', 'text', {
      expression: "COALESCE(a.full_name, '')",
      clip: true,
      width: 20,
    }),
    column('made_at', 'moment', { expression: 'v.made_at', sortable: true, width: 18 }),
  ],
  fields: { unit_en: 'u.name_en' },
  filters: [
    unitFilter('v.unit_id'),
    yearFilter('v.fiscal_year'),
    {
      key: 'status',
      label: 'budget.columns.status',
      type: 'select',
      column: 'v.status',
      options: ({ t }) =>
        STATES.map((value) => ({ value, label: t(`budget.virements.statuses.${value}`) })),
    },
    {
      key: 'scope',
      label: 'budget.columns.scope',
      type: 'select',
      column: 'v.scope',
      options: ({ t }) =>
        SCOPES.map((value) => ({ value, label: t(`budget.virements.scopes.${value}`) })),
    },
    {
      key: 'effective',
      label: 'budget.columns.effective_on',
      type: 'dayRange',
      column: 'v.effective_on',
    },
  ],
  defaultSort: '-made_at',
  empty: {
    title: 'budget.virements.empty',
    text: 'budget.virements.empty_text',
    action: {
      label: 'budget.virements.new',
      url: '/budget/virements/create',
      permission: 'budget.virements.manage',
    },
  },
}
