import db from '@adonisjs/lucid/services/db'
import type { BiographySection } from '#registry/biography/section'
import { printTabular, type Tabular } from '#registry/biography/tabular'
import { geometryAsOf } from '#registry/register/as_of'
import { sketchPicture, type SketchPicture } from '#registry/geo/sketch/picture'
import { svgOf } from '#registry/geo/sketch/svg'

interface Location extends Tabular {
  point: { lat: string; lng: string } | null
  sketch: SketchPicture | null
  svg: string | null
  geometries: number
}

/** الموقع: where it lies, in words, on a small map and as a sketch with its corners. */
export const section: BiographySection<Location> = {
  key: 'location',
  permission: 'registry.assets.read',
  view: 'pages/registry/assets/sections/location',
  actions: [
    {
      label: 'registry.transactions.kinds.boundary',
      icon: 'route',
      permission: 'registry.assets.manage',
      url: ({ id }) => `/registry/assets/${id}/changes/boundary`,
    },
  ],
  async load(assetId, reader, asset) {
    const facts = asset.facts ?? {}
    const known = reader.known ? new Date(`${reader.known.replace(' ', 'T')}Z`) : undefined
    const geometry = await geometryAsOf(assetId, { on: reader.on, known })
    const isArea = geometry !== null && geometry.shape.type !== 'Point'
    const sketch = isArea ? sketchPicture(geometry.shape, geometry.source_srid, reader.words) : null
    const text = (key: string, more = {}) => ({
      label: `registry.fields.${key}`,
      value: facts[key],
      ...more,
    })
    return {
      point: facts.latitude ? { lat: String(facts.latitude), lng: String(facts.longitude) } : null,
      sketch,
      svg: sketch && svgOf(sketch, reader.words.t('registry.sketch.title')),
      geometries: await versions(assetId),
      facts: [
        text('street'),
        text('street_grade', { texts: 'registry.assets.grades' }),
        text('address', { wide: true }),
        text('landmark', { wide: true }),
        {
          label: 'registry.fields.position',
          value: facts.latitude && `${facts.latitude}, ${facts.longitude}`,
        },
        ...(geometry
          ? [
              {
                label: 'registry.geometry.version',
                value: reader.words.t('registry.geometry.version_said', {
                  version: geometry.version,
                  from: geometry.valid_from,
                }),
              },
              {
                label: 'registry.geometry.method',
                value: geometry.method,
                texts: 'registry.geometry.methods',
              },
              { label: 'registry.geometry.grid', value: `EPSG:${geometry.source_srid}` },
              { label: 'registry.geometry.surveyor', value: geometry.surveyor },
              {
                label: 'registry.geometry.surveyed_on',
                value: geometry.surveyed_on,
                type: 'day' as const,
              },
              { label: 'registry.geometry.accuracy', value: geometry.accuracy_m },
            ]
          : []),
      ],
    }
  },
  async pdf(content, paper) {
    await printTabular(content, paper)
    const { sketch } = content
    if (!sketch) return
    const { document, words } = paper
    document.drawing(sketch)
    await document.table({
      columns: [
        { key: 'label', heading: words.t('registry.sketch.corner'), weight: 1 },
        { key: 'east', heading: words.t('registry.sketch.east'), weight: 3, align: 'right' },
        { key: 'north', heading: words.t('registry.sketch.north'), weight: 3, align: 'right' },
        { key: 'length', heading: words.t('registry.sketch.next'), weight: 3, align: 'right' },
      ],
      rows: sketch.corners.map((corner) => ({ ...corner })),
    })
  },
}

async function versions(assetId: number): Promise<number> {
  const [{ count }] = await db
    .from('asset_geometries')
    .where('asset_id', assetId)
    .count('* as count')
  return Number(count)
}
