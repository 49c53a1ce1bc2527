import { numberCore, numbersIn } from '#core/paper_numbers'
import type { Workbench } from '#revenue/reconciliation/workbench'

const PAGE = 5000

/**
 * Rule 7: `rw_edge` joins a credit with each slip or batch whose number stands in its text as a whole
 * word, within the window. Where several papers carry the number, that on the line's own account is
 * meant, then that of the line's amount; if it is still not one, none is certain.
 */
export async function findReferences(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_word',
    'line_id BIGINT UNSIGNED NOT NULL, word VARCHAR(60) NOT NULL, KEY (line_id)',
    { wide: true }
  )
  await bench.table(
    'rw_hit',
    `line_id BIGINT UNSIGNED NOT NULL, word VARCHAR(60) NOT NULL, kind TINYINT NOT NULL, dep_id BIGINT UNSIGNED NOT NULL,
     own TINYINT NOT NULL, same TINYINT NOT NULL`,
    { wide: true }
  )
  await bench.table(
    'rw_edge',
    'line_id BIGINT UNSIGNED NOT NULL, kind TINYINT NOT NULL, dep_id BIGINT UNSIGNED NOT NULL, PRIMARY KEY (line_id, kind, dep_id), KEY (kind, dep_id)',
    { wide: true }
  )
  if (!bench.rules.has('deposit_reference')) return
  await readLines(bench, await wantedNumbers(bench))
  await bench.run(
    'numbers in bank texts',
    `INSERT INTO rw_hit
     SELECT w.line_id, w.word, d.kind, d.id, d.account_id = l.account_id, d.amount = l.amount
     FROM rw_word w JOIN rw_line l ON l.id = w.line_id
     JOIN rw_dep d ON d.number = w.word AND d.gov_id = l.gov_id
       AND l.day BETWEEN d.day - INTERVAL :before DAY AND d.day + INTERVAL :after DAY`,
    { ...bench.rules.window('deposit_reference') }
  )
  await bench.run(
    'numbers in bank texts',
    `INSERT IGNORE INTO rw_edge
     SELECT line_id, kind, dep_id FROM (
       SELECT h.*, COUNT(*) OVER (PARTITION BY line_id, word) AS rivals,
         SUM(same) OVER (PARTITION BY line_id, word) AS alike
       FROM (SELECT x.*, MAX(own) OVER (PARTITION BY line_id, word) AS nearest FROM rw_hit x) h
       WHERE own = nearest
     ) r WHERE rivals = 1 OR (alike = 1 AND same = 1)`
  )
}

/** The numbers of all papers of the range, as a bank text would repeat them. */
async function wantedNumbers(bench: Workbench): Promise<Set<string>> {
  const wanted = new Set<string>()
  const papers = await bench.rows<{ kind: number; id: number; number: string }>(
    'SELECT kind, id, number FROM rw_dep'
  )
  for (const { kind, id, number } of papers) {
    const core = numberCore(number)
    wanted.add(core)
    if (core !== number) {
      await bench.run(
        'numbers of papers',
        'UPDATE rw_dep SET number = :core WHERE kind = :kind AND id = :id',
        {
          core,
          kind,
          id,
        }
      )
    }
  }
  wanted.delete('')
  return wanted
}

async function readLines(bench: Workbench, wanted: ReadonlySet<string>): Promise<void> {
  const began = performance.now()
  for (let after = 0; ;) {
    const lines = await bench.rows<{ id: number; text: string }>(
      `SELECT l.id, CONCAT(l.reference, ' | ', l.narrative) AS text FROM rw_line r
       JOIN bank_lines l ON l.id = r.id WHERE r.id > :after ORDER BY r.id LIMIT ${PAGE}`,
      { after }
    )
    if (lines.length === 0) break
    after = lines.at(-1)!.id
    await bench.fill('rw_word', ['line_id', 'word'], wordsOf(lines, wanted))
  }
  bench.timings['bank texts read'] = (performance.now() - began) / 1000
}

function* wordsOf(lines: { id: number; text: string }[], wanted: ReadonlySet<string>) {
  for (const line of lines) {
    for (const word of numbersIn(line.text, wanted)) yield [line.id, word]
  }
}
