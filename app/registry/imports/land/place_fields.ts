import { sentence } from '#core/domain_error'
import { code, day, integer, measure, text } from '#core/imports/parsers'
import type { ImportField, Parser } from '#core/imports/definition'

/** Text as it stands: outlines and projections are longer than any cell and are read later. */
const asItIs: Parser = (input) => input

const coordinate = (
  name: string,
  ar: string,
  en: string,
  synonyms: string[],
  bound: number
): ImportField => ({ name, labels: sentence(ar, en), synonyms, parse: measure(-bound, bound, 12) })

/** Where an asset lies: an outline, a point in degrees or on a grid, or a list of corners. */
export const placeFields: readonly ImportField[] = [
  {
    name: 'geometry',
    labels: sentence('الشكل', 'Outline'),
    synonyms: ['geometry', 'wkt', 'geom', 'the_geom', 'shape', 'geojson'],
    parse: asItIs,
  },
  coordinate('longitude', 'خط الطول', 'Longitude', ['الطول الجغرافي', 'lng', 'lon', 'long'], 180),
  coordinate('latitude', 'خط العرض', 'Latitude', ['العرض الجغرافي', 'lat'], 90),
  coordinate('easting', 'الشرقيات', 'Easting', ['شرقيات', 'e', 'x', 'إحداثي شرقي'], 99_999_999),
  coordinate(
    'northing',
    'الشماليات',
    'Northing',
    ['شماليات', 'n', 'y', 'إحداثي شمالي'],
    99_999_999
  ),
  {
    name: 'position',
    labels: sentence('خط العرض وخط الطول معًا', 'Latitude and longitude in one cell'),
    synonyms: ['lat lon', 'coordinates', 'الإحداثيات'],
    parse: asItIs,
  },
  {
    name: 'crs',
    labels: sentence('نظام الإحداثيات', 'Coordinate system'),
    synonyms: ['الشبكة', 'الحزام', 'srid', 'epsg', 'crs', 'grid', 'coordinate reference system'],
    parse: text(2000),
  },
  {
    name: 'file_crs',
    labels: sentence('نظام الإحداثيات كما في الملف', 'Coordinate system that the file names'),
    synonyms: ['geometry_crs'],
    parse: asItIs,
  },
  {
    name: 'corner_no',
    labels: sentence('رقم النقطة', 'Corner number'),
    synonyms: ['مسلسل النقطة', 'النقطة', 'corner', 'point no', 'seq', 'corner no'],
    parse: integer(1_000_000),
  },
  {
    name: 'surveyor',
    labels: sentence('القائم بالرفع', 'Surveyor'),
    synonyms: ['المساح', 'surveyed by'],
    column: 'VARCHAR(120)',
    parse: text(120),
  },
  {
    name: 'surveyed_on',
    labels: sentence('تاريخ الرفع', 'Surveyed on'),
    synonyms: ['تاريخ الرفع المساحي', 'survey date'],
    column: 'DATE',
    parse: day,
  },
  {
    name: 'accuracy_m',
    labels: sentence('دقة الرفع بالمتر', 'Accuracy (m)'),
    synonyms: ['الدقة', 'accuracy'],
    column: 'DECIMAL(8,3)',
    parse: measure(0, 99_999, 3),
  },
  {
    name: 'source',
    labels: sentence('اسم السجل المصدر', 'Name of the source register'),
    synonyms: ['السجل', 'المصدر', 'source register'],
    column: 'VARCHAR(120)',
    parse: code(120),
  },
]
