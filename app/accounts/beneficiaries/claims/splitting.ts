import { fold } from '#core/arabic'
import { addDays, daysBetween, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { datedSetting } from '#core/settings'
import { apart } from '#core/web/format'
import type { Trx } from '#core/within'
import type { Claim, Finding } from '#accounts/beneficiaries/claims/claim'
import { samePartyIds } from '#accounts/beneficiaries/claims/same_party'

/** What was claimed on one day, each of it under the threshold. */
export interface DaySum {
  day: Day
  count: number
  amount: Money
}

/**
 * The largest sum of any run of days that holds a given day, with its first and last day. Every
 * purchase may be small and only their sum be over the limit, whoever the sellers are.
 */
export function largestRun(sums: readonly DaySum[], on: Day, days: number) {
  const sorted = [...sums].sort((a, b) => (a.day < b.day ? -1 : 1))
  let best = { amount: Money.zero, count: 0, from: on, to: on }
  for (const { day: from } of sorted) {
    if (from > on || daysBetween(from, on) >= days) continue
    const until = addDays(from, days - 1)
    const inside = sorted.filter(({ day }) => day >= from && day <= until)
    const amount = Money.sum(inside.map((one) => one.amount))
    if (amount.compare(best.amount) > 0) {
      const count = inside.reduce((total, one) => total + one.count, 0)
      best = { amount, count, from, to: inside.at(-1)!.day }
    }
  }
  return best
}

/**
 * Whether a claim under the threshold brings what its beneficiary, or its department for one class of
 * goods, was paid within the window over it (تجزئة): both are looked at, since splitting goes over
 * several sellers too.
 */
export async function splittingOf(claim: Claim, trx: Pick<Trx, 'rawQuery'>): Promise<Finding[]> {
  const { on, unitId } = claim
  const { value, legalReference } = await datedSetting<{ threshold: string; windowDays: number }>(
    'accounts.claims.splitting',
    { on, unitId, trx: trx as Trx }
  )
  const threshold = Money.of(value.threshold)
  if (claim.amount.compare(threshold) > 0) return []
  const ids = (await samePartyIds(claim.beneficiaryId, trx)).join(', ')
  const itemClass = claim.itemClass?.trim() ?? ''
  const department = fold(claim.department ?? '').slice(0, 160)
  const scopes = [
    {
      rule: 'split_party' as const,
      where: `beneficiary_id IN (${ids}) AND item_class = ?`,
      values: [itemClass],
      who: sentence('للمستفيد نفسه', 'to the same beneficiary'),
      asked: true,
    },
    {
      rule: 'split_department' as const,
      where: 'unit_id = ? AND department_folded = ? AND item_class = ?',
      values: [unitId, department, itemClass],
      who: sentence(`للقسم «${claim.department}»`, `for the department ${claim.department}`),
      asked: Boolean(department && itemClass),
    },
  ]
  const findings: Finding[] = []
  for (const { rule, where, values, who, asked } of scopes) {
    if (!asked) continue
    const sums = await daySums(claim, { where, values, ...value }, trx)
    sums.push({ day: on, count: 1, amount: claim.amount })
    const run = largestRun(merged(sums), on, value.windowDays)
    if (run.count < 2 || run.amount.compare(threshold) <= 0) continue
    const named = itemClass ? [` من صنف ${itemClass}`, ` of class ${itemClass}`] : ['', '']
    findings.push({
      rule,
      severity: 'likely',
      text: sentence(
        `${run.count} مطالبات ${who.ar}${named[0]} من ${apart(run.from)} إلى ${apart(run.to)} مجموعها ${run.amount.format('ar')}، والحد ${threshold.format('ar')} (${legalReference}).`,
        `${run.count} claims ${who.en}${named[1]} from ${run.from} to ${run.to} come to ${run.amount.format('en')}; the limit is ${threshold.format('en')}.`
      ),
    })
  }
  return findings
}

interface Scope {
  where: string
  values: readonly (string | number)[]
  threshold: string
  windowDays: number
}

async function daySums(
  { on, except = [] }: Claim,
  { where, values, threshold, windowDays }: Scope,
  trx: Pick<Trx, 'rawQuery'>
): Promise<DaySum[]> {
  const near = [addDays(on, 1 - windowDays), addDays(on, windowDays - 1)]
  const others = except.length > 0 ? `AND id NOT IN (${except.map(Number).join(', ')})` : ''
  const small = 'amount > 0 AND amount <= CAST(? AS DECIMAL(18,2))'
  const [rows] = await trx.rawQuery(
    `SELECT claimed_on AS day, COUNT(*) AS count, SUM(amount) AS amount FROM payment_claims
     WHERE status = 'standing' ${others} AND ${where} AND claimed_on BETWEEN ? AND ? AND ${small} GROUP BY claimed_on
     UNION ALL
     SELECT paid_on, COUNT(*), SUM(amount) FROM historical_payments
     WHERE ${where} AND paid_on BETWEEN ? AND ? AND ${small} GROUP BY paid_on`,
    [...values, ...near, threshold, ...values, ...near, threshold]
  )
  return (rows as { day: Day; count: number; amount: string }[]).map((row) => ({
    day: row.day,
    count: Number(row.count),
    amount: Money.of(row.amount),
  }))
}

/** One entry a day. */
function merged(sums: readonly DaySum[]): DaySum[] {
  const days = new Map<Day, DaySum>()
  for (const { day, count, amount } of sums) {
    const known = days.get(day) ?? { day, count: 0, amount: Money.zero }
    days.set(day, { day, count: known.count + count, amount: known.amount.add(amount) })
  }
  return [...days.values()]
}
