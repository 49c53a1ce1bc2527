import type { Month } from '#core/fiscal'
import type { Trx } from '#core/within'
import type { RuleBook } from '#revenue/reconciliation/rules'

type Binding = string | number | null
/** How far (0–100) and which part of the work. */
export type Tell = (percent: number, part: string) => Promise<void>
export type Bindings = Record<string, Binding>

/** Rows beyond which a temporary table is kept on disk instead of in memory. */
const IN_MEMORY = 2_500_000

/**
 * Where one transaction of a run works: the connection with room for big sorts, the temporary tables
 * (all named `rw_…`, gone when it closes) and the month's bindings. Its reads are one snapshot.
 */
export class Workbench {
  readonly #made: string[] = []
  #engine = 'MEMORY'
  /** Seconds per step, for the benchmark and the log. */
  readonly timings: Record<string, number> = {}

  constructor(
    readonly trx: Trx,
    readonly runId: number,
    readonly month: Month,
    readonly rules: RuleBook,
    /** Tells people how far the run is, beside the transaction. */
    readonly tell: Tell = async () => {}
  ) {}

  /**
   * Raises the session's buffers for the work and puts them back: the connection returns to the pool.
   * `mrr`: a range of days is read in the order of the primary key, so that what is written from it
   * fills its indexes in order, too.
   * Call it inside the transaction after the locks, so that the snapshot begins here.
   */
  async with<T>(work: () => Promise<T>): Promise<T> {
    await this.trx.rawQuery(
      `SET SESSION tmp_table_size = 536870912, max_heap_table_size = 536870912, sort_buffer_size = 134217728,
         join_buffer_size = 4194304, mrr_buffer_size = 33554432,
         optimizer_switch = 'subquery_cache=off,derived_merge=off,mrr=on', group_concat_max_len = 1048576`
    )
    try {
      return await work()
    } finally {
      await this.#clear()
    }
  }

  /** Tells how many rows the big temporary tables will hold. */
  expect(rows: number): void {
    this.#engine = rows <= IN_MEMORY ? 'MEMORY' : 'Aria TRANSACTIONAL=0'
  }

  /** Makes an empty temporary table; `wide` ones hold text and are never kept in memory. */
  async table(name: string, columns: string, { wide = false } = {}): Promise<void> {
    await this.trx.rawQuery(`DROP TEMPORARY TABLE IF EXISTS ${name}`)
    const engine = wide ? 'Aria TRANSACTIONAL=0' : this.#engine
    await this.trx.rawQuery(`CREATE TEMPORARY TABLE ${name} (${columns}) ENGINE=${engine}`)
    if (!this.#made.includes(name)) this.#made.push(name)
  }

  /** Runs one statement under the step's name. Returns how many rows it touched. */
  async run(step: string, sql: string, bindings: Bindings = {}): Promise<number> {
    const began = performance.now()
    const [result] = await this.trx.rawQuery(sql, this.#bound(bindings))
    const seconds = (performance.now() - began) / 1000
    this.timings[step] = (this.timings[step] ?? 0) + seconds
    return Number(result?.affectedRows ?? 0)
  }

  /** The same for `INSERT … ON DUPLICATE KEY UPDATE`: how many rows it wrote, new or altered. */
  async writes(step: string, sql: string, bindings: Bindings = {}): Promise<number> {
    const began = performance.now()
    const [result] = await this.trx.rawQuery(sql, this.#bound(bindings))
    this.timings[step] = (this.timings[step] ?? 0) + (performance.now() - began) / 1000
    // The server counts an altered row twice; its message counts each row once.
    const records = /Records: (\d+)/.exec(String(result?.info ?? ''))
    return records ? Number(records[1]) : Number(result?.affectedRows ?? 0)
  }

  async rows<T = Record<string, unknown>>(sql: string, bindings: Bindings = {}): Promise<T[]> {
    const [rows] = await this.trx.rawQuery(sql, this.#bound(bindings))
    return rows as T[]
  }

  async count(sql: string, bindings: Bindings = {}): Promise<number> {
    const [row] = await this.rows<Record<string, number>>(sql, bindings)
    return Number(Object.values(row ?? { n: 0 })[0] ?? 0)
  }

  /** Fills a temporary table from values computed here, in batches. */
  async fill(
    table: string,
    columns: readonly string[],
    rows: Iterable<Binding[]>
  ): Promise<number> {
    let batch: Binding[][] = []
    let total = 0
    const flush = async () => {
      if (batch.length === 0) return
      const row = `(${columns.map(() => '?').join(',')})`
      await this.trx.rawQuery(
        `INSERT INTO ${table} (${columns.join(',')}) VALUES ${batch.map(() => row).join(',')}`,
        batch.flat() as string[]
      )
      total += batch.length
      batch = []
    }
    for (const row of rows) {
      batch.push(row)
      if (batch.length === 1000) await flush()
    }
    await flush()
    return total
  }

  #bound(bindings: Bindings) {
    return {
      month: this.month.first,
      first: this.month.first,
      last: this.month.last,
      run: this.runId,
      ...bindings,
    } as unknown as Record<string, string>
  }

  async #clear(): Promise<void> {
    // A lost connection took its tables and settings with it; the first error is the one to tell.
    await this.trx
      .rawQuery(
        this.#made.length > 0 ? `DROP TEMPORARY TABLE IF EXISTS ${this.#made.join(', ')}` : 'DO 0'
      )
      .catch(() => {})
    await this.trx
      .rawQuery(
        `SET SESSION tmp_table_size = DEFAULT, max_heap_table_size = DEFAULT, sort_buffer_size = DEFAULT,
           join_buffer_size = DEFAULT, mrr_buffer_size = DEFAULT, optimizer_switch = DEFAULT, group_concat_max_len = DEFAULT`
      )
      .catch(() => {})
  }
}
