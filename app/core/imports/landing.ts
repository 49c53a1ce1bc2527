import { VERDICT, type Stage } from '#core/imports/stage'

/**
 * How the rows of one kind become records of one table. SQL expressions speak of the stage as `s`, of
 * the recorded row as `t`, and of whatever `joins` brings in.
 */
export interface Landing {
  table: string
  /** Joins that turn what a row names into ids. */
  joins?: string
  /** Joins needed only when landing (what the posting made). */
  landingJoins?: string
  /** Columns that identify a record, each equal to its expression. */
  key: Readonly<Record<string, string>>
  /** What may never change once recorded: another value under the same key is a conflict. */
  facts: Readonly<Record<string, string>>
  /** What may be corrected by a later file; a blank cell leaves what is recorded. */
  details: Readonly<Record<string, string>>
  /** Written with a new record and never compared. */
  extra?: Readonly<Record<string, string>>
  /** Written and rewritten with the details, but never compared (ciphers differ each time). */
  riders?: Readonly<Record<string, string>>
  /** What a new record gets where the file says nothing, by column. */
  defaults?: Readonly<Record<string, string>>
  /** What people call a column of ids or a derived one: the field whose label is shown. */
  names?: Readonly<Record<string, string>>
  /** A further reason to refuse a recorded row: condition, code and field. */
  refuse?: { when: string; code: string; field: string }
}

/**
 * Rows of one key inside the file, judged after all else: the first that would land lands; a later
 * one that says the same is unchanged, one that says something else is rejected.
 */
export async function judgeTwins(
  stage: Stage,
  key: readonly string[],
  compared: readonly string[],
  { code = 'repeated_in_file', field = key.at(-1)! }: { code?: string; field?: string } = {}
): Promise<void> {
  if (stage.twins === 0) return
  const list = key.map((name) => `s.${name}`).join(', ')
  const same = compared.map((name) => `s.${name} <=> f.${name}`).join(' AND ') || 'TRUE'
  await stage.sql(
    `INSERT INTO import_verdicts (seq, verdict, code, field, value, recorded, record_id)
     SELECT s.seq, IF(${same}, ${VERDICT.unchanged}, ${VERDICT.rejected}), '${code}', '${field}',
            LEFT(s.${key.at(-1)}, 190), f.row_no, NULL
     FROM (
       SELECT s.seq, FIRST_VALUE(s.seq) OVER (PARTITION BY ${list} ORDER BY s.seq) AS first_seq
       FROM import_stage s LEFT JOIN import_verdicts x ON x.seq = s.seq
       WHERE (x.seq IS NULL OR x.verdict = ${VERDICT.updated}) AND (${list}) IN (
         SELECT ${key.map((name) => `k.${name}`).join(', ')} FROM import_stage k WHERE k.twin = 1)
     ) d
     JOIN import_stage s ON s.seq = d.seq
     JOIN import_stage f ON f.seq = d.first_seq
     WHERE d.seq <> d.first_seq
     ON DUPLICATE KEY UPDATE verdict = VALUES(verdict), code = VALUES(code), field = VALUES(field),
       value = VALUES(value), recorded = VALUES(recorded), record_id = NULL`
  )
}

