import type { Locale } from '#core/domain_error'
import {
  GEOJSON_TYPE,
  HTML_TYPE,
  JSON_TYPE,
  OPENAPI_TYPE,
  SCHEMA_TYPE,
  type Address,
  type Format,
  type Link,
} from '#registry/ogc/address'
import type { OgcCollection } from '#registry/ogc/collection'
import type { Extent } from '#registry/ogc/extent'

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const GREGORIAN = 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian'

export const CONFORMANCE = ['core', 'oas30', 'geojson', 'html'].map(
  (name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`
)

const TITLES = {
  title: { ar: 'ديوان: طبقات أملاك الدولة', en: 'Diwan: layers of State property' },
  description: {
    ar: 'طبقات السجل في نطاق وحداتك، بمعيار OGC API – Features.',
    en: 'The layers of the register within your units, by OGC API – Features.',
  },
}

export function landingDocument(address: Address, format: Format, locale: Locale) {
  return {
    title: TITLES.title[locale],
    description: TITLES.description[locale],
    links: [
      ...address.selfAndAlternate(format),
      { href: address.of('/api'), rel: 'service-desc', type: OPENAPI_TYPE, title: 'OpenAPI 3.0' },
      {
        href: address.of('/api', { f: 'html' }),
        rel: 'service-doc',
        type: HTML_TYPE,
        title: 'API',
      },
      {
        href: address.of('/conformance'),
        rel: 'conformance',
        type: JSON_TYPE,
        title: 'Conformance',
      },
      { href: address.of('/collections'), rel: 'data', type: JSON_TYPE, title: 'Collections' },
    ] satisfies Link[],
  }
}

/** A layer as the list of layers and its own page describe it. */
export function collectionDocument(
  collection: OgcCollection,
  { bbox, interval }: Extent,
  { address, locale }: { address: Address; locale: Locale }
) {
  const path = `/collections/${collection.id}`
  const schema = { href: address.of(`${path}/schema`), type: SCHEMA_TYPE, title: 'Schema' }
  return {
    id: collection.id,
    title: collection.title[locale],
    description: collection.description[locale],
    extent: {
      // A layer that is empty for this person says so by having no spatial extent.
      ...(bbox ? { spatial: { bbox: [bbox], crs: CRS84 } } : {}),
      ...(collection.time ? { temporal: { interval: [interval], trs: GREGORIAN } } : {}),
    },
    itemType: 'feature',
    crs: [CRS84],
    links: [
      { href: address.of(path), rel: 'self', type: JSON_TYPE, title: collection.title[locale] },
      { href: address.of(path, { f: 'html' }), rel: 'alternate', type: HTML_TYPE, title: 'HTML' },
      { href: address.of(`${path}/items`), rel: 'items', type: GEOJSON_TYPE, title: 'GeoJSON' },
      {
        href: address.of(`${path}/items`, { f: 'html' }),
        rel: 'items',
        type: HTML_TYPE,
        title: 'HTML',
      },
      // The register of the IANA writes it small; GDAL up to 3.6 reads only the other.
      { ...schema, rel: 'describedby' },
      { ...schema, rel: 'describedBy' },
    ] satisfies Link[],
  }
}

/** The attributes and geometry of a layer as JSON Schema. */
export function schemaDocument(collection: OgcCollection, address: Address, locale: Locale) {
  const types = {
    'string': { type: 'string' },
    'money': { type: 'string', pattern: '^-?\\d+\\.\\d{2}$' },
    'integer': { type: 'integer' },
    'number': { type: 'number' },
    'boolean': { type: 'boolean' },
    'date': { type: 'string', format: 'date' },
    'date-time': { type: 'string', format: 'date-time' },
  } as const
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address.of(`/collections/${collection.id}/schema`),
    type: 'object',
    title: collection.title[locale],
    description: collection.description[locale],
    required: ['type', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'integer' },
      geometry: { $ref: `https://geojson.org/schema/${collection.geometry.type}.json` },
      properties: {
        type: 'object',
        required: collection.properties.map(({ name }) => name),
        properties: Object.fromEntries(
          collection.properties.map(({ name, type, title }) => [
            name,
            { ...types[type], title: title[locale], nullable: true },
          ])
        ),
      },
    },
  }
}
