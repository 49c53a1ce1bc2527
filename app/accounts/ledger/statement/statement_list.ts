import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { inLanguage } from '#core/lists/in_language'
import { unitFilter } from '#core/lists/parts'
import type { ListColumn, ListDefinition, ListFilter } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { fundFilter } from '#accounts/lists/fund_filter'
import { daysAsked, findAccount } from '#accounts/ledger/statement/asked'
import { addBalances, statedFigures } from '#accounts/ledger/statement/figures'

const column = (key: string, type: ListColumn['type'], more: Partial<ListColumn> = {}) => ({
  key,
  type,
  label: `accounts.statement.${key}`,
  ...more,
})

const codeOfLine = `(SELECT c.code FROM budget_lines b JOIN budget_codes c ON c.id = b.code_id WHERE b.id = l.budget_line_id)`

const typed = (key: string, sql: string, read = (text: string) => text): ListFilter => ({
  key,
  label: `accounts.statement.${key}`,
  type: 'text',
  apply: (query, text: string) => void query.whereRaw(sql, [read(text)]),
})

/** كشف حساب: the lines of one account in their order, each with the balance after it. */
export const statementList: ListDefinition<Viewer & Reader> = {
  name: 'account-statement',
  title: 'accounts.statement.title',
  permission: 'accounts.ledger.read',
  query: (user, ctx) => {
    const { from, to } = daysAsked(ctx)
    const query = db
      .from('ledger_lines as l')
      .leftJoin('ledger_entries as e', 'e.id', 'l.entry_id')
      .leftJoin('budget_codes as f', 'f.id', 'l.fund_id')
      .leftJoin('parties as p', 'p.id', 'l.party_id')
      .leftJoin('units as u', 'u.id', 'l.unit_id')
      .whereBetween('l.posted_on', [from, to])
    if (!ctx.request.qs().account) void query.whereRaw('1 = 0')
    return visible(query, user, 'accounts.ledger.read', 'l.unit_id')
  },
  key: 'l.id',
  columns: [
    column('posted_on', 'day', { expression: 'l.posted_on', sortable: true }),
    column('entry', 'text', {
      expression: "CONCAT(e.number, ' / ', e.fiscal_year)",
      link: (row) => `/papers/ledger_entries/${row.entry_id}`,
      width: 18,
    }),
    column('description', 'text', {
      expression: 'COALESCE(l.memo, e.description)',
      clip: true,
      width: 34,
    }),
    column('debit', 'money', { expression: 'l.debit', total: true, width: 16 }),
    column('credit', 'money', { expression: 'l.credit', total: true, width: 16 }),
    // What stands in these two is counted from the lines before: see `follow`.
    column('balance', 'money', { expression: '0.00', width: 18 }),
    column('side', 'text', {
      expression: "''",
      words: ({ side }, { t }) => (side ? t(`accounts.statement.sides.${side}`) : ''),
      width: 8,
    }),
    column('budget_line', 'text', { expression: `COALESCE(${codeOfLine}, '')`, width: 10 }),
    column('fund', 'text', {
      expression: "COALESCE(f.name_ar, '')",
      words: inLanguage('fund'),
      clip: true,
      width: 18,
    }),
    column('party', 'text', { expression: "COALESCE(p.name, '')", clip: true, width: 22 }),
    column('centre', 'text', { expression: "COALESCE(l.centre, '')", width: 10 }),
    column('unit', 'text', {
      label: 'core.fields.unit',
      expression: 'u.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 20,
    }),
  ],
  fields: { entry_id: 'l.entry_id', fund_en: "COALESCE(f.name_en, '')", unit_en: 'u.name_en' },
  filters: [
    {
      key: 'account',
      label: 'accounts.statement.account',
      type: 'text',
      placeholder: 'accounts.statement.account_hint',
      find: async (text) => {
        const account = await findAccount(text)
        return {
          apply: (query) => void query.whereRaw('l.account_id = ?', [account?.id ?? 0]),
        }
      },
    },
    unitFilter('l.unit_id'),
    {
      key: 'posted',
      label: 'accounts.ledger_entries.posted_on',
      type: 'dayRange',
      apply: () => {},
    },
    fundFilter('l.fund_id'),
    typed(
      'budget_line',
      'l.budget_line_id IN (SELECT b.id FROM budget_lines b JOIN budget_codes c ON c.id = b.code_id WHERE c.code = ?)'
    ),
    typed(
      'party',
      "l.party_id IN (SELECT id FROM parties WHERE folded_name LIKE CONCAT('%', ?, '%'))",
      (text) => fold(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)
    ),
    typed('centre', 'l.centre = ?'),
  ],
  defaultSort: 'posted_on',
  pageSize: 100,
  follow: addBalances,
  stated: statedFigures,
  empty: { title: 'accounts.statement.empty', text: 'accounts.statement.empty_text' },
}
