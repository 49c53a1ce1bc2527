import type { Workbench } from '#revenue/reconciliation/workbench'

/** The unit whose papers are matched, and how much there is. */
export interface MatchScope {
  unitId: number
  /** Whether any allocation exists at all: on an empty ledger nothing needs comparing. */
  hasHistory: boolean
}

/**
 * Sizes the work and lists the units of the unit's governorate (`rw_gov`): bank lines are looked for
 * on every account of it. A unit under no governorate stands for itself.
 */
export async function openScope(bench: Workbench, unitId: number): Promise<MatchScope> {
  const rows = await bench.count(
    `SELECT (SELECT COUNT(*) FROM charges FORCE INDEX (charges_due) WHERE unit_id = :unit AND due_on BETWEEN :first AND :last)
          + (SELECT COUNT(*) FROM receipts FORCE INDEX (receipts_day) WHERE unit_id = :unit AND received_on BETWEEN :first AND :last) AS n`,
    { unit: unitId }
  )
  bench.expect(rows)
  await bench.table('rw_gov', 'unit_id BIGINT UNSIGNED NOT NULL PRIMARY KEY')
  await bench.run(
    'governorate',
    `INSERT INTO rw_gov
     SELECT below.descendant_id FROM unit_closure below WHERE below.ancestor_id = (
       SELECT u.id FROM unit_closure c JOIN units u ON u.id = c.ancestor_id AND u.kind = 'governorate'
       WHERE c.descendant_id = :unit ORDER BY c.depth LIMIT 1)
     UNION SELECT :unit`,
    { unit: unitId }
  )
  const history = await bench.count('SELECT EXISTS (SELECT 1 FROM allocations) AS n')
  return { unitId, hasHistory: history > 0 }
}
