import { AssetLandSchema } from '#database/schema'

/** What is known of an asset as land: basin, plot, sheet, use (بيانات الأرض). */
export default class AssetLand extends AssetLandSchema {
  static override table = 'asset_lands'
}
