import { column } from '@adonisjs/lucid/orm'
import { AssetBuildingSchema } from '#database/schema'

/** What is known of an asset as a building: floors, gross area, year, licence (بيانات المبنى). */
export default class AssetBuilding extends AssetBuildingSchema {
  static override table = 'asset_buildings'

  // The naming strategy would look for `gross_area_m_2`.
  @column({ columnName: 'gross_area_m2' })
  declare grossAreaM2: string | null
}