/** Compares with what is recorded: conflict, update or unchanged; rows not found stay new. */
export async function judgeRecorded(stage: Stage, landing: Landing): Promise<void> {
  const facts = Object.entries(landing.facts)
  const details = Object.entries(landing.details)
  const conflict = facts.map(([column, value]) => `NOT (t.${column} <=> ${value})`)
  const refused = landing.refuse ? `(${landing.refuse.when})` : 'FALSE'
  const changed = details.map(
    ([column, value]) => `((${value}) IS NOT NULL AND NOT (t.${column} <=> ${value}))`
  )
  const anyConflict = conflict.join(' OR ') || 'FALSE'
  const cases = (pick: (column: string, index: number) => string) =>
    facts.map(([column], index) => `WHEN ${conflict[index]} THEN ${pick(column, index)}`).join(' ')
  await stage.verdict(
    `SELECT s.seq,
       CASE WHEN ${anyConflict} OR ${refused} THEN ${VERDICT.rejected}
            WHEN ${changed.join(' OR ') || 'FALSE'} THEN ${VERDICT.updated} ELSE ${VERDICT.unchanged} END,
       CASE ${cases((column) => (column.endsWith('_id') ? "'conflict_other'" : "'conflict'"))} WHEN ${refused} THEN '${landing.refuse?.code ?? ''}' END,
       CASE ${cases((column) => `'${landing.names?.[column] ?? column}'`)} WHEN ${refused} THEN '${landing.refuse?.field ?? ''}' ELSE NULL END,
       CASE WHEN FALSE THEN NULL ${cases((_, index) => `LEFT(${facts[index]![1]}, 190)`)} END,
       CASE WHEN FALSE THEN NULL ${cases((column) => `LEFT(t.${column}, 190)`)} END,
       t.id
     FROM import_stage s ${landing.joins ?? ''}
     JOIN ${landing.table} t ON ${on(landing.key)}
     LEFT JOIN import_verdicts x ON x.seq = s.seq
     WHERE x.seq IS NULL`
  )
}

/** Writes the new rows, in the order of the file. */
export async function landNew(stage: Stage, landing: Landing): Promise<void> {
  const { key, facts, details, riders, extra, defaults = {} } = landing
  const columns: Record<string, string> = { ...key, ...facts, ...details, ...riders, ...extra }
  for (const [column, value] of Object.entries(defaults)) {
    columns[column] = `COALESCE(${columns[column] ?? 'NULL'}, ${value})`
  }
  const exceptions = (await stage.count('import_verdicts')) > 0
  const made = await stage.slices(
    `INSERT INTO ${landing.table} (${Object.keys(columns).join(', ')}, import_id)
     SELECT ${Object.values(columns).join(', ')}, ${stage.importId}
     FROM import_stage s ${exceptions ? 'LEFT JOIN import_verdicts x ON x.seq = s.seq' : ''}
     ${landing.joins ?? ''} ${landing.landingJoins ?? ''}
     WHERE {slice} ${exceptions ? 'AND x.seq IS NULL' : ''} ORDER BY s.seq`
  )
  if (made.length === 0) return
  const [{ last }] = await stage.sql(
    `SELECT MAX(id) AS last FROM ${landing.table} WHERE id >= ${made.at(-1)} AND import_id = ${stage.importId}`
  )
  stage.landed = { first: made[0]!, last: Number(last) }
}

/** Writes the details that a file corrects, keeping what stood before so that it can be undone. */
export async function landUpdates(stage: Stage, landing: Landing): Promise<void> {
  const details = Object.entries({ ...landing.details, ...landing.riders })
  if (!details.length) return
  const from = `import_verdicts x JOIN import_stage s ON s.seq = x.seq
    JOIN ${landing.table} t ON t.id = x.record_id ${landing.joins ?? ''}`
  const before = details.map(([column]) => `'${column}', ${asText(column)}`).join(', ')
  await stage.sql(
    `INSERT INTO import_changes (import_id, table_name, record_id, before_value)
     SELECT ${stage.importId}, '${landing.table}', t.id, JSON_OBJECT(${before}) FROM ${from}
     WHERE x.verdict = ${VERDICT.updated}`
  )
  await stage.sql(
    `UPDATE ${from} SET ${details
      .map(([column, value]) => `t.${column} = COALESCE(${value}, t.${column})`)
      .join(', ')}
     WHERE x.verdict = ${VERDICT.updated}`
  )
}

/** Binary columns travel through JSON as hex digits. */
export function asText(column: string): string {
  return isBinary(column) ? `HEX(t.${column})` : `t.${column}`
}

export function isBinary(column: string): boolean {
  return /(_index|_cipher)$/.test(column)
}

function on(key: Readonly<Record<string, string>>): string {
  return Object.entries(key)
    .map(([column, value]) => `t.${column} = ${value}`)
    .join(' AND ')
}
