import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { Socket } from 'node:net'
import { Problem } from '#core/imports/problem'
import { hash64, Occurrences } from '#core/imports/occurrences'
import type { Stage } from '#core/imports/stage'
import { fold } from '#core/arabic'
import type { Deriver, StageRow } from '#core/imports/definition'
import type { PlannedField } from '#core/imports/mapping'
import type { RawRow, TableSource } from '#core/readers/types'
import type { Trx } from '#core/within'

/** Bytes on their way to the server before reading waits. */
const IN_FLIGHT = 4 * 1024 * 1024

interface WireConnection {
  stream: Socket
  query(
    options: { sql: string; infileStreamFactory: () => Readable },
    done: (error: Error | null, result?: { affectedRows: number; info?: string }) => void
  ): void
}

export interface LoadOptions {
  stage: Stage
  table: TableSource
  fields: readonly PlannedField[]
  derive: Deriver
  /** Told now and then: rows read so far. */
  progress?: (rows: number) => Promise<void>
}

/**
 * Parses the file row by row and streams it into the stage in one LOAD DATA.
 * @returns how many rows were blank
 * @throws FileError when the file breaks off, Error when the server took other rows than were sent
 */
export async function loadStage(options: LoadOptions): Promise<{ blank: number }> {
  const { stage } = options
  const connection = await connectionOf(stage.trx)
  const counts = { blank: 0, failure: null as unknown }
  const lines = Readable.from(encode(options, connection.stream, counts), { objectMode: false })
  const columns = stage.columns.map((name) => `\`${name}\``).join(', ')
  const sql = `LOAD DATA LOCAL INFILE 'rows' INTO TABLE import_stage CHARACTER SET utf8mb4
    FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' (${columns})`
  const result = await new Promise<{ affectedRows: number; info?: string }>((resolve, reject) =>
    connection.query({ sql, infileStreamFactory: () => lines }, (error, done) =>
      error ? reject(counts.failure ?? error) : resolve(done!)
    )
  )
  if (counts.failure) throw counts.failure
  // LOCAL turns errors into warnings: what was cut or refused would otherwise pass unseen.
  const warnings = Number(/Warnings: (\d+)/.exec(result.info ?? '')?.[1] ?? 0)
  if (result.affectedRows !== stage.rows || warnings > 0) {
    const shown = warnings ? await stage.sql('SHOW WARNINGS LIMIT 3') : []
    throw new Error(
      `The stage took ${result.affectedRows} of ${stage.rows} rows: ${result.info} ${JSON.stringify(shown)}`
    )
  }
  return { blank: counts.blank }
}

/** The wire of a transaction: LOAD DATA needs it, because the query builder has no such statement. */
async function connectionOf(trx: Trx): Promise<WireConnection> {
  const { client } = trx.knexClient as unknown as {
    client: { acquireConnection(): Promise<WireConnection> }
  }
  return client.acquireConnection()
}

/** Chunks of stage lines. A failure ends the stream early and is thrown after the statement. */
async function* encode(
  options: LoadOptions,
  socket: Socket,
  counts: { blank: number; failure: unknown }
): AsyncGenerator<Buffer> {
  const { stage, table } = options
  const parse = rowParser(options)
  const line = stage.lines()
  try {
    for await (const batch of table.rows()) {
      let chunk = ''
      for (const raw of batch) {
        if (raw.blank) counts.blank++
        else chunk += line(parse(raw))
      }
      if (chunk) yield Buffer.from(chunk)
      if (socket.writableLength > IN_FLIGHT) await once(socket, 'drain')
      await options.progress?.(stage.rows)
    }
  } catch (error) {
    counts.failure = error
  }
}

/** Turns a raw row into a stage row; of a row that cannot land every problem is told, the first one first. */
function rowParser({ stage, fields, derive }: LoadOptions): (raw: RawRow) => StageRow {
  const names = stage.columns
  const key = stage.definition.key
  const seen = new Occurrences()
  const empty: StageRow = Object.fromEntries(
    [...names, ...stage.definition.fields.map((field) => field.name)].map((name) => [name, null])
  )
  const units = stage.scope.ids
  const ownUnit = String(stage.scope.id)

  return (raw) => {
    const row: StageRow = { ...empty }
    let problem: Problem | null = null
    let more: Problem[] | null = null
    const blame = (found: Problem) => {
      if (!problem) problem = found
      else (more ??= []).push(found)
    }
    for (const { field, index, constant } of fields) {
      const text = index === -1 ? constant : (raw.cells[index] ?? null)
      if (text === null || text === '') {
        if (field.required) blame(new Problem('missing', '', field.name))
        continue
      }
      const value = field.parse(text)
      if (typeof value === 'string') row[field.name] = value
      else blame(new Problem(value.code, value.value, value.field ?? field.name, value.reason))
    }
    const unit = row.unit
    if (!unit) row.unit_id = ownUnit
    else if (units.has(unit)) row.unit_id = String(units.get(unit))
    else blame(new Problem('unit_outside', unit, 'unit'))
    if (raw.problem) {
      // Its cells stand in the wrong places: what else is wrong with them says nothing.
      problem = new Problem(raw.problem.code, '', null, raw.problem)
      more = null
    } else if (!problem) problem = derive(row)
    else if (stage.definition.derivesAlone) {
      const found = derive({ ...row })
      if (found?.field && row[found.field]) blame(found)
    }
    if (row.unit_id !== ownUnit) stage.hasOtherUnits = true

    row.seq = String(++stage.rows)
    row.row_no = String(raw.number)
    row.twin = '0'
    if (problem) {
      stage.problems++
      row.problem_code = problem.code.slice(0, 60)
      row.problem_field = problem.field
      row.problem_value = problem.value.slice(0, 190)
      row.problem_ar = problem.reason?.ar.slice(0, 400) ?? null
      row.problem_en = problem.reason?.en.slice(0, 400) ?? null
      if (more) row.problem_more = JSON.stringify(more)
    } else if (key && repeats(seen, row, key)) {
      row.twin = '1'
      stage.twins++
    }
    return row
  }
}

const ASCII = /^[\x20-\x7e]*$/

/** Whether a row with this key came before, as far as 64 bits and the folded key can tell. */
function repeats(seen: Occurrences, row: StageRow, key: readonly string[]): boolean {
  let text = ''
  for (const name of key) {
    const value = row[name] ?? ''
    // Never finer than the database's own comparison of texts, or a twin would be missed.
    text += `${ASCII.test(value) ? value.toLowerCase().trimEnd() : fold(value)}\n`
  }
  const [high, low] = hash64(text)
  return seen.add(high, low) > 1
}
