import db from '@adonisjs/lucid/services/db'
import { Money } from '#core/money'
import type User from '#identity/models/user'
import { visible } from '#identity/access/visible'
import { isForAdvance } from '#accounts/advances/form_of_advance'

const MANAGE = 'accounts.payments.manage'

interface Choice {
  value: number | string
  label: string
}

/** Types of payment, open commitments and lines with credit that a form 50 may be written on. */
export async function formChoices(user: User, locale: string) {
  const ar = locale === 'ar'
  // Those of advances are written from the page of the advance.
  const types = (await db.from('payment_types').orderBy('sort_order')).filter(
    ({ code }) => !isForAdvance(code)
  )
  const commitments = await visible(
    db.from('commitments').where('status', 'committed').where('open_amount', '>', 0),
    user,
    MANAGE
  )
    .orderBy('id', 'desc')
    .limit(200)
  const lines = await visible(
    db
      .from('budget_lines as l')
      .join('budget_codes as c', 'c.id', 'l.code_id')
      .join('budget_balances as b', 'b.line_id', 'l.id')
      .where('l.side', 'use')
      .whereRaw('b.available > 0')
      .select('l.id', 'c.code', 'c.name_ar', 'c.name_en', 'b.available', 'l.fiscal_year'),
    user,
    MANAGE,
    'l.unit_id'
  )
    .orderBy('c.code')
    .limit(300)
  const pounds = (text: string) => Money.of(text).format(ar ? 'ar' : 'en')
  return {
    types: types.map((row): Choice => ({ value: row.code, label: ar ? row.name_ar : row.name_en })),
    commitments: commitments.map((row): Choice => ({
      value: row.id,
      label: `${row.number}/${row.fiscal_year} — ${row.purpose} — ${pounds(row.open_amount)}`,
    })),
    /** What a commitment already says, to be taken into fields that are still empty. */
    known: encodeURIComponent(JSON.stringify(knownOf(commitments))),
    lines: lines.map((row): Choice => ({
      value: row.id,
      label: `${row.code} ${ar ? row.name_ar : row.name_en} (${row.fiscal_year}) — ${pounds(row.available)}`,
    })),
  }
}

const knownOf = (commitments: Record<string, unknown>[]) =>
  Object.fromEntries(
    commitments.map(({ id, purpose, payee_name: payee }) => [id, { purpose, payee }])
  )
