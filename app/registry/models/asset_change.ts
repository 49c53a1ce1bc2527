import { AssetChangeSchema } from '#database/schema'

/** One row of the append-only log of facts; read through `#registry/register/as_of`, written by recordFacts. */
export default class AssetChange extends AssetChangeSchema {
  static override table = 'asset_changes'
}
