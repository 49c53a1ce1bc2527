import { column } from '@adonisjs/lucid/orm'
import { DisplayEntrySchema } from '#database/schema'

/** One line of a displayed list, as it hung out: it never changes, whatever becomes of its subject. */
export default class DisplayEntry extends DisplayEntrySchema {
  static override table = 'display_entries'

  @column({ columnName: 'area_m2' })
  declare areaM2: string | null
}
