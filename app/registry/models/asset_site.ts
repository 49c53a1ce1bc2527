import { AssetSiteSchema } from '#database/schema'

/** What is known of an asset as a site: orientation, lighting, meter, allowed activities (بيانات الموقع). */
export default class AssetSite extends AssetSiteSchema {
  static override table = 'asset_sites'
}
