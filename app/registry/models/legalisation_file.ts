import { compose } from '@adonisjs/core/helpers'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { LegalisationFileSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { Money } from '#core/money'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'

/**
 * A request to legalise (طلب تقنين) as the national portal numbers it: received here and followed, never
 * decided by having been filed or paid for. It may stand without a case until it is matched to one.
 */
export default class LegalisationFile extends compose(LegalisationFileSchema, Lockable) {
  static override table = 'legalisation_files'

  @column({ columnName: 'area_m2' })
  declare areaM2: string

  declare status: 'active' | 'rejected' | 'abandoned' | 'settled'
  declare ground: 'agricultural' | 'built'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(
      this.query(),
      reader,
      'registry.encroachments.read',
      'legalisation_files.unit_id'
    )
  }

  /** Both fees together, or null before they were computed. */
  get fees(): Money | null {
    return this.examFee && this.inspectionFee ? this.examFee.add(this.inspectionFee) : null
  }

  /** What the committee decides on. */
  picture() {
    const { portalNo, caseId, applicantName, ground, areaM2, filedOn, valuedOn, valuedBy } = this
    const { inspectedOn, inspectorId, feesPaidOn, feesReceiptNo } = this
    return {
      ...{ portalNo, caseId, applicantName, ground, areaM2, filedOn, valuedOn, valuedBy },
      ...{ inspectedOn, inspectorId, feesPaidOn, feesReceiptNo },
      valuation: this.valuation && String(this.valuation),
    }
  }
}
