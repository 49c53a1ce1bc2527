import type { Workbench } from '#revenue/reconciliation/workbench'

/** What one statement raises; `arose_on` is the day from which its age counts. */
export const COLUMNS =
  'unit_id, month, code, subject_type, subject_id, subject_key, head_id, party_name, amount, arose_on'

/** `rw_difference`: the differences that the facts of this run raise. */
export async function openDesired(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_difference',
    `unit_id BIGINT UNSIGNED NOT NULL, month DATE NOT NULL, code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     subject_type VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, subject_id BIGINT UNSIGNED NOT NULL,
     subject_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, head_id BIGINT UNSIGNED NULL,
     party_name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL, amount DECIMAL(18,2) NOT NULL,
     arose_on DATE NOT NULL, print BINARY(16) NOT NULL PRIMARY KEY`,
    { wide: true }
  )
}

/**
 * Short form of the natural key: a temporary table with the whole key of four columns is many times
 * slower to fill.
 */
export const PRINT = (
  row: string
) => `UNHEX(MD5(CONCAT_WS('|', ${row}.unit_id, ${row}.month, ${row}.code,
  ${row}.subject_type, ${row}.subject_key)))`

/** Adds what a SELECT of {@link COLUMNS} gives, in their order; its columns are named here. */
export async function raise(bench: Workbench, code: string, select: string): Promise<void> {
  await bench.run(
    `differences: ${code}`,
    `INSERT IGNORE INTO rw_difference (${COLUMNS}, print)
     WITH raised (${COLUMNS}) AS (${select})
     SELECT ${COLUMNS.split(', ')
       .map((column) => `r.${column}`)
       .join(', ')}, ${PRINT('r')} FROM raised r`
  )
}

/**
 * The judged facts of one kind with their disposition, as `FROM` and `WHERE` with `p` for the
 * disposition: those of the month, then those judged again. One pair per disposition asked for, so that
 * the index finds them without reading the others.
 */
export function judged(kind: string, among?: readonly string[]): [string, string][] {
  const conditions = among ? among.map((one) => ` AND p.disposition = '${one}'`) : ['']
  return conditions.flatMap((disposition): [string, string][] => [
    [
      'rw_unit u STRAIGHT_JOIN dispositions p FORCE INDEX (dispositions_month) ON p.unit_id = u.unit_id',
      `p.month = :month AND p.kind = '${kind}'${disposition}`,
    ],
    [
      'rw_again t STRAIGHT_JOIN dispositions p ON p.kind = t.kind AND p.fact_id = t.fact_id',
      `t.kind = '${kind}'${disposition}`,
    ],
  ])
}
