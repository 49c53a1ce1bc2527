import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { Reader } from '#identity/access/visible'
import type { Permission } from '#identity/permissions'

/** A query without rows of its own kind: what a layer selects is told by its properties. */
export type LayerQuery = DatabaseQueryBuilderContract<Record<string, any>>

export type PropertyType =
  'string' | 'integer' | 'number' | 'boolean' | 'date' | 'date-time' | 'money'

/** One attribute of a layer's features. Each is written in every feature, `null` where unknown. */
export interface OgcProperty {
  name: string
  type: PropertyType
  /** What stands for it in the layer's query. */
  sql: string
  title: Sentence
}

/** Where a layer's features lie: a point in two columns, or polygons in one. */
export type OgcGeometry =
  | { type: 'Point'; longitude: string; latitude: string; cell?: string }
  | { type: 'MultiPolygon'; column: string }

/** A layer of the map as OGC API – Features calls it. */
export interface OgcCollection {
  id: string
  title: Sentence
  description: Sentence
  permission: Permission
  geometry: OgcGeometry
  /** Unique integer by which features are numbered and ordered. */
  key: string
  properties: readonly OgcProperty[]
  /**
   * What `datetime` is compared with: a moment, or days `[from, to)`. A layer without one has no time
   * and every feature meets every `datetime`.
   */
  time?: { moment: string } | { from: string; to: string }
  /** The rows this person may see, and nothing else: every page, count and extent begins here. */
  rows(trx: Trx, reader: Reader): LayerQuery
}
