import { today } from '#core/fiscal'
import type { ListDefinition, ListQuery } from '#core/lists/definition'
import Grant from '#identity/models/grant'
import type User from '#identity/models/user'

/** Not begun, in force, run out or ended early, on this day. */
const STATE = `CASE
  WHEN grants.revoked_at IS NOT NULL THEN 'revoked'
  WHEN grants.valid_from > CURRENT_DAY THEN 'coming'
  WHEN grants.valid_to IS NOT NULL AND grants.valid_to <= CURRENT_DAY THEN 'ended'
  ELSE 'in_force' END`

/** Who holds which role where. */
export const grantsList: ListDefinition<User> = {
  name: 'grants',
  title: 'identity.grants.title',
  permission: 'identity.grants.read',
  query: (reader) =>
    Grant.visibleTo(reader)
      .join('users', 'users.id', 'grants.user_id')
      .join('roles', 'roles.id', 'grants.role_id')
      .join('units', 'units.id', 'grants.unit_id')
      .pojo() as unknown as ListQuery,
  key: 'grants.id',
  fields: {
    user_id: 'grants.user_id',
    role_id: 'grants.role_id',
    role_en: 'roles.name_en',
    unit_id: 'grants.unit_id',
    unit_en: 'units.name_en',
  },
  columns: [
    {
      key: 'person',
      label: 'identity.grants.person',
      type: 'text',
      expression: 'users.full_name',
      sortable: true,
      link: (row) => `/people/${row.user_id}`,
      width: 28,
    },
    {
      key: 'role',
      label: 'identity.grants.role',
      type: 'text',
      expression: 'roles.name_ar',
      words: (row, { locale }) => (locale === 'en' ? row.role_en : row.role),
      sortable: true,
      link: (row) => `/roles/${row.role_id}`,
      width: 22,
    },
    {
      key: 'unit',
      label: 'identity.grants.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: (row, { locale }) => (locale === 'en' ? row.unit_en : row.unit),
      sortable: true,
      link: (row) => `/units/${row.unit_id}`,
      width: 28,
    },
    {
      key: 'valid_from',
      label: 'identity.grants.from',
      type: 'day',
      expression: 'grants.valid_from',
      sortable: true,
    },
    {
      key: 'valid_to',
      label: 'identity.grants.to',
      type: 'day',
      expression: 'grants.valid_to',
    },
    {
      key: 'state',
      label: 'identity.grants.state',
      type: 'badge',
      get expression() {
        return STATE.replaceAll('CURRENT_DAY', `'${today()}'`)
      },
      texts: 'identity.grants.states',
      tones: { in_force: 'success', coming: 'info', ended: 'neutral', revoked: 'danger' },
    },
  ],
  filters: [
    {
      key: 'q',
      label: 'identity.people.search',
      type: 'text',
      column: 'users.search_text',
      placeholder: 'identity.people.search_hint',
    },
    { key: 'unit', label: 'identity.grants.unit', type: 'unit', column: 'grants.unit_id' },
  ],
  defaultSort: 'person',
  empty: {
    title: 'identity.grants.none',
    text: 'identity.grants.none_text',
    action: {
      label: 'identity.grants.new',
      url: '/grants/create',
      permission: 'identity.grants.manage',
    },
  },
}
