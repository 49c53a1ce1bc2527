import { sentence, type Sentence } from '#core/domain_error'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { atMoment, type Finding, type Moment } from '#registry/rules/finding'
import { STANDING } from '#registry/rules/standing'

interface Context {
  transactionId: number | null
  effectiveOn: Day
  moment: Moment
  unitId: number
  trx: Trx
}

/**
 * Rule R30: what was recorded is taken back only by a cancelling transaction, and only while nothing
 * later rests on it: no later change of the same assets, nothing open on what it made.
 */
export async function judgeCancellation(
  cancelled: number,
  assets: readonly { asset_id: number; is_output: boolean }[],
  context: Context
): Promise<Finding[]> {
  const { trx, unitId } = context
  const findings: Finding[] = []
  const stop = (messages: Sentence, facts: Record<string, unknown>) =>
    findings.push({
      rule: 'R30',
      severity: atMoment('critical', context.moment),
      messages,
      cure: sentence(
        'ألغ الأحدث أولًا، أو سجل معاملة جديدة تصحح الوضع.',
        'Cancel the later one first, or record a new transaction that sets things right.'
      ),
      facts,
      overridable: false,
    })
  const [[asked]] = await trx.rawQuery(
    'SELECT id, unit_id, kind, status, number, fiscal_year FROM register_transactions WHERE id = ?',
    [cancelled]
  )
  if (!asked || Number(asked.unit_id) !== unitId) {
    stop(sentence('لا توجد هذه المعاملة في الوحدة.', 'There is no such transaction in the unit.'), {
      cancelled,
    })
    return findings
  }
  if (asked.status !== 'approved' || asked.kind === 'cancellation') {
    stop(
      sentence(
        'لا يلغى إلا ما اعتمد من غير معاملات الإلغاء.',
        'Only an approved transaction that is no cancellation itself can be cancelled.'
      ),
      { cancelled, status: asked.status, kind: asked.kind }
    )
    return findings
  }
  for (const later of await laterChanges(cancelled, assets, trx)) {
    stop(
      sentence(
        `تغير الأصل ${later.code} بعدها${later.number ? ` بالمعاملة ${later.number}` : ''}.`,
        `Asset ${later.code} was changed after it${later.number ? ` by transaction ${later.number}` : ''}.`
      ),
      { ...later }
    )
  }
  return [...findings, ...(await judgeUse(cancelled, assets, context))]
}

interface Later {
  assetId: number
  code: string
  transactionId: number | null
  number: string | null
}

async function laterChanges(
  cancelled: number,
  assets: readonly { asset_id: number }[],
  trx: Trx
): Promise<Later[]> {
  const later: Later[] = []
  for (const { asset_id: assetId } of assets) {
    const [[row]] = await trx.rawQuery(
      `SELECT c.transaction_id, t.number, t.fiscal_year, a.code FROM asset_changes c
       JOIN assets a ON a.id = c.asset_id LEFT JOIN register_transactions t ON t.id = c.transaction_id
       WHERE c.asset_id = ? AND NOT (c.transaction_id <=> ?)
         AND c.id > (SELECT MAX(o.id) FROM asset_changes o WHERE o.asset_id = ? AND o.transaction_id = ?)
       ORDER BY c.id LIMIT 1`,
      [assetId, cancelled, assetId, cancelled]
    )
    if (!row) continue
    later.push({
      assetId,
      code: row.code,
      transactionId: row.transaction_id && Number(row.transaction_id),
      number: row.number && `${row.number}/${row.fiscal_year}`,
    })
  }
  return later
}

/** What a cancelled change made may not be in use: rights it did not take over, undecided changes. */
async function judgeUse(
  cancelled: number,
  assets: readonly { asset_id: number; is_output: boolean }[],
  { trx, effectiveOn: on, transactionId, moment }: Context
): Promise<Finding[]> {
  const made = assets.filter(({ is_output: isOutput }) => isOutput).map(({ asset_id: id }) => id)
  if (made.length === 0) return []
  const findings: Finding[] = []
  for (const probe of Object.values(STANDING)) {
    for (const matter of await probe({ assetIds: made, on, transactionId, trx })) {
      if (matter.type === 'right' && (await wasTakenOver(matter.id, cancelled, trx))) continue
      findings.push({
        rule: 'R30',
        severity: atMoment('critical', moment),
        messages: sentence(
          `على ما أنشأته ${matter.what.ar}.`,
          `There is ${matter.what.en} on what it made.`
        ),
        facts: { ...matter },
        overridable: false,
      })
    }
  }
  return findings
}

async function wasTakenOver(rightId: number, cancelled: number, trx: Trx): Promise<boolean> {
  const [rows] = await trx.rawQuery(
    `SELECT id FROM trail WHERE subject_type = 'right' AND subject_id = ? AND action = 'right.moved'
       AND JSON_VALUE(after_value, '$.transaction_id') = ? LIMIT 1`,
    [rightId, cancelled]
  )
  return rows.length > 0
}
