import { factsOf } from '#revenue/reconciliation/judge/source'
import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * `rw_paper_sum`: Σ of the receipts, void ones too, of each slip and batch that is judged. Nearly all
 * of a paper's receipts were collected with it: where the count of its deposits says that all were,
 * their sum is taken, and only the others are read again.
 */
export async function sumPapers(bench: Workbench): Promise<void> {
  const key = `kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, fact_id BIGINT UNSIGNED NOT NULL,
     receipts DECIMAL(18,2) NOT NULL, PRIMARY KEY (kind, fact_id)`
  await bench.table('rw_paper_sum', key)
  await bench.table('rw_collected_sum', `n INT UNSIGNED NOT NULL, ${key}`)
  for (const [kind, column] of [
    ['slip', 'slip_id'],
    ['settlement', 'settlement_id'],
  ] as const) {
    await bench.run(
      'receipts of slips and batches',
      `INSERT INTO rw_collected_sum
       SELECT COUNT(*), '${kind}', ${column}, SUM(amount) FROM rw_receipt_now WHERE ${column} IS NOT NULL GROUP BY ${column}`
    )
    const { month, again } = factsOf(kind)
    for (const [from, where] of [month, again]) {
      await bench.run(
        'receipts of slips and batches',
        `INSERT INTO rw_paper_sum
         SELECT STRAIGHT_JOIN '${kind}', f.id,
           IF(s.n = (SELECT COUNT(*) FROM receipt_deposits x WHERE x.${column} = f.id), s.receipts,
             COALESCE((SELECT SUM(r.amount) FROM receipt_deposits x JOIN receipts r ON r.id = x.receipt_id WHERE x.${column} = f.id), 0))
         FROM ${from} LEFT JOIN rw_collected_sum s ON s.kind = '${kind}' AND s.fact_id = f.id WHERE ${where}`
      )
    }
  }
}
