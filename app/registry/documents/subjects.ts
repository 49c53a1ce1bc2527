/**
 * What documents may hang on: how `document_links` calls it, its table (which has `unit_id`), its part of
 * the address and where its page is. A domain part adds its own line here, and a factory of the table in
 * tests/support/records.ts.
 */
export interface DocumentSubject {
  type: string
  table: string
  /** `/registry/PATH/:id/documents/create` uploads onto it. */
  path: string
  /** SQL that names a row for people. */
  label: string
  url(id: number): string
}

export const DOCUMENT_SUBJECTS: readonly DocumentSubject[] = [
  {
    type: 'asset',
    table: 'assets',
    path: 'assets',
    label: "CONCAT(code, ' ', name)",
    url: (id) => `/registry/assets/${id}`,
  },
  {
    type: 'right',
    table: 'rights',
    path: 'rights',
    label: 'right_no',
    url: (id) => `/registry/rights/${id}`,
  },
  {
    type: 'transaction',
    table: 'register_transactions',
    path: 'transactions',
    label: "CONCAT(number, ' / ', fiscal_year)",
    url: (id) => `/registry/transactions/${id}`,
  },
  {
    type: 'round_line',
    table: 'round_lines',
    path: 'round-lines',
    label: "CONCAT_WS(' ', asset_code, name)",
    url: (id) => `/registry/round-lines/${id}`,
  },
  {
    type: 'encroachment',
    table: 'encroachment_cases',
    path: 'encroachments',
    label: "CONCAT_WS(' ', case_no, occupier_name)",
    url: (id) => `/registry/encroachments/${id}`,
  },
  {
    type: 'display_objection',
    table: 'display_objections',
    path: 'display-objections',
    label: "CONCAT_WS(' ', objection_no, objector_name)",
    url: (id) => `/registry/display-objections/${id}`,
  },
]

export function subjectOf(type: string): DocumentSubject | undefined {
  return DOCUMENT_SUBJECTS.find((subject) => subject.type === type)
}
