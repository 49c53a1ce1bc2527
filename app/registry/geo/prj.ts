import proj4 from 'proj4'
import { DomainError, sentence } from '#core/domain_error'
import { GRIDS, toWgs84 } from '#registry/geo/grids'
import type { Position } from '#registry/geo/types'

/** A projection file that says nothing the register can compute with. */
export class ProjectionError extends DomainError {
  static override code = 'E_PROJECTION'

  constructor(name: string, cause?: unknown) {
    super(
      sentence(
        `لا يمكن قراءة مسقط الملف${name ? ` «${name}»` : ''}.`,
        `The projection of the file${name ? ` "${name}"` : ''} cannot be read.`
      ),
      {
        cause,
        facts: { name },
        cure: sentence(
          'أعد تصدير الملف بخطوط الطول والعرض (WGS84) أو بأحد الأحزمة المصرية.',
          'Export the file again in longitude and latitude (WGS 84), or in an Egyptian belt.'
        ),
      }
    )
  }
}

/** How coordinates of a file become longitude and latitude on WGS 84. */
export interface Projection {
  /** What the file calls it. */
  name: string
  /** EPSG code where it is one of the register's grids. */
  epsg: number | null
  toWgs84(position: Position): Position
}

/**
 * The grid of the register that a `.prj` text describes, or null. The Egyptian belts are told by their
 * meridian and false origin, since such files never carry the shift of the datum: read as they stand
 * they would place parcels 100–200 m away.
 */
export function gridFromPrj(prj: string): number | null {
  if (!/PROJCS/i.test(prj)) return null
  const value = (name: string) => {
    const found = new RegExp(`PARAMETER\\["${name}",\\s*(-?[\\d.]+(?:[eE][+-]?\\d+)?)`, 'i').exec(
      prj
    )
    return found ? Number(found[1]) : null
  }
  if (!/Helmert|Egypt/i.test(prj)) return null
  const [lon, east, north] = ['Central_Meridian', 'False_Easting', 'False_Northing'].map(value)
  const belt = GRIDS.find(({ proj }) => {
    const has = (key: string) => Number(new RegExp(`\\+${key}=(-?[\\d.]+)`).exec(proj)?.[1])
    return (
      proj.includes('+ellps=helmert') &&
      has('lon_0') === lon &&
      has('x_0') === east &&
      has('y_0') === north
    )
  })
  return belt?.epsg ?? null
}

/**
 * The projection of a shapefile's `.prj` text.
 * @throws ProjectionError when it cannot be read
 */
export function projectionOf(prj: string): Projection {
  const name = /(?:PROJCS|GEOGCS)\["([^"]+)"/i.exec(prj)?.[1] ?? ''
  const epsg = gridFromPrj(prj)
  if (epsg) return { name, epsg, toWgs84: (position) => toWgs84(position, epsg) }
  // On the old Egyptian datum but no belt the register knows: a shift of the datum would be missing.
  if (/Helmert|Egypt_?1907|Old_Egyptian/i.test(prj)) throw new ProjectionError(name)
  try {
    const converter = proj4(prj, '+proj=longlat +datum=WGS84 +no_defs')
    return { name, epsg: null, toWgs84: (position) => converter.forward([...position]) as Position }
  } catch (cause) {
    throw new ProjectionError(name, cause)
  }
}
