import proj4 from 'proj4'
import { fold, latinDigits } from '#core/arabic'
import { sentence, type Sentence } from '#core/domain_error'
import { Problem } from '#core/imports/problem'
import { GRIDS, gridOf, toWgs84, type Grid } from '#registry/geo/grids'
import type { Position } from '#registry/geo/types'

/** The coordinate system of a file or a row, ready to convert. */
export interface Crs {
  /** EPSG code as far as it is known; 0 for a projection that only its own text describes. */
  srid: number
  unit: 'degree' | 'other'
  transformation: string
  toWgs84(position: Position): Position
}

/** Words by which people and files call the systems. */
const WORDS: Record<number, readonly string[]> = {
  22992: ['red', 'red belt', 'الأحمر', 'حزام أحمر', 'egypt red belt', 'etm red'],
  22991: ['blue', 'blue belt', 'الأزرق', 'حزام أزرق', 'egypt blue belt'],
  22993: ['purple', 'purple belt', 'البنفسجي', 'egypt purple belt'],
  22994: [
    'extended purple',
    'extended purple belt',
    'البنفسجي الممتد',
    'egypt extended purple belt',
  ],
  32636: ['utm36', 'utm 36', 'utm 36n', 'utm zone 36n', 'utm36n', 'يو تي إم 36'],
  32635: ['utm35', 'utm 35', 'utm 35n', 'utm zone 35n', 'utm35n', 'يو تي إم 35'],
  4326: [
    'wgs84',
    'wgs 84',
    'wgs1984',
    'crs84',
    'gps',
    'lat lon',
    'latlong',
    'خطوط الطول والعرض',
    'طول وعرض',
  ],
}

const NAMES = new Map<string, number>()
for (const { epsg, names } of GRIDS) {
  for (const name of [names.ar, names.en, `epsg:${epsg}`, `${epsg}`, ...(WORDS[epsg] ?? [])]) {
    NAMES.set(fold(name), epsg)
  }
}

/** What a person writes to say: as the file itself names it, wherever on Earth that is. */
const AS_FILE = new Set(
  ['file', 'prj', 'as the file', 'الملف', 'ملف', 'كما في الملف', 'من الملف'].map(fold)
)

export function isAsFile(text: string): boolean {
  return AS_FILE.has(fold(text))
}

/** Frames that agree with WGS 84 within a metre or two: no shift is needed between them. */
const SAME_FRAME =
  /^(D_)?(WGS_?(19)?84|WGS 84|World Geodetic System 1984.*|North_American_(Datum_)?1983.*|NAD_?83.*|NAD_1983.*|ETRS_?(19)?89|European_Terrestrial_Reference_System_1989|ITRF.*|GDA(19|20)\d\d|GRS_?1980)$/i

const kept = new Map<string, Crs | Problem>()

/** The system that a text names: a belt, an EPSG code, the text of a .prj. Remembered, for every row names it. */
export function readCrs(text: string): Crs | Problem {
  const known = kept.get(text)
  if (known) return known
  const crs = understand(text.trim())
  if (kept.size < 200) kept.set(text, crs)
  return crs
}

