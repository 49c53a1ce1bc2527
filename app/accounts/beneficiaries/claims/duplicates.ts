import { addDays, daysBetween, type Day } from '#core/days'
import { sentence, type Sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { settingAt } from '#core/settings'
import { apart } from '#core/web/format'
import type { Trx } from '#core/within'
import type { Claim, Finding } from '#accounts/beneficiaries/claims/claim'
import { foldInvoice } from '#accounts/beneficiaries/claims/invoice_number'
import { samePartyIds } from '#accounts/beneficiaries/claims/same_party'

interface Earlier {
  source: 'claim' | 'history'
  id: number
  label: string
  day: Day
  amount: string
  invoice_no: string
  invoice_folded: string
  tax_uuid: string | null
}

/** As many as a person can look at; the nearest first. */
const SHOWN = 20

/** Earlier claims and payments that may be this one, each with what speaks for it. */
export async function duplicatesOf(claim: Claim, trx: Pick<Trx, 'rawQuery'>): Promise<Finding[]> {
  const days = await settingAt<number>('accounts.claims.duplicate_window_days', {
    on: claim.on,
    unitId: claim.unitId,
    trx: trx as Trx,
  })
  const invoice = foldInvoice(claim.invoiceNo ?? '')
  const rows = await earlier(claim, { invoice, days, trx })
  const net = Money.sum(
    rows
      .filter((row) => invoice && row.invoice_folded === invoice)
      .map((row) => Money.of(row.amount))
  )
  return rows
    .map((row) => judged(claim, row, { invoice, reversed: !net.isPositive() }))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity] || distance(claim, a) - distance(claim, b))
    .slice(0, SHOWN)
}

const RANK = { certain: 0, likely: 1, possible: 2 } as const

function distance({ on }: Claim, { matched }: Finding): number {
  return Math.abs(daysBetween(matched!.on, on))
}

interface Known {
  invoice: string
  reversed: boolean
}

function judged(claim: Claim, row: Earlier, { invoice, reversed }: Known): Finding {
  const same = claim.amount.equals(Money.of(row.amount))
  const finding = (
    rule: Finding['rule'],
    severity: Finding['severity'],
    ar: string,
    en: string
  ): Finding => {
    const { source, id, label, day: on, amount } = row
    const text = told(row, ar, en)
    return { rule, severity, text, matched: { source, id, label, on, amount } }
  }
  if (claim.taxUuid && row.tax_uuid === claim.taxUuid.trim()) {
    return finding(
      'tax_uuid',
      'certain',
      'الفاتورة الإلكترونية نفسها بمعرّفها في منظومة الضرائب',
      'the same electronic invoice by its tax identifier'
    )
  }
  if (invoice && row.invoice_folded === invoice) {
    if (same && reversed) {
      return finding(
        'invoice_reversed',
        'possible',
        'رقم الفاتورة والمبلغ نفسهما، وقد استُرد ما صرف عنها',
        'the same invoice number and amount, and what was paid on it was taken back'
      )
    }
    return same
      ? finding(
          'invoice_amount',
          'certain',
          'رقم الفاتورة والمبلغ نفسهما للمستفيد نفسه',
          'the same invoice number and amount of the same beneficiary'
        )
      : finding(
          'invoice',
          'possible',
          'رقم الفاتورة نفسه بمبلغ آخر، وقد يكون صرفًا جزئيًا',
          'the same invoice number with another amount, perhaps a part payment'
        )
  }
  // Rent and the like come again month after month under numbers of their own.
  const isNumbered = Boolean(invoice && row.invoice_folded)
  return finding(
    'amount_near',
    isNumbered ? 'possible' : 'likely',
    isNumbered
      ? 'المبلغ نفسه في أيام قريبة برقم فاتورة آخر'
      : 'المبلغ نفسه للمستفيد نفسه في أيام قريبة، ولا رقم فاتورة يميزهما',
    isNumbered
      ? 'the same amount on near days under another invoice number'
      : 'the same amount of the same beneficiary on near days, and no invoice number tells them apart'
  )
}

function told({ label, day, amount, source }: Earlier, ar: string, en: string): Sentence {
  const money = Money.of(amount)
  const was = source === 'claim' ? ['مطالبة', 'claim'] : ['صرف سابق', 'past payment']
  return sentence(
    `${ar}: ${was[0]} ${label} بتاريخ ${apart(day)} بمبلغ ${money.format('ar')}.`,
    `It has ${en}: ${was[1]} ${label} of ${day}, ${money.format('en')}.`
  )
}

interface Search {
  invoice: string
  days: number
  trx: Pick<Trx, 'rawQuery'>
}

/** One indexed search for each thing that may be the same; the database joins what they find. */
async function earlier(claim: Claim, { invoice, days, trx }: Search): Promise<Earlier[]> {
  const ids = (await samePartyIds(claim.beneficiaryId, trx)).join(', ')
  const amount = claim.amount.toString()
  const near = [addDays(claim.on, -days), addDays(claim.on, days)]
  const uuid = claim.taxUuid?.trim() || null
  const searches: string[] = []
  const bindings: (string | number)[] = []
  for (const place of PLACES) {
    const search = (condition: string, ...values: (string | number)[]) => {
      const others = place.isClaims && claim.except?.length ? except(claim.except) : ''
      searches.push(`(${place.select} WHERE ${place.standing}${others} AND ${condition})`)
      bindings.push(...values)
    }
    search(
      `beneficiary_id IN (${ids}) AND amount = CAST(? AS DECIMAL(18,2)) AND ${place.day} BETWEEN ? AND ?`,
      amount,
      ...near
    )
    if (invoice) search(`beneficiary_id IN (${ids}) AND invoice_folded = ?`, invoice)
    if (uuid) search('tax_uuid = ?', uuid)
  }
  const [rows] = await trx.rawQuery(`${searches.join(' UNION ')} LIMIT 500`, bindings)
  return rows as Earlier[]
}

const except = (ids: readonly number[]) => ` AND id NOT IN (${ids.map(Number).join(', ')})`

const PLACES = [
  {
    isClaims: true,
    select: `SELECT 'claim' AS source, id, label, claimed_on AS day, amount, invoice_no, invoice_folded, tax_uuid
      FROM payment_claims`,
    standing: "status = 'standing'",
    day: 'claimed_on',
  },
  {
    isClaims: false,
    select: `SELECT 'history' AS source, id, reference AS label, paid_on AS day, amount, invoice_no, invoice_folded, tax_uuid
      FROM historical_payments`,
    standing: 'TRUE',
    day: 'paid_on',
  },
] as const
