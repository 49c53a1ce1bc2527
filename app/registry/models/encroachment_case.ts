import { compose } from '@adonisjs/core/helpers'
import { belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { EncroachmentCaseSchema } from '#database/schema'
import { fold } from '#core/arabic'
import { today } from '#core/days'
import { Lockable } from '#core/lockable'
import { WithTransitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import {
  allows,
  CASE_LIFE,
  CASE_STATE_NAMES,
  CLOSED,
  MOVE_NAMES,
  type CaseState,
  type MoveName,
} from '#registry/encroachments/life'
import type { Ground } from '#registry/encroachments/kinds'
import Asset from '#registry/models/asset'
import LegalisationFile from '#registry/models/legalisation_file'
import RemovalOrder from '#registry/models/removal_order'

/**
 * A case of encroachment (ملف تعد) on land or property of the State, from detection to removal,
 * legalisation or judgment. A relapse opens the same case again as its next `episode`.
 */
export default class EncroachmentCase extends compose(
  EncroachmentCaseSchema,
  Lockable,
  WithTransitions
) {
  static override table = 'encroachment_cases'
  static transitions = CASE_LIFE
  static stateNames = CASE_STATE_NAMES

  // The naming strategy would look for `area_m_2`.
  @column({ columnName: 'area_m2' })
  declare areaM2: string | null

  declare status: CaseState
  declare ground: Ground

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => Asset, { foreignKey: 'assetId' })
  declare asset: BelongsTo<typeof Asset>

  @hasMany(() => RemovalOrder, { foreignKey: 'caseId' })
  declare orders: HasMany<typeof RemovalOrder>

  @hasMany(() => LegalisationFile, { foreignKey: 'caseId' })
  declare files: HasMany<typeof LegalisationFile>

  static visibleTo(reader: Reader) {
    return visible(
      this.query(),
      reader,
      'registry.encroachments.read',
      'encroachment_cases.unit_id'
    )
  }

  get isClosed(): boolean {
    return CLOSED.includes(this.status)
  }

  get isOverdue(): boolean {
    return this.deadlineOn !== null && this.deadlineOn < today()
  }

  /** The moves that the table has from here, whoever may make them. */
  get moves(): MoveName[] {
    return MOVE_NAMES.filter((name) => allows(name, this.status))
  }

  /** The occupier by a name: as written, and folded for the search. */
  called(name: string): void {
    this.occupierName = name.trim()
    this.foldedOccupier = fold(name)
  }

  /** What the trail keeps of it. */
  picture() {
    const { caseNo, episode, status, source, sourceRef, kind, ground, assetId } = this
    const { occupierName, areaM2, detectedOn, possessionFrom, closedOn } = this
    return {
      ...{ caseNo, episode, status, source, sourceRef, kind, ground, assetId },
      ...{ occupierName, areaM2, detectedOn, possessionFrom, closedOn },
    }
  }
}
