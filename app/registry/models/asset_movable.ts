import { AssetMovableSchema } from '#database/schema'

/** What is known of an asset as a movable: plate, chassis, make, store (بيانات المنقول). */
export default class AssetMovable extends AssetMovableSchema {
  static override table = 'asset_movables'
}
