import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { FiscalYear, Month } from '#core/fiscal'
import { inLanguage } from '#core/lists/in_language'
import type { ListColumn, ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
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

/**
 * ميزان المراجعة: what each account stood at, what moved and what it stands at, from the totals that
 * posting keeps by month. Without a period it is of the fiscal year up to this month.
 */
export const trialBalanceList: ListDefinition<Viewer & Reader> = {
  name: 'trial-balance',
  title: 'accounts.trial_balance.title',
  permission: 'accounts.ledger.read',
  query: (user, ctx) => {
    const { first, last, unit } = askedPeriod(ctx)
    const query = db
      .from('ledger_totals as t')
      .join('ledger_accounts as a', 'a.id', 't.account_id')
      .joinRaw(
        'CROSS JOIN (SELECT CAST(? AS DATE) AS first_month, CAST(? AS DATE) AS last_month, CAST(? AS DATE) AS last_day, ? AS unit) asked',
        [first.first, last.first, last.last, unit]
      )
      .whereRaw('t.month <= asked.last_month')
      .groupByRaw(
        'a.id, a.code, a.name_ar, a.name_en, a.class, asked.first_month, asked.last_day, asked.unit'
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
      link: ({ code, from, to, unit }) =>
        `/accounts/ledger-lines?${new URLSearchParams({ account: code, posted_from: from, posted_to: to, unit })}`,
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
  },
  filters: [
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 't.unit_id' },
    // The period is part of the question itself: see `query`.
    { key: 'from', label: 'accounts.trial_balance.from', type: 'month', apply: () => {} },
    { key: 'to', label: 'accounts.trial_balance.to', type: 'month', apply: () => {} },
    fundFilter('t.fund_id'),
  ],
  defaultSort: 'code',
  pageSize: 200,
  empty: { title: 'accounts.trial_balance.empty', text: 'accounts.trial_balance.empty_text' },
}

/** The months and the unit that the address names. A month that cannot be read is refused by its filter. */
function askedPeriod(ctx: HttpContext) {
  const { from, to, unit } = ctx.request.qs()
  const last = monthOf(to) ?? Month.current()
  const first = monthOf(from) ?? Month.containing(FiscalYear.containing(last.first).first)
  return { first, last, unit: typeof unit === 'string' ? unit.slice(0, 200) : '' }
}

function monthOf(text: unknown): Month | null {
  return typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? Month.of(text) : null
}
