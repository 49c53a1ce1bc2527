import { createHash } from 'node:crypto'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { ImportSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { sentence } from '#core/domain_error'
import { WithTransitions, type StateNames, type Transitions } from '#core/transitions'
import StoredFile from '#core/models/stored_file'

/**
 * One file brought in (دفعة استيراد): uploaded, checked, approved, committed, and perhaps undone. Its
 * counts always add up to the rows of the file; the database holds it to that.
 */
export default class ImportBatch extends compose(ImportSchema, Lockable, WithTransitions) {
  static override table = 'imports'
  static stateColumn = 'state'
  static transitions = {
    uploaded: ['uploaded', 'checking', 'committing', 'cancelled', 'failed'],
    checking: ['uploaded', 'checking', 'checked', 'failed', 'cancelled'],
    // Read in another way or with other columns: what was checked is no longer what would land.
    checked: ['uploaded', 'checking', 'committing', 'cancelled'],
    committing: ['committing', 'committed', 'failed'],
    committed: ['undoing'],
    undoing: ['undoing', 'undone', 'committed'],
    undone: [],
    failed: ['uploaded', 'checking', 'committing', 'cancelled'],
    cancelled: [],
  } satisfies Transitions
  static stateNames: StateNames = {
    uploaded: sentence('مرفوع', 'uploaded'),
    checking: sentence('تحت الفحص', 'being checked'),
    checked: sentence('مفحوص', 'checked'),
    committing: sentence('تحت الترحيل', 'being committed'),
    committed: sentence('مرحل', 'committed'),
    undoing: sentence('تحت التراجع', 'being undone'),
    undone: sentence('متراجع عنه', 'undone'),
    failed: sentence('تعذر', 'failed'),
    cancelled: sentence('ملغى', 'cancelled'),
  }

  /** The imports of the units where the reader may see imports. */
  static visibleTo(reader: { unitIds(permission: 'core.imports.read'): number[] | 'all' }) {
    const units = reader.unitIds('core.imports.read')
    const query = this.query()
    return units === 'all' ? query : query.whereIn('imports.unit_id', units)
  }

  @belongsTo(() => StoredFile, { foreignKey: 'fileId' })
  declare file: BelongsTo<typeof StoredFile>

  /**
   * SHA-256 of what a second person approves: the bytes of the file, how they are read, which column
   * is what, and the figures of the check. Needs `file` loaded.
   */
  approvedHash(): Buffer {
    const {
      kind,
      unitId,
      reading,
      mapping,
      rowCount,
      landed,
      updated,
      unchanged,
      rejected,
      blank,
    } = this
    const counts = { rowCount, landed, updated, unchanged, rejected, blank }
    const sha256 = Buffer.from(this.file.sha256).toString('hex')
    const sums = this.totals?.totals ?? null
    return createHash('sha256')
      .update(
        JSON.stringify({ kind, unitId: Number(unitId), sha256, reading, mapping, counts, sums })
      )
      .digest()
  }
}