function understand(text: string): Crs | Problem {
  const plain = latinDigits(text)
  const epsg =
    NAMES.get(fold(plain)) ?? NAMES.get(fold(plain.replace(/^urn:ogc:def:crs:EPSG:.*:/i, '')))
  if (epsg) return ofGrid(gridOf(epsg))
  const code = /^(?:EPSG:+)?(326|327)([0-5]\d|60)$/i.exec(plain)
  if (code) {
    const south = code[1] === '327' ? ' +south' : ''
    const srid = Number(code[1] + code[2]!)
    return projected(
      srid,
      `+proj=utm +zone=${Number(code[2])}${south} +datum=WGS84 +units=m +no_defs`,
      `EPSG:${srid}`
    )
  }
  if (/^(?:EPSG:+)?(3857|900913)$/i.test(plain)) return projected(3857, 'EPSG:3857', 'EPSG:3857')
  if (/^(PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|PROJECTEDCRS|GEODETICCRS)\s*\[/i.test(plain))
    return ofText(plain)
  return unknown(text)
}

function ofGrid(grid: Grid): Crs {
  return {
    srid: grid.epsg,
    unit: grid.unit === 'degree' ? 'degree' : 'other',
    transformation: grid.transformation,
    toWgs84: (position) => toWgs84(position, grid.epsg),
  }
}

interface Projection {
  projName?: string
  lat0?: number
  long0?: number
  x0?: number
  y0?: number
  a?: number
  k0?: number
  to_meter?: number
}

/** The text of a .prj: one of the Egyptian belts, or a projection of a frame that agrees with WGS 84. */
function ofText(text: string): Crs | Problem {
  let projection: Projection
  try {
    projection = new proj4.Proj(text) as Projection
  } catch {
    return unknown(text)
  }
  const belt = beltLike(projection)
  if (belt) return ofGrid(belt)
  const datum = /(?:DATUM|TRF|GEODETICDATUM|ENSEMBLE)\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? ''
  if (!SAME_FRAME.test(datum) && !/TOWGS84\s*\[/i.test(text)) return strangeFrame(datum || text)
  const name = /\[\s*"([^"]*)"/.exec(text)?.[1] ?? 'prj'
  return projected(0, text, name)
}

const DEGREE = Math.PI / 180

/** The belt with this meridian and origin on the ellipsoid of 1906, whatever its datum is called. */
function beltLike({
  projName,
  lat0,
  long0,
  x0,
  y0,
  a,
  to_meter: metre = 1,
}: Projection): Grid | null {
  if (!/merc/i.test(projName ?? '') || Math.abs((a ?? 0) - 6_378_200) > 1 || metre !== 1)
    return null
  const found = GRIDS.find(({ proj }) => {
    const of = (key: string) => Number(new RegExp(`\\+${key}=(\\S+)`).exec(proj)?.[1])
    return (
      proj.includes('+ellps=helmert') &&
      Math.abs(of('lon_0') * DEGREE - (long0 ?? 0)) < 1e-9 &&
      Math.abs(of('lat_0') * DEGREE - (lat0 ?? 0)) < 1e-9 &&
      Math.abs(of('x_0') - (x0 ?? 0)) < 0.01 &&
      Math.abs(of('y_0') - (y0 ?? 0)) < 0.01
    )
  })
  return found ?? null
}

function projected(srid: number, definition: string, name: string): Crs | Problem {
  try {
    const convert = proj4('+proj=longlat +datum=WGS84 +no_defs', definition)
    const isDegrees = (new proj4.Proj(definition) as Projection).projName === 'longlat'
    return {
      srid: isDegrees ? 4326 : srid,
      unit: isDegrees ? 'degree' : 'other',
      transformation: `proj4: ${name}`.slice(0, 80),
      toWgs84: (position) => convert.inverse([position[0], position[1]]) as Position,
    }
  } catch {
    return unknown(definition)
  }
}

const CURE: Sentence = sentence(
  'سمّ شبكة من المعروفة (الحزام الأحمر أو الأزرق أو البنفسجي أو الممتد، UTM 35/36، WGS84) أو حوّل الملف إلى WGS84.',
  'Name one that is known (Red, Blue, Purple or Extended Purple Belt, UTM 35/36, WGS84), or convert the file to WGS 84.'
)

function unknown(text: string): Problem {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return new Problem('crs_unknown', shown, null, {
    ar: `نظام الإحداثيات «${shown}» غير معروف. ${CURE.ar}`,
    en: `the coordinate system "${shown}" is not known. ${CURE.en}`,
  })
}

function strangeFrame(text: string): Problem {
  const shown = text.slice(0, 60)
  return new Problem('crs_datum', shown, null, {
    ar: `مرجع الإحداثيات «${shown}» لا يعرف كيف يحوَّل بدقة، والخطأ قد يبلغ مئات الأمتار. ${CURE.ar}`,
    en: `nobody can say how the frame "${shown}" converts exactly; it may be hundreds of metres off. ${CURE.en}`,
  })
}
