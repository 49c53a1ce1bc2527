import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { CoordinateReadingSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'

/** Numbers that were pasted from a survey sheet, and the grid that a person took them for. */
export default class CoordinateReading extends CoordinateReadingSchema {
  static override table = 'coordinate_readings'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.assets.read', 'coordinate_readings.unit_id')
  }
}
