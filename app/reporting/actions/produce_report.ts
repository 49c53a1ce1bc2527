import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import StoredFile from '#core/models/stored_file'
import { retrying } from '#core/retry'
import { MEDIA } from '#core/sheets/media'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { sealTrail } from '#audit/seal'
import { Trail } from '#audit/trail'
import ReportRun from '#reporting/models/report_run'
import { writeReconciliationReport, type Written } from '#reporting/revenue_reconciliation/report'

export interface Production {
  by: Actor
  /** Refuses a worker that another has overtaken; first statement of each writing transaction. */
  guard?: (trx: Trx) => Promise<void>
}

/**
 * Makes the file of a report that was asked for: seals the trail, reads the figures in one snapshot,
 * writes the file and keeps it with its row of the trail. Made already, it is given back as it is.
 */
export default class ProduceReport {
  async handle(reportId: number, { by, guard = async () => {} }: Production): Promise<ReportRun> {
    const report = await ReportRun.findOrFail(reportId)
    if (report.isReady) return report
    await this.#mark(report, 'running', guard)
    const folder = await mkdtemp(join(tmpdir(), 'diwan-report-'))
    try {
      const path = join(folder, report.fileName)
      const seal = await sealTrail()
      const written = await retrying(() => this.#write(report, seal.code, path))
      return await this.#keep(report, { path, seal: seal.code, written, by, guard })
    } catch (error) {
      await this.#mark(report, 'failed', guard, error)
      throw error
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  #write(report: ReportRun, seal: string, path: string): Promise<Written> {
    const { unitId, format, number, parameters } = report
    const { month, locale, by } = parameters
    return db.transaction((trx) =>
      writeReconciliationReport({ unitId, month, format, locale, number, seal, by, path }, trx)
    )
  }

  async #keep(
    report: ReportRun,
    made: { path: string; seal: string; written: Written; by: Actor; guard: Production['guard'] }
  ): Promise<ReportRun> {
    const { path, seal, written, by } = made
    await within(null, async (trx) => {
      await made.guard!(trx)
      const file = await StoredFile.keep(
        {
          from: path,
          unitId: report.unitId,
          purpose: 'report',
          originalName: report.fileName,
          mediaType: MEDIA[report.format],
          by,
        },
        trx
      )
      const asOf = written.asOf.toISOString().slice(0, 23).replace('T', ' ')
      await trx.rawQuery(
        `UPDATE report_runs SET state = 'done', as_of = ?, figures_hash = ?, seal = ?, file_id = ?, error = NULL
         WHERE id = ?`,
        [asOf, written.figuresHash, seal, file.id, report.id]
      )
      await Trail.record(
        {
          action: 'report.produced',
          unitId: report.unitId,
          subjectType: 'report',
          subjectId: report.id,
          label: report.number,
          after: {
            kind: report.kind,
            format: report.format,
            parameters: report.parameters,
            asOf: written.asOf.toISOString(),
            figures: written.figuresHash.toString('hex'),
            file: file.sha256.toString('hex'),
            seal,
          },
        },
        { by, trx }
      )
    })
    return report.refresh()
  }

  async #mark(
    report: ReportRun,
    state: 'running' | 'failed',
    guard: NonNullable<Production['guard']>,
    error?: unknown
  ): Promise<void> {
    const said = error instanceof Error ? error.message.slice(0, 4000) : null
    await within(null, async (trx) => {
      await guard(trx)
      await trx.rawQuery(
        "UPDATE report_runs SET state = ?, error = ? WHERE id = ? AND state <> 'done'",
        [state, said, report.id] as string[]
      )
    }).catch((failure) => {
      // What went wrong first is what is told; a worker overtaken leaves the row to the other.
      if (!error) throw failure
    })
  }
}
