import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

const run = promisify(execFile)

/** A database of its own on the same server, filled by the house's own commands as its users would. */
export class Scratch {
  #folder = ''

  constructor(readonly name: string) {}

  /** The owner of the tables; nothing is refused to him but what the tables themselves refuse. */
  get client(): QueryClientContract {
    return db.connection(this.name)
  }

  async create(): Promise<void> {
    const known = db.manager.get('mysql')!.config
    const { user, password } = owner()
    db.manager.add(this.name, {
      ...known,
      connection: { ...(known as any).connection, database: undefined, user, password },
    } as typeof known)
    await this.client.rawQuery(
      `CREATE DATABASE ${this.name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`
    )
    await db.manager.close(this.name, true)
    db.manager.add(this.name, {
      ...known,
      connection: { ...(known as any).connection, database: this.name, user, password },
    } as typeof known)
    this.#folder = await mkdtemp(join(tmpdir(), 'diwan-scratch-'))
  }

  /** Runs `ace` on this database. */
  async ace(parameters: string[], { asOwner = false } = {}): Promise<string> {
    const { user, password } = owner()
    const { stdout } = await run(process.execPath, [app.makePath('ace.js'), ...parameters], {
      cwd: app.makePath(),
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'silent',
        DB_DATABASE: this.name,
        STORAGE_DIR: this.#folder,
        ...(asOwner ? { DB_USER: user, DB_PASSWORD: password } : {}),
      },
    })
    return stdout
  }

  file(name: string): string {
    return join(this.#folder, name)
  }

  async drop(): Promise<void> {
    await this.client.rawQuery(`DROP DATABASE IF EXISTS ${this.name}`)
    await db.manager.close(this.name, true)
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true })
  }

  /**
   * Copies every table of another database without its foreign keys, triggers and unique keys: what an
   * administrator of the server could do to the rows, can be done here.
   */
  async copyFrom(source: Scratch): Promise<void> {
    const [tables] = await this.client.rawQuery(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'",
      [source.name]
    )
    for (const { name } of tables as { name: string }[]) {
      await this.client.rawQuery(`CREATE TABLE ${name} LIKE ${source.name}.${name}`)
      const [keys] = await this.client.rawQuery(
        `SELECT index_name AS name, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns FROM information_schema.statistics
         WHERE table_schema = ? AND table_name = ? AND non_unique = 0 AND index_name <> 'PRIMARY' GROUP BY index_name`,
        [this.name, name]
      )
      for (const key of keys as { name: string; columns: string }[]) {
        await this.client.rawQuery(
          `ALTER TABLE ${name} DROP KEY ${key.name}, ADD KEY ${key.name} (${key.columns})`
        )
      }
      const [columns] = await this.client.rawQuery(
        `SELECT GROUP_CONCAT('\`', column_name, '\`') AS list FROM information_schema.columns
         WHERE table_schema = ? AND table_name = ? AND generation_expression IS NULL`,
        [source.name, name]
      )
      await this.client.rawQuery(
        `INSERT INTO ${name} (${columns[0].list}) SELECT ${columns[0].list} FROM ${source.name}.${name}`
      )
    }
  }
}

const owner = () => ({
  user: process.env.DB_OWNER_USER!,
  password: process.env.DB_OWNER_PASSWORD!,
})
