import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise'
import db from '@adonisjs/lucid/services/db'

const BESIDE = `${process.env.DB_DATABASE}_big`
/** Tables of a handful of rows, which no key would make quicker. */
const FEW = 1_000

export interface Asked {
  sql: string
  bindings: readonly unknown[]
}

/** One table of a plan, as the database means to read it. */
export interface Step {
  table: string
  type: string
  key: string | null
  rows: number
  extra: string
}

/**
 * A database beside that of the tests with the same tables, some of them with tens of thousands of rows:
 * how a question is answered there is asked, not how long it takes. The tests' own tables stay small.
 */
export class BigTables {
  private constructor(private readonly connection: Connection) {}

  static async make(tables: readonly string[]): Promise<BigTables> {
    const connection = await mysql.createConnection({
      socketPath: process.env.DB_SOCKET,
      host: process.env.DB_HOST,
      port: Number(process.env.DB_PORT),
      user: process.env.DB_OWNER_USER,
      password: process.env.DB_OWNER_PASSWORD,
      charset: 'utf8mb4_unicode_ci',
    })
    await connection.query(`DROP DATABASE IF EXISTS ${BESIDE}`)
    await connection.query(
      `CREATE DATABASE ${BESIDE} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`
    )
    await connection.query(`USE ${BESIDE}`)
    // Rows of a plan need no sense beyond their keys.
    await connection.query("SET SESSION sql_mode = '', check_constraint_checks = 0")
    for (const table of tables) {
      await connection.query(`CREATE TABLE ${table} LIKE ${process.env.DB_DATABASE}.${table}`)
    }
    return new BigTables(connection)
  }

  /** Fills tables and has the database look at how their values are spread. */
  async fill(statements: readonly string[], tables: readonly string[]): Promise<void> {
    for (const sql of statements) await this.connection.query(sql)
    await this.connection.query(`ANALYZE TABLE ${tables.join(', ')}`)
  }

  async plan({ sql, bindings }: Asked): Promise<Step[]> {
    const [rows] = await this.connection.query<RowDataPacket[]>(
      `EXPLAIN ${sql}`,
      bindings as unknown[]
    )
    return rows.map((row) => ({
      table: row.table,
      type: row.type,
      key: row.key,
      rows: Number(row.rows),
      extra: String(row.Extra ?? ''),
    }))
  }

  async drop(): Promise<void> {
    await this.connection.query(`DROP DATABASE IF EXISTS ${BESIDE}`)
    await this.connection.end()
  }
}

/** What is asked of the database while something is done. */
export async function askedDuring(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = []
  const client = db.connection().getWriteClient()
  const note = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) =>
    void asked.push({ sql, bindings: bindings ?? [] })
  client.on('query', note)
  try {
    await work()
  } finally {
    client.removeListener('query', note)
  }
  return asked
}

/** Steps that read a big table without a key. */
export function withoutKey(plan: readonly Step[]): Step[] {
  return plan.filter(
    ({ table, type, rows }) => type === 'ALL' && rows > FEW && !table.startsWith('<')
  )
}

/** Steps that sort a big table for one page of it. */
export function sorting(plan: readonly Step[]): Step[] {
  return plan.filter(({ rows, extra }) => rows > FEW && /filesort|temporary/.test(extra))
}
