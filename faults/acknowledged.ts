import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import { insist } from './fleet.js'

/**
 * Clients that record through the house's own transaction and note, outside the database, each
 * record that was acknowledged. Afterwards every one of them must be there exactly once.
 */
export class AcknowledgedWriters {
  readonly #acknowledged = new Set<string>()
  #running = false
  #writers: Promise<void>[] = []

  constructor(readonly unitIds: number[]) {}

  start(count = 4): void {
    this.#running = true
    this.#writers = Array.from({ length: count }, (_, at) => this.#write(at))
  }

  async stop(): Promise<void> {
    this.#running = false
    await Promise.all(this.#writers)
  }

  get count(): number {
    return this.#acknowledged.size
  }

  /** Acknowledged records that are gone, and those that are there more than once. */
  async verify(): Promise<{ lost: number; doubled: number }> {
    const found = new Map<string, number>()
    await insist(async () => {
      found.clear()
      const [rows] = await db.rawQuery(
        "SELECT subject_label AS label, COUNT(*) AS n FROM trail WHERE action = 'faults.acknowledged' GROUP BY subject_label"
      )
      for (const row of rows) found.set(row.label, Number(row.n))
    })
    let lost = 0
    let doubled = 0
    for (const label of this.#acknowledged) {
      const count = found.get(label) ?? 0
      if (count === 0) lost++
      else if (count > 1) doubled++
    }
    return { lost, doubled }
  }

  async #write(at: number): Promise<void> {
    while (this.#running) {
      const label = randomUUID()
      try {
        await db.transaction((trx) =>
          Trail.record(
            {
              action: 'faults.acknowledged',
              unitId: this.unitIds[at % this.unitIds.length]!,
              subjectType: 'fault',
              label,
            },
            { by: SYSTEM, trx }
          )
        )
        // Only an answered commit counts; one whose answer was lost may or may not be there.
        this.#acknowledged.add(label)
      } catch {
        await wait(50)
      }
    }
  }
}
