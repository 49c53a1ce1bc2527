import { column, belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ReportRunSchema } from '#database/schema'
import { jsonColumn } from '#core/columns'
import StoredFile from '#core/models/stored_file'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'

export const REPORT_FORMATS = ['xlsx', 'pdf'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** What a report was asked for, as kept with it. */
export interface ReportParameters {
  unit: string
  month: string
  locale: 'ar' | 'en'
  /** Name of the person who asked, as it was then. */
  by: string
}

/** One produced report: its gapless number, its question, when its figures were read, seal and file. */
export default class ReportRun extends ReportRunSchema {
  static override table = 'report_runs'

  @jsonColumn()
  declare parameters: ReportParameters

  @column()
  declare format: ReportFormat

  @belongsTo(() => Unit)
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => StoredFile, { foreignKey: 'fileId' })
  declare file: BelongsTo<typeof StoredFile>

  /** Who may not see what a report tells may not see the report. */
  static visibleTo(reader: Reader) {
    const mine = visible(this.query(), reader, 'reporting.reports.read')
    return visible(mine, reader, 'revenue.reconciliation.read')
  }

  get isReady(): boolean {
    return this.state === 'done' && this.fileId !== null
  }

  /** Name under which it is downloaded. */
  get fileName(): string {
    return `${this.number.replaceAll('/', '-')}.${this.format}`
  }
}
