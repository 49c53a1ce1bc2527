import { toWkb } from '#registry/geo/shape'
import { withinCells } from '#registry/map/cells'
import type { LayerQuery, OgcCollection, OgcGeometry } from '#registry/ogc/collection'
import type { Box, ItemsQuestion, Span } from '#registry/ogc/question'

/** Keeps the features that a question is about; not yet its page. */
export function narrow(
  query: LayerQuery,
  { geometry, time }: OgcCollection,
  { bbox, datetime, filters }: Pick<ItemsQuestion, 'bbox' | 'datetime' | 'filters'>
): LayerQuery {
  for (const { property, value } of filters) {
    void query.whereRaw(`${property.sql} = ?`, [value as string])
  }
  if (bbox) narrowToBox(query, geometry, bbox)
  if (datetime && time) narrowToSpan(query, time, datetime)
  return query
}

function narrowToBox(query: LayerQuery, geometry: OgcGeometry, box: Box): void {
  const boxes = halves(box)
  void query.where((either) => {
    for (const [west, south, east, north] of boxes) {
      if (geometry.type === 'Point') {
        const cells = geometry.cell && withinCells(geometry.cell, [west, south, east, north])
        void either.orWhereRaw(
          `(${geometry.longitude} BETWEEN ? AND ? AND ${geometry.latitude} BETWEEN ? AND ?${cells ? ` AND ${cells}` : ''})`,
          [west, east, south, north]
        )
      } else {
        const wkb = boxWkb([west, south, east, north])
        // The first uses the index; the second looks at the shape itself.
        void either.orWhereRaw(
          `(MBRIntersects(${geometry.column}, ST_GeomFromWKB(?)) AND ST_Intersects(${geometry.column}, ST_GeomFromWKB(?)))`,
          [wkb, wkb] as never[]
        )
      }
    }
  })
}

/** A box across the antimeridian is two. */
function halves([west, south, east, north]: Box): Box[] {
  if (west <= east) return [[west, south, east, north]]
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ]
}

/** A box as the database takes it. */
export function boxWkb([west, south, east, north]: Box): Buffer {
  return toWkb({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  })
}

function narrowToSpan(
  query: LayerQuery,
  time: NonNullable<OgcCollection['time']>,
  { from, to }: Span
): void {
  if ('moment' in time) {
    if (from) void query.whereRaw(`${time.moment} >= ?`, [moment(from)])
    if (to) void query.whereRaw(`${time.moment} <= ?`, [moment(to)])
    return
  }
  // Days [from, to) meet a span when they begin before its end and end after its beginning.
  if (to) void query.whereRaw(`${time.from} <= ?`, [moment(to).slice(0, 10)])
  if (from) void query.whereRaw(`${time.to} > ?`, [moment(from).slice(0, 10)])
}

const moment = (at: Date) => at.toISOString().slice(0, 23).replace('T', ' ')
