import User from '#identity/models/user'
import type { ListDefinition, ListQuery } from '#core/lists/definition'

/** People of the units where the reader may see people. */
export const peopleList: ListDefinition<User> = {
  name: 'people',
  title: 'identity.people.title',
  permission: 'identity.people.read',
  query: (reader) =>
    User.visibleTo(reader)
      .join('units', 'units.id', 'users.home_unit_id')
      .pojo() as unknown as ListQuery,
  key: 'users.id',
  fields: { id: 'users.id', unit_en: 'units.name_en' },
  columns: [
    {
      key: 'full_name',
      label: 'identity.people.full_name',
      type: 'text',
      expression: 'users.full_name',
      sortable: true,
      link: (row) => `/people/${row.id}`,
      width: 28,
    },
    {
      key: 'email',
      label: 'identity.people.email',
      type: 'text',
      expression: 'users.email',
      sortable: true,
      width: 28,
    },
    {
      key: 'job_title',
      label: 'identity.people.job_title',
      type: 'text',
      expression: 'users.job_title',
      width: 24,
    },
    {
      key: 'unit',
      label: 'identity.people.home_unit',
      type: 'text',
      expression: 'units.name_ar',
      words: (row, { locale }) => (locale === 'en' ? row.unit_en : row.unit),
      sortable: true,
      width: 28,
    },
    {
      key: 'status',
      label: 'identity.people.status',
      type: 'badge',
      expression: 'users.status',
      texts: 'identity.people.statuses',
      tones: { active: 'success', suspended: 'danger' },
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
    { key: 'unit', label: 'identity.people.home_unit', type: 'unit', column: 'users.home_unit_id' },
    {
      key: 'status',
      label: 'identity.people.status',
      type: 'select',
      column: 'users.status',
      options: ({ t }) =>
        ['active', 'suspended'].map((value) => ({
          value,
          label: t(`identity.people.statuses.${value}`),
        })),
    },
  ],
  defaultSort: 'full_name',
  empty: {
    title: 'identity.people.none',
    text: 'identity.people.none_text',
    action: {
      label: 'identity.people.new',
      url: '/people/create',
      permission: 'identity.people.manage',
    },
  },
}
