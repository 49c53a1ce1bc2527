import db from '@adonisjs/lucid/services/db'
import { today, type Day } from '#core/days'
import type { Locale } from '#core/domain_error'
import { Money } from '#core/money'
import { beneficiaryPorts } from '#accounts/beneficiaries/ports'
import { dealingsOf } from '#accounts/beneficiaries/queries/dealings'
import { paperWarnings } from '#accounts/beneficiaries/queries/papers'
import type Beneficiary from '#accounts/models/beneficiary'
import type User from '#identity/models/user'

interface Claimed {
  day: Day
  label: string
  invoiceNo: string
  amount: Money
  isOverridden: boolean
}

/** The latest a person looks at on the card; the whole is in the lists. */
const LATEST = 20

/** What the card of a beneficiary shows beside himself. */
export async function beneficiaryCard(beneficiary: Beneficiary, user: User, locale: Locale) {
  const accounts = await beneficiary.related('accounts').query().orderBy('id', 'desc')
  const on = today()
  const [[total]] = await db.rawQuery(
    'SELECT COUNT(*) AS count, COALESCE(SUM(amount), 0) AS amount FROM historical_payments WHERE beneficiary_id = ?',
    [beneficiary.id]
  )
  return {
    accounts: accounts.map((account) => ({ account, standing: account.standing(on) })),
    warnings: (await paperWarnings(beneficiary, on)).map(({ tone, text }) => ({
      tone,
      text: text[locale],
    })),
    frozen: await beneficiaryPorts.frozenPaymentsOf(beneficiary.id),
    dealings: await dealingsOf(beneficiary, user),
    claims: await latestClaims(beneficiary.id),
    payments: await latestPayments(beneficiary.id),
    paid: { count: Number(total.count), amount: Money.of(String(total.amount)) },
  }
}

async function latestClaims(id: number): Promise<Claimed[]> {
  const rows = await db
    .from('payment_claims')
    .where({ beneficiary_id: id, status: 'standing' })
    .select('claimed_on as day', 'label', 'invoice_no', 'amount', 'overridden_by')
    .orderBy('id', 'desc')
    .limit(LATEST)
  return rows.map(claimed)
}

async function latestPayments(id: number): Promise<Claimed[]> {
  const rows = await db
    .from('historical_payments')
    .where('beneficiary_id', id)
    .select('paid_on as day', 'reference as label', 'invoice_no', 'amount')
    .orderBy([
      { column: 'paid_on', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(LATEST)
  return rows.map(claimed)
}

function claimed(row: Record<string, string>): Claimed {
  const { day, label, invoice_no: invoiceNo, amount } = row
  return {
    ...{ day: day!, label: label!, invoiceNo: invoiceNo! },
    amount: Money.of(amount!),
    isOverridden: Boolean(row.overridden_by),
  }
}
