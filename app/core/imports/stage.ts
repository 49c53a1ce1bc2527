import type { Sentence } from '#core/domain_error'
import type { ImportDefinition, StageRow } from '#core/imports/definition'
import type { UnitScope } from '#core/imports/unit_scope'
import type { StatementSummary } from '#core/readers/types'
import type { Trx } from '#core/within'

/** What became of a row. A row without a verdict is new. */
export const VERDICT = { rejected: 1, unchanged: 2, updated: 3 } as const

/** The rows that will be new, as a FROM clause; further conditions follow with AND. */
export const NEW_ROWS =
  'FROM import_stage s LEFT JOIN import_verdicts x ON x.seq = s.seq WHERE x.seq IS NULL'

/**
 * Nothing of the stage is to survive its transaction, so it needs no undo and no redo: a million rows
 * load in 3.4 s here and in 5.7 s in InnoDB (measured on one busy machine, one after the other).
 */
const ENGINE = 'ENGINE=Aria TRANSACTIONAL=0 CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci'

/** Rows landed by one statement: enough to be fast, few enough to tell how far it is. */
const SLICE = 50_000

/** Columns of every stage besides those of its kind. */
const COMMON: Record<string, string> = {
  seq: 'INT UNSIGNED NOT NULL PRIMARY KEY',
  row_no: 'INT UNSIGNED NOT NULL',
  twin: 'TINYINT UNSIGNED NOT NULL',
  unit_id: 'BIGINT UNSIGNED NULL',
  problem_code: 'VARCHAR(60) CHARACTER SET ascii NULL',
  problem_field: 'VARCHAR(40) CHARACTER SET ascii NULL',
  problem_value: 'VARCHAR(190) NULL',
  problem_ar: 'VARCHAR(400) NULL',
  problem_en: 'VARCHAR(400) NULL',
  problem_more: 'MEDIUMTEXT NULL',
}

export interface StageOptions {
  trx: Trx
  definition: ImportDefinition
  importId: number
  scope: UnitScope
  by: { id: number | null; name: string }
  mapped: ReadonlySet<string>
  /** Headings of the file. */
  headings?: readonly string[]
}

/**
 * The rows of one file inside the database, for the length of one transaction: two temporary tables,
 * `import_stage` (the parsed rows, by `seq`) and `import_verdicts` (the rows that are not new); what is
 * wrong with a row besides its verdict stands in `import_reasons`.
 * Definitions judge and land with set-based SQL over them.
 */
export class Stage {
  readonly trx: Trx
  readonly definition: ImportDefinition
  readonly importId: number
  readonly scope: UnitScope
  readonly by: { id: number | null; name: string }
  /** Rows in the stage (blank rows of the file are not). */
  rows = 0
  /** Rows that stood in the file before with the same key, perhaps. */
  twins = 0
  /** Rows whose text could not be read. */
  problems = 0
  /** What the bank says of its statements, where the file is a bank format. */
  statements: readonly StatementSummary[] = []
  /** Told after each slice that has landed: rows so far. */
  progress: (rows: number) => Promise<void> = async () => {}
  /** Ids between which the new records lie; null while there are none. */
  landed: { first: number; last: number } | null = null
  /** What the judgement has to say of the file as a whole, besides its rows. */
  readonly warnings: Sentence[] = []
  readonly headings: readonly string[]
  /** Whether a row belongs to another unit than the import's own. */
  hasOtherUnits = false
  readonly #mapped: ReadonlySet<string>

  constructor(options: StageOptions) {
    this.trx = options.trx
    this.definition = options.definition
    this.importId = options.importId
    this.scope = options.scope
    this.by = options.by
    this.headings = options.headings ?? []
    this.#mapped = options.mapped
  }

  /** Whether the file or a constant gives this field. */
  has(field: string): boolean {
    return this.#mapped.has(field)
  }

  async sql(text: string, bindings: (string | number | Buffer | null)[] = []): Promise<any> {
    const [result] = await this.trx.rawQuery(text, bindings as string[])
    return result
  }

  /** The columns that are loaded, in their order: not those that can only be NULL. */
  get columns(): string[] {
    const { fields, fills, derived } = this.definition
    const own = fields.filter(({ name, column }) => {
      return column && (!fills || this.has(name) || fills.includes(name))
    })
    return [...Object.keys(COMMON), ...own.map((field) => field.name), ...Object.keys(derived)]
  }

  /** SQL type of every column. */
  get types(): Record<string, string> {
    const types = { ...COMMON }
    for (const field of this.definition.fields) {
      if (field.column) types[field.name] = `${field.column} NULL`
    }
    for (const [name, type] of Object.entries(this.definition.derived)) types[name] = `${type} NULL`
    return types
  }

