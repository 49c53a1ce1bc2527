import { sentence, type Sentence } from '#core/domain_error'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { rightPorts } from '#registry/rights/ports'
import { atMoment, type Finding, type Moment } from '#registry/rules/finding'

/** Something open on an asset that a change of its body must not run over. */
export interface StandingMatter {
  assetId: number
  what: Sentence
  /** The record, for a link: `right`, `register_transaction`, `encroachment`. */
  type: string
  id: number
}

export interface StandingQuestion {
  assetIds: readonly number[]
  on: Day
  /** The change that asks: it does not stand in its own way. */
  transactionId: number | null
  trx: Trx
}

export type StandingProbe = (asked: StandingQuestion) => Promise<StandingMatter[]>

/** A right that is not over on a day: in preparation, in force, or its holder is still there. */
export const STANDING_RIGHT =
  "(status = 'holdover' OR (status IN ('draft', 'approved', 'active', 'expiring', 'suspended', 'renewed') AND valid_to > ?))"

/** Rights in force or in preparation; the register of rights says what becomes of them (R8). */
const rights: StandingProbe = async ({ assetIds, on, trx }) => {
  const [rows] = await trx.rawQuery(
    `SELECT id, asset_id, right_no FROM rights WHERE asset_id IN (${marks(assetIds)})
       AND ${STANDING_RIGHT} ORDER BY id`,
    [...assetIds, on]
  )
  return (rows as { id: number; asset_id: number; right_no: string }[]).map((row) => ({
    assetId: Number(row.asset_id),
    what: sentence(`الحق رقم ${row.right_no}`, `right ${row.right_no}`),
    type: 'right',
    id: Number(row.id),
  }))
}

/** Other changes that wait for a decision on the same assets. */
const transactions: StandingProbe = async ({ assetIds, transactionId, trx }) => {
  const [rows] = await trx.rawQuery(
    `SELECT DISTINCT t.id, i.asset_id, t.number, t.fiscal_year FROM transaction_assets i
     JOIN register_transactions t ON t.id = i.transaction_id
     WHERE i.asset_id IN (${marks(assetIds)}) AND i.part = 'input' AND t.status = 'proposed' AND t.id <> ?
     ORDER BY t.id`,
    [...assetIds, transactionId ?? 0]
  )
  return (rows as { id: number; asset_id: number; number: number; fiscal_year: string }[]).map(
    (row) => ({
      assetId: Number(row.asset_id),
      what: sentence(
        `معاملة لم يبت فيها رقم ${row.number} لسنة ${row.fiscal_year}`,
        `undecided transaction ${row.number} of ${row.fiscal_year}`
      ),
      type: 'register_transaction',
      id: Number(row.id),
    })
  )
}

/** Cases of encroachment and disputes that are not closed. */
const cases: StandingProbe = async ({ assetIds, trx }) => {
  const matters: StandingMatter[] = []
  for (const assetId of assetIds) {
    for (const { id, number } of await rightPorts.openCasesOn([assetId], trx)) {
      const what = sentence(`الحالة المفتوحة رقم ${number}`, `open case ${number}`)
      matters.push({ assetId, what, type: 'encroachment', id })
    }
  }
  return matters
}

/** Everything that may stand on an asset; each part of the register adds its own. */
export const STANDING: Readonly<Record<string, StandingProbe>> = {
  rights,
  transactions,
  cases,
}

/**
 * Rule R7: a change of an asset's body or owner waits for what is open on it. Rights that the change
 * itself takes over (`accounted`) do not stand in its way.
 */
export async function judgeStanding(
  asked: StandingQuestion & { moment: Moment; accounted?: readonly number[] }
): Promise<Finding[]> {
  if (asked.assetIds.length === 0) return []
  const accounted = new Set(asked.accounted)
  const findings: Finding[] = []
  for (const probe of Object.values(STANDING)) {
    for (const matter of await probe(asked)) {
      if (matter.type === 'right' && accounted.has(matter.id)) continue
      findings.push({
        rule: 'R7',
        severity: atMoment('critical', asked.moment),
        messages: sentence(
          `على الأصل ${matter.what.ar}.`,
          `There is ${matter.what.en} on the asset.`
        ),
        cure: sentence(
          'أنهه أو حدد مصيره قبل هذا التغيير.',
          'Settle it, or say what becomes of it, before this change.'
        ),
        facts: { assetId: matter.assetId, type: matter.type, id: matter.id },
        overridable: true,
      })
    }
  }
  return findings
}

const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ')
