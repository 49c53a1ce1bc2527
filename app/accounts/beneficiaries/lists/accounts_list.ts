import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { STANDING_TONES } from '#accounts/beneficiaries/queries/account_request'
import { visible, type Reader } from '#identity/access/visible'

const STATES = Object.keys(STANDING_TONES)

/** Where an account stands today, as its model says it; a day of the calendar, never text of a request. */
const standing = () =>
  `CASE WHEN beneficiary_accounts.status <> 'approved' THEN beneficiary_accounts.status
     WHEN beneficiary_accounts.holds_from > '${today()}' THEN 'cooling'
     WHEN beneficiary_accounts.holds_until <= '${today()}' THEN 'ended' ELSE 'holding' END`

/** طلبات حسابات المستفيدين: what waits, what cools, and what became of the rest. */
export const accountsList: ListDefinition<Viewer & Reader> = {
  name: 'beneficiary-accounts',
  title: 'accounts.beneficiaries.requests',
  permission: 'accounts.beneficiaries.read',
  query: (user) =>
    visible(
      db
        .from('beneficiary_accounts')
        .join('beneficiaries', 'beneficiaries.id', 'beneficiary_accounts.beneficiary_id')
        .join('units', 'units.id', 'beneficiary_accounts.unit_id')
        .leftJoin('users', 'users.id', 'beneficiary_accounts.made_by'),
      user,
      'accounts.beneficiaries.read',
      'beneficiary_accounts.unit_id'
    ),
  key: 'beneficiary_accounts.id',
  columns: [
    {
      key: 'beneficiary',
      label: 'accounts.beneficiaries.one',
      type: 'text',
      expression: 'beneficiaries.name',
      link: ({ _key }) => `/accounts/beneficiary-accounts/${_key}`,
      clip: true,
      width: 34,
    },
    {
      key: 'iban',
      label: 'accounts.beneficiaries.iban',
      type: 'text',
      expression: 'beneficiary_accounts.iban',
      width: 32,
    },
    {
      key: 'bank',
      label: 'accounts.beneficiaries.bank',
      type: 'text',
      expression: 'beneficiary_accounts.bank_name',
      clip: true,
      width: 22,
    },
    {
      key: 'made_at',
      label: 'accounts.beneficiaries.made_at',
      type: 'moment',
      expression: 'beneficiary_accounts.made_at',
      sortable: true,
    },
    {
      key: 'made_by',
      label: 'accounts.beneficiaries.made_by',
      type: 'text',
      expression: 'users.full_name',
      width: 20,
    },
    {
      key: 'holds_from',
      label: 'accounts.beneficiaries.holds_from',
      type: 'day',
      expression: 'beneficiary_accounts.holds_from',
    },
    {
      key: 'standing',
      label: 'accounts.beneficiaries.status',
      type: 'badge',
      get expression() {
        return standing()
      },
      texts: 'accounts.beneficiaries.standings',
      tones: STANDING_TONES,
    },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    unitFilter('beneficiary_accounts.unit_id'),
    {
      key: 'status',
      label: 'accounts.beneficiaries.status',
      type: 'select',
      options: ({ t }) =>
        STATES.map((value) => ({ value, label: t(`accounts.beneficiaries.standings.${value}`) })),
      apply: (query, value) => query.whereRaw(`${standing()} = ?`, [value]),
    },
  ],
  defaultSort: '-made_at',
  empty: {
    title: 'accounts.beneficiaries.no_requests',
    text: 'accounts.beneficiaries.no_requests_text',
  },
}
