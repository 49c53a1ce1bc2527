import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { PORTAL_DIFFERS, PORTAL_STATE_CODES } from '#registry/encroachments/portal_states'
import { visible, type Reader } from '#identity/access/visible'

/** طلبات التقنين: files of the national portal, the cases they belong to, what they owe. */
export const filesList: ListDefinition<Viewer & Reader> = {
  name: 'legalisation-files',
  title: 'registry.cases.files.title',
  permission: 'registry.encroachments.read',
  query: (user) =>
    visible(
      db
        .from('legalisation_files as f')
        .leftJoin('units', 'units.id', 'f.unit_id')
        .leftJoin('encroachment_cases as c', 'c.id', 'f.case_id'),
      user,
      'registry.encroachments.read',
      'f.unit_id'
    ),
  key: 'f.id',
  columns: [
    {
      key: 'portal_no',
      label: 'registry.cases.fields.portal_no',
      type: 'text',
      expression: 'f.portal_no',
      link: (row) => `/registry/legalisation-files/${row._key}`,
      width: 18,
    },
    {
      key: 'applicant',
      label: 'registry.cases.fields.applicant_name',
      type: 'text',
      expression: 'f.applicant_name',
      clip: true,
      width: 24,
    },
    {
      key: 'status',
      label: 'registry.cases.state',
      type: 'badge',
      expression: 'f.status',
      texts: 'registry.cases.files.states',
      tones: { active: 'info', settled: 'success', rejected: 'danger', abandoned: 'neutral' },
      width: 12,
    },
    {
      key: 'portal_state',
      label: 'registry.cases.files.portal_state',
      type: 'badge',
      expression: 'f.portal_state',
      texts: 'registry.cases.files.portal_states',
      tones: { accepted: 'success', settled: 'success', rejected: 'danger', withdrawn: 'neutral' },
      width: 12,
    },
    {
      key: 'case_no',
      label: 'registry.cases.case_no',
      type: 'text',
      expression: 'c.case_no',
      link: (row) => (row.case_id ? `/registry/encroachments/${row.case_id}` : null),
      width: 16,
    },
    {
      key: 'area',
      label: 'registry.cases.fields.area_m2',
      type: 'decimal',
      expression: 'ROUND(f.area_m2, 2)',
      width: 12,
    },
    {
      key: 'filed_on',
      label: 'registry.cases.fields.filed_on',
      type: 'day',
      expression: 'f.filed_on',
      sortable: true,
      width: 12,
    },
    {
      key: 'fees',
      label: 'registry.cases.files.fees',
      type: 'money',
      expression: 'f.exam_fee + f.inspection_fee',
      width: 14,
    },
    {
      key: 'paid',
      label: 'registry.cases.files.fees_paid_on',
      type: 'day',
      expression: 'f.fees_paid_on',
      width: 12,
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
  fields: { unit_en: 'units.name_en', case_id: 'f.case_id' },
  filters: [
    {
      key: 'q',
      label: 'registry.cases.files.search',
      type: 'text',
      apply: (query, value) => {
        const text = (one: string) => one.replace(/[\\%_]/g, (sign) => `\\${sign}`)
        query.where((either: any) =>
          either
            .where('f.portal_no', 'like', `${text(value)}%`)
            .orWhere('f.folded_applicant', 'like', `%${text(fold(value))}%`)
        )
      },
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'f.unit_id' },
    {
      key: 'status',
      label: 'registry.cases.state',
      type: 'select',
      column: 'f.status',
      options: ({ t }) =>
        ['active', 'settled', 'rejected', 'abandoned'].map((value) => ({
          value,
          label: t(`registry.cases.files.states.${value}`),
        })),
    },
    {
      key: 'portal_state',
      label: 'registry.cases.files.portal_state',
      type: 'select',
      column: 'f.portal_state',
      options: ({ t }) =>
        PORTAL_STATE_CODES.map((value) => ({
          value,
          label: t(`registry.cases.files.portal_states.${value}`),
        })),
    },
    {
      key: 'differs',
      label: 'registry.cases.files.differs',
      type: 'boolean',
      apply: (query, value) => query.whereRaw(value ? PORTAL_DIFFERS : `NOT ${PORTAL_DIFFERS}`),
    },
    {
      key: 'owes',
      label: 'registry.cases.files.owes',
      type: 'boolean',
      apply: (query, value) =>
        query.whereRaw(
          value
            ? "f.status = 'active' AND f.fees_paid_on IS NULL AND f.exam_fee + f.inspection_fee > 0"
            : "NOT (f.status = 'active' AND f.fees_paid_on IS NULL AND f.exam_fee + f.inspection_fee > 0)"
        ),
    },
  ],
  defaultSort: '-filed_on',
  empty: { title: 'registry.cases.files.none', text: 'registry.cases.files.none_text' },
}
