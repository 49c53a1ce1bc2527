import type { Locale } from '#core/domain_error'
import {
  GEOJSON_TYPE,
  HTML_TYPE,
  JSON_TYPE,
  SCHEMA_TYPE,
  type Address,
} from '#registry/ogc/address'
import type { OgcCollection, OgcProperty } from '#registry/ogc/collection'
import { DEFAULT_LIMIT, LARGEST_LIMIT } from '#registry/ogc/question'

const inQuery = (name: string, schema: object, description: string, more: object = {}) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  style: 'form',
  explode: false,
  ...more,
})

const FORMAT = inQuery('f', { type: 'string', enum: ['json', 'html'] }, 'Format of the answer')

const PAGING = [
  inQuery(
    'limit',
    { type: 'integer', minimum: 1, maximum: LARGEST_LIMIT, default: DEFAULT_LIMIT },
    'Most features of a page'
  ),
  inQuery('offset', { type: 'integer', minimum: 0, default: 0 }, 'Features left out at the front'),
  inQuery('after', { type: 'integer', minimum: 0 }, 'Only features numbered above it'),
  inQuery(
    'bbox',
    {
      type: 'array',
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
      items: { type: 'number' },
    },
    'West, south, east, north in CRS84'
  ),
  inQuery('datetime', { type: 'string' }, 'Instant or interval of RFC 3339, open with ..'),
]

const SCHEMAS = {
  'string': { type: 'string' },
  'money': { type: 'string' },
  'integer': { type: 'integer' },
  'number': { type: 'number' },
  'boolean': { type: 'boolean' },
  'date': { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
} as const satisfies Record<OgcProperty['type'], object>

const answer = (description: string, ...types: string[]) => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'object' } }])),
})

const REFUSALS = {
  '400': answer('A parameter is unknown or cannot be read', JSON_TYPE),
  '401': answer(
    'Say who you are: Basic with an application password, or a bearer token',
    JSON_TYPE
  ),
  '404': answer('No such resource within your units', JSON_TYPE),
}

const read = (operationId: string, summary: string, parameters: object[], ...types: string[]) => ({
  get: {
    operationId,
    summary,
    tags: ['OGC API – Features'],
    parameters,
    responses: { '200': answer(summary, ...types), ...REFUSALS },
  },
})

/** The description of the layers a person may open, as OpenAPI 3.0: each attribute is a parameter. */
export function openApiDocument(
  collections: readonly OgcCollection[],
  address: Address,
  locale: Locale
) {
  return {
    openapi: '3.0.3',
    info: {
      title: locale === 'ar' ? 'طبقات أملاك الدولة' : 'Layers of State property',
      version: '1.0.0',
      description: 'OGC API – Features, Part 1: Core, within the units of whoever asks.',
    },
    servers: [{ url: address.root }],
    tags: [{ name: 'OGC API – Features' }],
    paths: {
      '/': read('getLandingPage', 'Landing page', [FORMAT], JSON_TYPE, HTML_TYPE),
      '/conformance': read('getConformance', 'Conformance classes', [FORMAT], JSON_TYPE, HTML_TYPE),
      '/collections': read('getCollections', 'The layers', [FORMAT], JSON_TYPE, HTML_TYPE),
      ...Object.assign({}, ...collections.map((collection) => pathsOf(collection, locale))),
    },
    components: {
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ basic: [] }, { bearer: [] }],
  }
}

function pathsOf({ id, title, properties }: OgcCollection, locale: Locale) {
  const path = `/collections/${id}`
  const name = title[locale]
  const filters = properties.map((property) =>
    inQuery(property.name, SCHEMAS[property.type], property.title[locale])
  )
  const feature = {
    name: 'featureId',
    in: 'path',
    required: true,
    schema: { type: 'integer' },
    description: 'Number of the feature',
  }
  return {
    [path]: read(`${id}.describe`, name, [FORMAT], JSON_TYPE, HTML_TYPE),
    [`${path}/schema`]: read(`${id}.schema`, `${name}: schema`, [], SCHEMA_TYPE),
    [`${path}/items`]: read(
      `${id}.items`,
      `${name}: features`,
      [...PAGING, FORMAT, ...filters],
      GEOJSON_TYPE,
      HTML_TYPE
    ),
    [`${path}/items/{featureId}`]: read(
      `${id}.item`,
      `${name}: one feature`,
      [feature, FORMAT],
      GEOJSON_TYPE,
      HTML_TYPE
    ),
  }
}
