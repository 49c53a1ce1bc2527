import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import type { ListDefinition } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { BILL_SOURCES } from '#revenue/billing/entitlement'

/** Where what was billed comes from, by its source. */
const PAGES: Readonly<Record<string, string>> = {
  usage: '/registry/encroachments',
  holdover: '/registry/rights',
  rent: '/registry/rights',
}

const CREDITED =
  '(SELECT COALESCE(SUM(k.amount), 0) FROM bill_credits k WHERE k.bill_id = bills.id)'

/** مطالبات الديوان: what the house billed by itself, what of it was credited, and its charge. */
export const billsList: ListDefinition<Viewer & Reader> = {
  name: 'bills',
  title: 'revenue.bills.title',
  permission: 'revenue.charges.read',
  query: (user) =>
    visible(
      db
        .from('bills')
        .join('units', 'units.id', 'bills.unit_id')
        .leftJoin('charges', 'charges.id', 'bills.charge_id')
        .leftJoin('parties', 'parties.id', 'charges.party_id')
        .joinRaw(
          "LEFT JOIN dispositions ON dispositions.kind = 'charge' AND dispositions.fact_id = charges.id"
        ),
      user,
      'revenue.charges.read',
      'bills.unit_id'
    ),
  key: 'bills.id',
  columns: [
    {
      key: 'reference',
      label: 'revenue.charges.payment_ref',
      type: 'text',
      expression: 'charges.payment_ref',
      link: ({ charge_id: id }) => (id ? `/papers/charges/${id}` : null),
      width: 24,
    },
    {
      key: 'source',
      label: 'revenue.bills.source',
      type: 'text',
      expression: 'bills.source',
      words: ({ source }, { t }) => t(`revenue.bills.sources.${source}`),
      link: ({ source, source_id: id }) =>
        PAGES[String(source)] ? `${PAGES[String(source)]}/${id}` : null,
      width: 22,
    },
    {
      key: 'party',
      label: 'registry.rights.party',
      type: 'text',
      expression: 'parties.name',
      clip: true,
      width: 26,
    },
    {
      key: 'period',
      label: 'revenue.charges.period',
      type: 'month',
      expression: 'bills.period',
      sortable: true,
    },
    {
      key: 'accrued',
      label: 'revenue.bills.accrued',
      type: 'money',
      expression: 'bills.accrued',
      total: true,
    },
    {
      key: 'due_on',
      label: 'revenue.charges.due_on',
      type: 'day',
      expression: 'charges.due_on',
    },
    {
      key: 'state',
      label: 'revenue.charges.state',
      type: 'badge',
      expression: `CASE WHEN charges.id IS NULL THEN 'paid' WHEN charges.status = 'cancelled' THEN 'cancelled'
        ELSE COALESCE(dispositions.disposition, 'not_reconciled') END`,
      texts: 'revenue.charges.states',
      tones: {
        paid: 'success',
        part_paid: 'warning',
        unpaid: 'danger',
        cancelled: 'neutral',
        not_reconciled: 'neutral',
      },
    },
    { key: 'days', label: 'revenue.bills.days', type: 'integer', expression: 'bills.days' },
    {
      key: 'credit_used',
      label: 'revenue.bills.credit_used',
      type: 'money',
      expression: 'bills.credit_used',
      total: true,
    },
    {
      key: 'credited',
      label: 'revenue.bills.credited',
      type: 'money',
      expression: CREDITED,
      total: true,
    },
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 20,
    },
  ],
  fields: {
    unit_en: 'units.name_en',
    charge_id: 'bills.charge_id',
    source_id: 'bills.source_id',
  },
  filters: [
    {
      key: 'q',
      label: 'revenue.charges.search',
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .where('charges.payment_ref', value.trim())
            .orWhere('parties.folded_name', 'like', `%${fold(value)}%`)
        ),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'bills.unit_id' },
    {
      key: 'source',
      label: 'revenue.bills.source',
      type: 'select',
      column: 'bills.source',
      options: ({ t }) =>
        BILL_SOURCES.map((value) => ({ value, label: t(`revenue.bills.sources.${value}`) })),
    },
    { key: 'period', label: 'revenue.charges.period', type: 'dayRange', column: 'bills.period' },
  ],
  defaultSort: '-period',
  empty: { title: 'revenue.bills.empty', text: 'revenue.bills.empty_text' },
}
