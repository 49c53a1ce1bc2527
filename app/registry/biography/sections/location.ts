import db from '@adonisjs/lucid/services/db'
import type { BiographySection } from '#registry/biography/section'
import { printTabular, type Tabular } from '#registry/biography/tabular'

interface Location extends Tabular {
  point: { lat: string; lng: string } | null
}

/** الموقع: where it lies, in words and on a small map. */
export const section: BiographySection<Location> = {
  key: 'location',
  permission: 'registry.assets.read',
  view: 'pages/registry/assets/sections/location',
  async load(assetId, _reader, asset) {
    const row = await db
      .from('assets')
      .where('id', assetId)
      .select('street', 'street_grade', 'address', 'landmark')
      .firstOrFail()
    return {
      point: asset.latitude ? { lat: asset.latitude, lng: asset.longitude! } : null,
      facts: [
        { label: 'registry.fields.street', value: row.street },
        {
          label: 'registry.fields.street_grade',
          value: row.street_grade,
          texts: 'registry.assets.grades',
        },
        { label: 'registry.fields.address', value: row.address, wide: true },
        { label: 'registry.fields.landmark', value: row.landmark, wide: true },
        {
          label: 'registry.fields.position',
          value: asset.latitude && `${asset.latitude}, ${asset.longitude}`,
        },
      ],
    }
  },
  pdf: printTabular,
}
