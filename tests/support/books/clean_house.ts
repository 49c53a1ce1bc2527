import { createHash } from 'node:crypto'
import { SYSTEM } from '#audit/actor'
import { sealTrail } from '#audit/seal'
import { Trail } from '#audit/trail'
import { Month } from '#core/fiscal'
import type { Scratch } from '#tests/support/books/scratch'

/**
 * Fills a database by the real path: reference data, a sample of 200 sites and three months through the
 * imports (one of them undone and brought in again), every month reconciled; then what the sample has
 * none of: jobs with steps, decisions of second persons, a locked month, seals.
 */
export async function fillHouse(house: Scratch): Promise<void> {
  await house.ace(['migration:run', '--force'], { asOwner: true })
  await house.ace(['db:grants'], { asOwner: true })
  await house.ace(['reference:load'])
  const folder = house.file('sample')
  const made = JSON.parse(
    await house.ace([
      ...['sample:generate', '--seed', '11', '--sites', '200', '--months', '3'],
      ...['--out', folder, '--json'],
    ])
  )
  await house.ace(['sample:load', folder, '--json'])
  const [[last]] = await house.client.rawQuery('SELECT MAX(id) AS id FROM imports')
  await house.ace(['import:undo', String(last.id)])
  await house.ace(['sample:load', folder, '--json'])
  const months: string[] = made.months
  await house.ace(['reconcile', '--unit', 'EG-FYM', '--months', `${months[0]}..${months.at(-1)}`])
  await addWork(house)
  await addDecisions(house)
  await house.client.transaction((trx) => sealTrail(trx))
}

async function addWork({ client }: Scratch): Promise<void> {
  const done = `progress, attempts, fence, started_at, finished_at`
  const [imports] = await client.rawQuery(
    "SELECT id, unit_id FROM imports WHERE state = 'committed' ORDER BY id LIMIT 6"
  )
  for (const row of imports as { id: number; unit_id: number }[]) {
    await client.rawQuery(
      `INSERT INTO jobs (kind, unit_id, payload, state, ${done}) VALUES ('core.run_import', ?, ?, 'done', 100, 1, 1, NOW(3), NOW(3))`,
      [row.unit_id, JSON.stringify({ importId: row.id, step: 'commit' })]
    )
  }
  const [runs] = await client.rawQuery('SELECT id, unit_id FROM reconciliation_runs')
  for (const run of runs as { id: number; unit_id: number }[]) {
    const [flow] = await client.rawQuery(
      `INSERT INTO jobs (kind, unit_id, payload, state, ${done}) VALUES ('revenue.reconcile_month', ?, ?, 'done', 100, 1, 1, NOW(3), NOW(3))`,
      [run.unit_id, JSON.stringify({ runId: run.id })]
    )
    await client.rawQuery('UPDATE reconciliation_runs SET job_id = ? WHERE id = ?', [
      flow.insertId,
      run.id,
    ])
    for (let step = 0; step < 3; step++) {
      await client.rawQuery(
        `INSERT INTO jobs (kind, unit_id, parent_id, payload, state, ${done}) VALUES ('revenue.match_unit', ?, ?, ?, 'done', 100, 1, 1, NOW(3), NOW(3))`,
        [run.unit_id, flow.insertId, JSON.stringify({ runId: run.id, unitId: run.unit_id })]
      )
    }
  }
}

async function addDecisions({ client }: Scratch): Promise<void> {
  const [units] = await client.rawQuery(
    'SELECT DISTINCT unit_id AS id FROM ledger_entries ORDER BY unit_id'
  )
  for (const [at, unit] of (units as { id: number }[]).entries()) {
    const decision = at % 3 ? 'approved' : 'refused'
    const hash = createHash('sha256').update(String(at)).digest()
    await client.transaction(async (trx) => {
      await trx.rawQuery(
        `INSERT INTO approvals (unit_id, subject_type, subject_id, step, made_by, decided_by, decision, document_hash)
         VALUES (?, 'import', ?, 'commit', 1, 2, ?, ?)`,
        [unit.id, at + 1, decision, hash]
      )
      await Trail.record(
        {
          action: `import.${decision}`,
          unitId: unit.id,
          subjectType: 'import',
          subjectId: at + 1,
          after: { step: 'commit', madeBy: 1, documentHash: hash.toString('hex') },
        },
        { by: { id: 2, name: 'مدير الحسابات' }, trx }
      )
    })
    if (at === 2) await client.transaction((trx) => sealTrail(trx))
  }
  await client.rawQuery(
    `INSERT INTO accounting_periods (unit_id, month, state, changed_at)
     SELECT DISTINCT unit_id, DATE_FORMAT(posted_on, '%Y-%m-01'), 'locked', NOW(3) FROM ledger_entries
     WHERE posted_on < ?`,
    [Month.containing(new Date().toISOString().slice(0, 10)).first]
  )
  await client.transaction((trx) =>
    Trail.record(
      { action: 'periods.locked', unitId: units[0].id, subjectType: 'period' },
      { by: SYSTEM, trx }
    )
  )
}