  /** Writes a row as one line of the load. */
  lines(): (row: StageRow) => string {
    return lineWriter(this.columns, this.types)
  }

  async create(): Promise<void> {
    const list = Object.entries(this.types).map(([name, type]) => `\`${name}\` ${type}`)
    await this.drop()
    await this.sql(`CREATE TEMPORARY TABLE import_stage (${list.join(', ')}) ${ENGINE}`)
    await this.sql(
      `CREATE TEMPORARY TABLE import_verdicts (
         seq INT UNSIGNED NOT NULL PRIMARY KEY, verdict TINYINT UNSIGNED NOT NULL,
         code VARCHAR(60) CHARACTER SET ascii NULL, field VARCHAR(40) CHARACTER SET ascii NULL,
         value VARCHAR(190) NULL, recorded VARCHAR(190) NULL, record_id BIGINT UNSIGNED NULL
       ) ${ENGINE}`
    )
    await this.sql(
      `CREATE TEMPORARY TABLE import_reasons (
         seq INT UNSIGNED NOT NULL, field VARCHAR(40) CHARACTER SET ascii NOT NULL,
         code VARCHAR(60) CHARACTER SET ascii NOT NULL, value VARCHAR(190) NULL, PRIMARY KEY (seq, field, code)
       ) ${ENGINE}`
    )
  }

  /** The temporary tables outlive a rollback, and the connection goes back to the pool. */
  async drop(): Promise<void> {
    for (const table of ['import_stage', 'import_verdicts', 'import_reasons', ...TEMPORARY]) {
      await this.sql(`DROP TEMPORARY TABLE IF EXISTS ${table}`)
    }
  }

  /** Rejects the rows of a `FROM` clause over `import_stage s` that have no verdict yet. */
  async reject(code: string, field: string, from: string, value = 'NULL'): Promise<void> {
    // Kept beside the verdict, which is the first: a row may be wrong in several fields.
    await this.sql(
      `INSERT IGNORE INTO import_reasons (seq, field, code, value)
       SELECT s.seq, '${field}', '${code}', LEFT(${value}, 190) ${from}`
    )
    await this.verdict(
      `SELECT seq, ${VERDICT.rejected}, code, field, value, NULL, NULL FROM import_reasons
       WHERE field = '${field}' AND code = '${code}'`
    )
  }

  /** Adds verdicts; a row that has one keeps its first. */
  async verdict(select: string): Promise<void> {
    await this.sql(
      `INSERT INTO import_verdicts (seq, verdict, code, field, value, recorded, record_id) ${select}
       ON DUPLICATE KEY UPDATE import_verdicts.seq = import_verdicts.seq`
    )
  }

  /**
   * Runs a landing statement slice by slice: `{slice}` becomes the range of rows.
   * @returns first generated id of each slice that made records
   */
  async slices(statement: string): Promise<number[]> {
    const ids: number[] = []
    for (let from = 1; from <= this.rows; from += SLICE) {
      const upto = from + SLICE - 1
      const made = await this.sql(statement.replace('{slice}', `s.seq BETWEEN ${from} AND ${upto}`))
      if (made.affectedRows > 0) ids.push(Number(made.insertId))
      await this.progress(Math.min(upto, this.rows))
    }
    return ids
  }

  async count(table: string): Promise<number> {
    const [row] = await this.sql(`SELECT COUNT(*) AS n FROM ${table}`)
    return Number(row.n)
  }
}

/** Further temporary tables that definitions make; dropped with the stage. */
const TEMPORARY = [
  'import_sums',
  'import_postings',
  'import_posting_lines',
  'import_codes',
  'import_firsts',
  'import_matches',
  'import_found',
  'import_made',
  'import_texts',
]

const SPECIAL = /[\t\n\r\\\0]/
const SPECIALS = /[\t\n\r\\\0]/g
const ESCAPES: Record<string, string> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\\': '\\\\',
  '\0': '\\0',
}

/** Types whose text was checked letter by letter, so that nothing in it needs escaping. */
const PLAIN_TYPE = /^(DATE|DECIMAL|TINYINT|SMALLINT|INT|BIGINT)\b/

/** Rows as LOAD DATA reads them: tabs between cells, `\N` for NULL, a line feed at the end. */
export function lineWriter(
  columns: readonly string[],
  types: Readonly<Record<string, string>>
): (row: StageRow) => string {
  const plain = columns.map((name) => PLAIN_TYPE.test(types[name] ?? ''))
  return (row) => {
    let line = ''
    for (let i = 0; i < columns.length; i++) {
      if (i) line += '\t'
      const value = row[columns[i]!]
      if (value === null || value === undefined) line += '\\N'
      else if (plain[i] || !SPECIAL.test(value)) line += value
      else line += value.replace(SPECIALS, (char) => ESCAPES[char]!)
    }
    return `${line}\n`
  }
}
