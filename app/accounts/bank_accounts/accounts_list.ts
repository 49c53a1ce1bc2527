import db from '@adonisjs/lucid/services/db'
import { visible, type Reader } from '#identity/access/visible'
import { inLanguage } from '#core/lists/in_language'
import { unitFilter } from '#core/lists/parts'
import type { ListColumn, ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'

const column = (key: string, expression: string, more: Partial<ListColumn> = {}): ListColumn => ({
  key,
  type: 'text',
  label: `accounts.bank_accounts.${key}`,
  expression,
  ...more,
})

/** الحسابات البنكية: of which unit and fund, and for which account of the chart. */
export const bankAccountsList: ListDefinition<Viewer & Reader> = {
  name: 'bank-accounts',
  title: 'accounts.bank_accounts.title',
  permission: 'accounts.bank.read',
  query: (user) =>
    visible(
      db
        .from('bank_accounts as b')
        .join('units as u', 'u.id', 'b.unit_id')
        .join('ledger_accounts as a', 'a.id', 'b.ledger_account_id')
        .leftJoin('budget_codes as f', 'f.id', 'b.fund_id'),
      user,
      'accounts.bank.read',
      'b.unit_id'
    ),
  key: 'b.id',
  columns: [
    column('account_no', 'b.account_no', { sortable: true, width: 26 }),
    column('name', 'b.name_ar', { clip: true, width: 28 }),
    column('bank', 'b.bank_name', { clip: true, width: 22 }),
    column('unit', 'u.name_ar', { words: inLanguage('unit'), clip: true, width: 22 }),
    column('fund', 'f.name_ar', {
      words: ({ fund, fund_en: english }, { locale, t }) =>
        String((locale === 'en' ? english : fund) ?? t('accounts.bank_accounts.no_fund')),
      clip: true,
      width: 24,
    }),
    column('purpose', 'b.purpose', {
      words: ({ purpose }, { t }) =>
        ['revenue', 'expenditure', 'electronic'].includes(String(purpose))
          ? t(`accounts.bank_accounts.purposes.${purpose}`)
          : String(purpose),
      width: 12,
    }),
    column('ledger_account', "CONCAT(a.code, ' ', a.name_ar)", { clip: true, width: 24 }),
    column('opened_on', 'b.opened_on', { type: 'day', sortable: true }),
    column('closed_on', 'b.closed_on', { type: 'day' }),
  ],
  fields: { unit_en: 'u.name_en', fund_en: 'f.name_en' },
  filters: [unitFilter('b.unit_id')],
  defaultSort: 'account_no',
  empty: {
    title: 'accounts.bank_accounts.empty',
    text: 'accounts.bank_accounts.empty_text',
    action: {
      label: 'accounts.bank_accounts.new',
      url: '/accounts/bank-accounts/create',
      permission: 'accounts.bank.manage',
    },
  },
}
