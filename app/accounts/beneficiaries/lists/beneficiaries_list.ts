import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { today } from '#core/days'
import { unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { BENEFICIARY_KINDS } from '#accounts/beneficiaries/record_beneficiary'
import { visible, type Reader } from '#identity/access/visible'

/** المستفيدون: who is paid, with the account that holds today. */
export const beneficiariesList: ListDefinition<Viewer & Reader> = {
  name: 'beneficiaries',
  title: 'accounts.beneficiaries.title',
  permission: 'accounts.beneficiaries.read',
  query: (user) =>
    visible(
      db
        .from('beneficiaries')
        .join('units', 'units.id', 'beneficiaries.unit_id')
        .joinRaw(
          `LEFT JOIN beneficiary_accounts a ON a.beneficiary_id = beneficiaries.id AND a.status = 'approved'
             AND a.holds_from <= ? AND (a.holds_until IS NULL OR a.holds_until > ?)`,
          [today(), today()]
        ),
      user,
      'accounts.beneficiaries.read',
      'beneficiaries.unit_id'
    ),
  key: 'beneficiaries.id',
  columns: [
    {
      key: 'beneficiary_no',
      label: 'accounts.beneficiaries.number',
      type: 'text',
      expression: 'beneficiaries.beneficiary_no',
      sortable: true,
      link: ({ _key }) => `/accounts/beneficiaries/${_key}`,
      width: 14,
    },
    {
      key: 'name',
      label: 'accounts.beneficiaries.name',
      type: 'text',
      expression: 'beneficiaries.name',
      clip: true,
      width: 34,
    },
    {
      key: 'kind',
      label: 'accounts.beneficiaries.kind',
      type: 'badge',
      expression: 'beneficiaries.kind',
      texts: 'accounts.beneficiaries.kinds',
      width: 10,
    },
    {
      key: 'iban',
      label: 'accounts.beneficiaries.iban',
      type: 'text',
      expression: 'a.iban',
      width: 32,
    },
    {
      key: 'bank',
      label: 'accounts.beneficiaries.bank',
      type: 'text',
      expression: 'a.bank_name',
      clip: true,
      width: 22,
    },
    {
      key: 'tax_card_until',
      label: 'accounts.beneficiaries.tax_card_until',
      type: 'day',
      expression: 'beneficiaries.tax_card_until',
    },
    {
      key: 'status',
      label: 'accounts.beneficiaries.status',
      type: 'badge',
      expression: 'beneficiaries.status',
      texts: 'accounts.beneficiaries.statuses',
      tones: { open: 'success', stopped: 'danger' },
    },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'accounts.beneficiaries.search',
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .where('beneficiaries.folded_name', 'like', `%${fold(value)}%`)
            .orWhere('beneficiaries.beneficiary_no', value)
            .orWhere('a.iban', value.replace(/\s/g, '').toUpperCase())
        ),
    },
    unitFilter('beneficiaries.unit_id'),
    {
      key: 'kind',
      label: 'accounts.beneficiaries.kind',
      type: 'select',
      column: 'beneficiaries.kind',
      options: ({ t }) =>
        BENEFICIARY_KINDS.map((value) => ({
          value,
          label: t(`accounts.beneficiaries.kinds.${value}`),
        })),
    },
    {
      key: 'papers',
      label: 'accounts.beneficiaries.papers',
      type: 'select',
      options: ({ t }) =>
        ['expired', 'no_account'].map((value) => ({
          value,
          label: t(`accounts.beneficiaries.paper_filters.${value}`),
        })),
      apply: (query, value) =>
        value === 'no_account'
          ? query.whereNull('a.id')
          : query.where((inner) =>
              inner
                .where('beneficiaries.tax_card_until', '<', today())
                .orWhere('beneficiaries.register_until', '<', today())
            ),
    },
  ],
  defaultSort: 'beneficiary_no',
  empty: { title: 'accounts.beneficiaries.empty', text: 'accounts.beneficiaries.empty_text' },
}
