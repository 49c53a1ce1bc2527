import { factsOf } from '#revenue/reconciliation/judge/source'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** `rw_paper_sum`: Σ of the receipts, void ones too, of each slip and batch that is judged. */
export async function sumPapers(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_paper_sum',
    `kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, fact_id BIGINT UNSIGNED NOT NULL,
     receipts DECIMAL(18,2) NOT NULL, PRIMARY KEY (kind, fact_id)`
  )
  for (const [kind, column] of [
    ['slip', 'slip_id'],
    ['settlement', 'settlement_id'],
  ] as const) {
    const { month, again } = factsOf(kind)
    for (const [from, where] of [month, again]) {
      await bench.run(
        'receipts of slips and batches',
        `INSERT INTO rw_paper_sum
         SELECT STRAIGHT_JOIN '${kind}', f.id, SUM(r.amount) FROM ${from}
         JOIN receipt_deposits x ON x.${column} = f.id JOIN receipts r ON r.id = x.receipt_id
         WHERE ${where} GROUP BY f.id`
      )
    }
  }
}
