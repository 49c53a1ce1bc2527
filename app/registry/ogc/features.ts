import type { MultiPolygon, Point } from '#registry/geo/types'
import { fromDb, polygonsOf, tidy } from '#registry/geo/shape'
import type { LayerQuery, OgcCollection, PropertyType } from '#registry/ogc/collection'

export type Value = string | number | boolean | null

/** A feature as it leaves: an integer id, one kind of geometry, every property. */
export interface Feature {
  type: 'Feature'
  id: number
  geometry: Point | MultiPolygon | null
  properties: Record<string, Value>
}

/** Adds what a feature is made of to a query. */
export function selectFeatures(query: LayerQuery, collection: OgcCollection): LayerQuery {
  const { key, geometry, properties } = collection
  void query.select(query.client.raw(`${key} AS _id`))
  for (const [at, { sql }] of properties.entries()) {
    void query.select(query.client.raw(`${sql} AS p${at}`))
  }
  if (geometry.type === 'Point') {
    void query.select(
      query.client.raw(`${geometry.longitude} AS _lon`),
      query.client.raw(`${geometry.latitude} AS _lat`)
    )
  } else {
    void query.select(query.client.raw(`ST_AsBinary(${geometry.column}) AS _shape`))
  }
  return query
}

/** A row of such a query as a feature. */
export function featureOf(row: Record<string, any>, collection: OgcCollection): Feature {
  const properties: Record<string, Value> = {}
  for (const [at, { name, type }] of collection.properties.entries()) {
    properties[name] = valueOf(row[`p${at}`], type)
  }
  return { type: 'Feature', id: Number(row._id), geometry: geometryOf(row), properties }
}

function geometryOf(row: Record<string, any>): Feature['geometry'] {
  if ('_shape' in row) {
    if (row._shape === null) return null
    const polygons = polygonsOf(tidy(fromDb(row._shape)))
    return polygons.length ? { type: 'MultiPolygon', coordinates: polygons } : null
  }
  if (row._lon === null || row._lat === null) return null
  return { type: 'Point', coordinates: [Number(row._lon), Number(row._lat)] }
}

function valueOf(value: unknown, type: PropertyType): Value {
  if (value === null || value === undefined) return null
  switch (type) {
    case 'integer':
    case 'number':
      return Number(value)
    case 'boolean':
      return Boolean(value)
    case 'date-time':
      return value instanceof Date ? value.toISOString() : String(value)
    default:
      // Money too: a decimal text loses nothing.
      return String(value)
  }
}
