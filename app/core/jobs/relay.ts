import db from '@adonisjs/lucid/services/db'
import { Producer, type QueuedJob } from '#core/jobs/queue'

const BATCH = 200
/** How long Redis may be silent about a job before MariaDB asks whether it still knows it. */
const PATIENCE_SECONDS = 20

type Row = QueuedJob & { parent_id: number | null }

/**
 * Brings the jobs recorded in MariaDB to Redis, and again those that Redis forgot. Several relays
 * may run: rows are taken with SKIP LOCKED, and adding an id twice is adding it once.
 */
export class Relay {
  constructor(readonly producer = new Producer()) {}

  /** Hands over new jobs (roots, with their children). Returns how many rows. */
  async handOver(): Promise<number> {
    return db.transaction(async (trx) => {
      const [roots] = await trx.rawQuery(
        `SELECT id, kind, queue, max_attempts, parent_id FROM jobs
         WHERE state = 'waiting' AND parent_id IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`
      )
      let count = 0
      for (const root of roots as Row[]) {
        const children = await openChildren(trx, root.id)
        await this.producer.add(root, children)
        const ids = [root.id, ...children.map((child) => child.id)]
        await trx.rawQuery(
          `UPDATE jobs SET state = 'queued', queued_at = NOW(3) WHERE id IN (${ids.map(() => '?').join(',')}) AND state = 'waiting'`,
          ids
        )
        count += ids.length
      }
      return count
    })
  }

  /**
   * Adds again what Redis lost: rows queued long ago, and rows whose worker stopped renewing its
   * lease. Returns how many were added.
   */
  async sweep(): Promise<number> {
    const [rows] = await db.rawQuery(
      `SELECT id, kind, queue, max_attempts, parent_id FROM jobs
       WHERE (state = 'queued' AND queued_at < NOW(3) - INTERVAL ${PATIENCE_SECONDS} SECOND)
          OR (state = 'running' AND lease_until < NOW(3) - INTERVAL 5 SECOND)
       ORDER BY id LIMIT ${BATCH}`
    )
    let added = 0
    for (const row of rows as Row[]) {
      const children = await openChildren(db, row.id)
      if (await this.producer.knows(row)) {
        await db.rawQuery(`UPDATE jobs SET queued_at = NOW(3) WHERE id = ? AND state = 'queued'`, [
          row.id,
        ])
        continue
      }
      // A child alone can be run alone; the parent waits in the table until all are done.
      if (children.length && row.parent_id === null) await this.producer.add(row, children)
      else if (!children.length) await this.producer.add(row)
      await db.rawQuery(
        `UPDATE jobs SET state = 'queued', queued_at = NOW(3) WHERE id = ? AND state IN ('queued', 'running')`,
        [row.id]
      )
      added++
    }
    return added
  }

  /** After a wiped Redis: every unfinished job of the database is handed over again, at once. */
  async rebuild(): Promise<number> {
    await db.rawQuery(
      `UPDATE jobs SET state = 'waiting' WHERE state = 'queued'
          OR (state = 'running' AND (lease_until IS NULL OR lease_until < NOW(3)))`
    )
    let total = 0
    for (;;) {
      const count = await this.handOver()
      if (!count) return total
      total += count
    }
  }

  async close(): Promise<void> {
    await this.producer.close()
  }
}

async function openChildren(client: { rawQuery: typeof db.rawQuery }, id: number): Promise<Row[]> {
  const [children] = await client.rawQuery(
    `SELECT id, kind, queue, max_attempts, parent_id FROM jobs
     WHERE parent_id = ? AND state IN ('waiting', 'queued', 'running') ORDER BY id`,
    [id]
  )
  return children as Row[]
}
