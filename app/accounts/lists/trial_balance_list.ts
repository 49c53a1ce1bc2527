import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { FiscalYear, Month } from '#core/fiscal'
import { inLanguage } from '#core/lists/in_language'
import { unitFilter } from '#core/lists/parts'
import type { ListColumn, ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { RESULT_ACCOUNT } from '#accounts/books/figures'
import { fundFilter } from '#accounts/lists/fund_filter'

const BEFORE = 'SUM(IF(t.month < asked.first_month, t.debit - t.credit, 0))'
const WITHIN = (side: 'debit' | 'credit') => `SUM(IF(t.month >= asked.first_month, t.${side}, 0))`
const AFTER = 'SUM(t.debit - t.credit)'

const amount = (key: string, expression: string): ListColumn => ({
  key,
  label: `accounts.trial_balance.${key}`,
  type: 'money',
  expression,
  total: true,
  width: 18,
})

type Part = 'money' | 'memo'

/** Where what earlier years earned and spent stands, closed or not: each July opens as June ended. */
const RESULT = `(SELECT id FROM ledger_accounts WHERE code = '${RESULT_ACCOUNT}')`
const STANDS_AT = `IF(own.class IN ('revenue', 'expense') AND t.month < asked.year_first, ${RESULT}, own.id)`

/**
 * ميزان المراجعة: what each account stood at, what moved and what it stands at, from the totals that
 * posting keeps by month. Without a period it is of the fiscal year up to this month. Memo accounts are
 * no money of the house and have a balance of their own.
 */
const trialBalanceOf = (part: Part): ListDefinition<Viewer & Reader> => ({
  name: part === 'memo' ? 'trial-balance-memo' : 'trial-balance',
  title: part === 'memo' ? 'accounts.trial_balance.title_memo' : 'accounts.trial_balance.title',
  permission: 'accounts.ledger.read',
  query: (user, ctx) => {
    const { first, last, unit, fund } = askedPeriod(ctx)
    const query = db
      .from('ledger_totals as t')
      .join('ledger_accounts as own', 'own.id', 't.account_id')
      .joinRaw(
        `CROSS JOIN (SELECT CAST(? AS DATE) AS first_month, CAST(? AS DATE) AS last_month, CAST(? AS DATE) AS last_day,
           CAST(? AS DATE) AS year_first, ? AS unit, ? AS fund) asked`,
        [first.first, last.first, last.last, first.fiscalYear.first, unit, fund]
      )
      .joinRaw(`JOIN ledger_accounts a ON a.id = ${STANDS_AT}`)
      .whereRaw('t.month <= asked.last_month')
      .whereRaw(`own.class ${part === 'memo' ? '=' : '<>'} 'memo'`)
      .groupByRaw(
        'a.id, a.code, a.name_ar, a.name_en, a.class, asked.first_month, asked.last_day, asked.unit, asked.fund'
      )
    return visible(query, user, 'accounts.ledger.read', 't.unit_id')
  },
  key: 'a.id',
  columns: [
    {
      key: 'code',
      label: 'accounts.chart.code',
      type: 'text',
      expression: 'a.code',
      sortable: true,
      link: ({ code, from, to, unit, fund }) =>
        `/accounts/statement?${new URLSearchParams({ account: code, posted_from: from, posted_to: to, unit, fund })}`,
      width: 18,
    },
    {
      key: 'name',
      label: 'accounts.chart.name',
      type: 'text',
      expression: 'a.name_ar',
      words: inLanguage('name'),
      clip: true,
      width: 34,
    },
    amount('opening_debit', `GREATEST(${BEFORE}, 0)`),
    amount('opening_credit', `GREATEST(-${BEFORE}, 0)`),
    amount('debit', WITHIN('debit')),
    amount('credit', WITHIN('credit')),
    amount('closing_debit', `GREATEST(${AFTER}, 0)`),
    amount('closing_credit', `GREATEST(-${AFTER}, 0)`),
  ],
  fields: {
    name_en: 'a.name_en',
    from: 'asked.first_month',
    to: 'asked.last_day',
    unit: 'asked.unit',
    fund: 'asked.fund',
  },
  filters: [
    unitFilter('t.unit_id'),
    // The period is part of the question itself: see `query`.
    { key: 'from', label: 'accounts.trial_balance.from', type: 'month', apply: () => {} },
    { key: 'to', label: 'accounts.trial_balance.to', type: 'month', apply: () => {} },
    fundFilter('t.fund_id'),
  ],
  defaultSort: 'code',
  pageSize: 200,
  // Said even where nobody asked for months: the paper tells its period.
  stated: ({ ctx, words }) => {
    const { first, last } = askedPeriod(ctx)
    const period = `${first.label(words.locale)} – ${last.label(words.locale)}`
    return Promise.resolve([[words.t('accounts.trial_balance.period'), period]])
  },
  empty: { title: 'accounts.trial_balance.empty', text: 'accounts.trial_balance.empty_text' },
})

export const trialBalanceList = trialBalanceOf('money')
export const memoBalanceList = trialBalanceOf('memo')

/** What the address names. A month that cannot be read is refused by its filter. */
function askedPeriod(ctx: HttpContext) {
  const { from, to, unit, fund } = ctx.request.qs()
  const last = monthOf(to) ?? Month.current()
  const first = monthOf(from) ?? Month.containing(FiscalYear.containing(last.first).first)
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '')
  return { first, last, unit: text(unit), fund: text(fund) }
}

function monthOf(text: unknown): Month | null {
  return typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? Month.of(text) : null
}
