import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { visible, type Reader } from '#identity/access/visible'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { headOptions } from '#revenue/queries/head_options'

/** المستحقات: what is due. */
export const chargesList: ListDefinition<Viewer & Reader> = {
  name: 'charges',
  title: 'revenue.charges.title',
  permission: 'revenue.charges.read',
  query: (user) =>
    visible(
      db
        .from('charges')
        .leftJoin('revenue_heads', 'revenue_heads.id', 'charges.head_id')
        .leftJoin('units', 'units.id', 'charges.unit_id')
        .leftJoin('parties', 'parties.id', 'charges.party_id')
        .leftJoin('assets', 'assets.id', 'charges.asset_id')
        .joinRaw(
          "LEFT JOIN dispositions ON dispositions.kind = 'charge' AND dispositions.fact_id = charges.id"
        ),
      user,
      'revenue.charges.read',
      'charges.unit_id'
    ),
  key: 'charges.id',
  columns: [
    {
      key: 'payment_ref',
      label: 'revenue.charges.payment_ref',
      type: 'text',
      expression: 'charges.payment_ref',
      link: (row) => `/papers/charges/${row._key}`,
      width: 18,
    },
    {
      key: 'head',
      label: 'revenue.charges.head',
      type: 'text',
      expression: 'revenue_heads.name_ar',
      words: inLanguage('head'),
      clip: true,
      width: 22,
    },
    {
      key: 'party',
      label: 'registry.rights.party',
      type: 'text',
      expression: 'parties.name',
      clip: true,
      width: 28,
    },
    {
      key: 'site_no',
      label: 'registry.assets.site_no',
      type: 'text',
      expression: 'assets.site_no',
      width: 14,
    },
    { key: 'period', label: 'revenue.charges.period', type: 'month', expression: 'charges.period' },
    {
      key: 'due_on',
      label: 'revenue.charges.due_on',
      type: 'day',
      expression: 'charges.due_on',
      sortable: true,
    },
    {
      key: 'amount',
      label: 'revenue.charges.amount',
      type: 'money',
      expression: 'charges.amount',
      sortable: true,
      total: true,
    },
    {
      key: 'paid',
      label: 'revenue.charges.paid',
      type: 'money',
      expression: 'dispositions.matched',
      total: true,
    },
    {
      key: 'state',
      label: 'revenue.charges.state',
      type: 'badge',
      expression:
        "IF(charges.status = 'cancelled', 'cancelled', COALESCE(dispositions.disposition, 'not_reconciled'))",
      texts: 'revenue.charges.states',
      tones: {
        paid: 'success',
        part_paid: 'warning',
        unpaid: 'danger',
        cancelled: 'neutral',
        not_reconciled: 'neutral',
      },
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
  fields: { unit_en: 'units.name_en', head_en: 'revenue_heads.name_en' },
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
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'charges.unit_id' },
    {
      key: 'head',
      label: 'revenue.charges.head',
      type: 'select',
      column: 'revenue_heads.code',
      options: ({ locale }) => headOptions(locale),
    },
    { key: 'due', label: 'revenue.charges.due_on', type: 'dayRange', column: 'charges.due_on' },
    {
      key: 'state',
      label: 'revenue.charges.state',
      type: 'select',
      // Most are paid: asked of each charge in the list's order, fifty are found at once. The others are
      // fewer: the database begins with them.
      apply: (query, state) =>
        state === 'paid'
          ? query.whereRaw(
              "(SELECT found.disposition FROM dispositions found WHERE found.kind = 'charge' AND found.fact_id = charges.id) = ?",
              [state]
            )
          : query.whereRaw(
              "charges.id IN (SELECT found.fact_id FROM dispositions found WHERE found.kind = 'charge' AND found.disposition = ?)",
              [state]
            ),
      options: ({ t }) =>
        ['paid', 'part_paid', 'unpaid'].map((value) => ({
          value,
          label: t(`revenue.charges.states.${value}`),
        })),
    },
    {
      key: 'amount',
      label: 'revenue.charges.amount',
      type: 'moneyRange',
      column: 'charges.amount',
    },
  ],
  defaultSort: '-due_on',
  empty: {
    title: 'revenue.charges.empty',
    text: 'revenue.charges.empty_text',
    action: { label: 'core.nav.imports', url: '/imports', permission: 'core.imports.create' },
  },
}
