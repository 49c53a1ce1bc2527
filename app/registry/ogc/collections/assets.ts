import { sentence, type Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { Reader } from '#identity/access/visible'
import type { LayerQuery, OgcCollection, OgcProperty } from '#registry/ogc/collection'
import { property, UNIT } from '#registry/ogc/collections/parts'
import { openTo } from '#registry/security/open_to'

const IDENTITY: readonly OgcProperty[] = [
  property('asset_code', 'string', 'assets.code', 'كود الأصل', 'Asset code'),
  property(
    'unified_property_no',
    'string',
    'assets.unified_property_no',
    'الرقم القومي الموحد للعقار',
    'National unified property number'
  ),
  property('site_no', 'string', 'assets.site_no', 'رقم الموقع', 'Site number'),
  property('name', 'string', 'assets.name', 'الاسم', 'Name'),
  property('class', 'string', 'k.code', 'كود النوع', 'Class code'),
  property('class_ar', 'string', 'k.name_ar', 'النوع', 'Class in Arabic'),
  property('class_en', 'string', 'k.name_en', 'النوع بالإنجليزية', 'Class in English'),
  ...UNIT,
]

const STANDING: readonly OgcProperty[] = [
  property('domain', 'string', 'assets.domain', 'نوع الملكية', 'Public or private domain'),
  property('record_status', 'string', 'assets.record_status', 'حالة السجل', 'State of the record'),
  property('life_status', 'string', 'assets.life_status', 'حالة الأصل', 'State of the asset'),
  property('in_use', 'boolean', 'assets.is_in_use', 'مشغول', 'In use'),
  property('street', 'string', 'assets.street', 'الشارع', 'Street'),
  property('address', 'string', 'assets.address', 'العنوان', 'Address'),
  property('landmark', 'string', 'assets.landmark', 'أقرب علامة مميزة', 'Nearest landmark'),
  property('longitude', 'number', 'assets.longitude', 'خط الطول', 'Longitude'),
  property('latitude', 'number', 'assets.latitude', 'خط العرض', 'Latitude'),
  property('version', 'integer', 'assets.version', 'رقم النسخة', 'Version'),
  property('updated', 'date-time', 'assets.updated_at', 'آخر تعديل', 'Last changed'),
]

const LAND: readonly OgcProperty[] = [
  property('hod', 'string', 'd.hod', 'الحوض', 'Basin (hod)'),
  property('plot_no', 'string', 'd.plot_no', 'رقم القطعة', 'Plot number'),
  property('block_no', 'string', 'd.block_no', 'رقم المربع', 'Block number'),
  property('sheet_no', 'string', 'd.sheet_no', 'رقم اللوحة', 'Sheet number'),
  property('use_actual', 'string', 'd.use_actual', 'الاستعمال الفعلي', 'Actual use'),
  property('use_planned', 'string', 'd.use_planned', 'الاستعمال المخطط', 'Planned use'),
  property('in_zimam', 'boolean', 'assets.is_in_zimam', 'داخل الزمام', 'Inside the zimam'),
  property('in_cordon', 'boolean', 'assets.is_in_cordon', 'داخل الكردون', 'Inside the cordon'),
  property('area_m2', 'number', 'assets.area_m2', 'المساحة بالمتر المربع', 'Area in m²'),
  property('computed_area_m2', 'number', 's.area_m2', 'المساحة المحسوبة', 'Computed area in m²'),
]

const BUILDING: readonly OgcProperty[] = [
  property('floors', 'integer', 'd.floors', 'عدد الأدوار', 'Floors'),
  property('units_count', 'integer', 'd.units_count', 'عدد الوحدات', 'Units inside'),
  property('gross_area_m2', 'number', 'd.gross_area_m2', 'إجمالي المسطحات', 'Gross area in m²'),
  property('built_year', 'integer', 'd.built_year', 'سنة البناء', 'Year built'),
  property('structure', 'string', 'd.structure', 'نوع الإنشاء', 'Structure'),
  property('licence_no', 'string', 'd.licence_no', 'رقم ترخيص البناء', 'Building licence number'),
  property('computed_area_m2', 'number', 's.area_m2', 'المساحة المحسوبة', 'Computed area in m²'),
]

const SITE: readonly OgcProperty[] = [
  property('width_m', 'number', 'assets.width_m', 'العرض بالمتر', 'Width in m'),
  property('height_m', 'number', 'assets.height_m', 'الارتفاع بالمتر', 'Height in m'),
  property('area_m2', 'number', 'assets.area_m2', 'المساحة بالمتر المربع', 'Area in m²'),
  property('faces', 'integer', 'assets.faces', 'عدد الأوجه', 'Faces'),
  property('slots', 'integer', 'assets.slots', 'عدد الأماكن', 'Slots'),
  property('orientation', 'string', 'd.orientation', 'الاتجاه', 'Orientation'),
  property('lighting', 'string', 'd.lighting', 'الإضاءة', 'Lighting'),
]

interface AssetLayer {
  id: string
  title: Sentence
  description: Sentence
  detail: { table: string; properties: readonly OgcProperty[] }
  geometry: 'Point' | 'MultiPolygon'
  /** Which classes of the tree: a column and its value. */
  classes: { column: 'subtype' | 'purpose'; is: string }
}

function assetLayer(layer: AssetLayer): OgcCollection {
  const { detail, geometry, classes, ...words } = layer
  const polygons = geometry === 'MultiPolygon'
  return {
    ...words,
    permission: 'registry.assets.read',
    geometry: polygons
      ? { type: 'MultiPolygon', column: 's.shape' }
      : {
          type: 'Point',
          longitude: 'assets.longitude',
          latitude: 'assets.latitude',
          cell: 'assets.cell',
        },
    key: 'assets.id',
    time: { moment: 'assets.updated_at' },
    properties: [...IDENTITY, ...detail.properties, ...STANDING],
    rows(trx, reader) {
      const query = assetRows(trx, reader, classes)
      void query
        .leftJoin('asset_classes as k', 'k.id', 'assets.class_id')
        .leftJoin('units as u', 'u.id', 'assets.unit_id')
        .leftJoin(`${detail.table} as d`, 'd.asset_id', 'assets.id')
      if (polygons) {
        void query.joinRaw(
          "LEFT JOIN asset_shapes s ON s.asset_id = assets.id AND s.kind = 'polygon'"
        )
      }
      return query
    },
  }
}

/** Current assets of some classes that may leave the house: strategic ones never do (rule R28). */
function assetRows(trx: Trx, reader: Reader, { column, is }: AssetLayer['classes']): LayerQuery {
  const query = trx
    .from('assets')
    .whereRaw(`assets.class_id IN (SELECT id FROM asset_classes WHERE ${column} = ?)`, [is])
  return leaving(query, reader).where('assets.is_current', 1)
}

/** Narrows a query that has `assets` in it to those a person may see and that may leave the house. */
export function leaving(query: LayerQuery, reader: Reader): LayerQuery {
  return openTo(query, reader, 'assets').whereNot('assets.security_class', 'strategic')
}

const LANDS = { table: 'asset_lands', properties: LAND }
const BUILDINGS = { table: 'asset_buildings', properties: BUILDING }
const SITES = { table: 'asset_sites', properties: SITE }

/** The layers of assets by class. */
export const ASSET_LAYERS: readonly OgcCollection[] = [
  assetLayer({
    id: 'parcels',
    title: sentence('قطع الأراضي', 'Parcels'),
    description: sentence(
      'أراضي الدولة بحدودها الحالية ومفاتيحها المساحية.',
      'State land with its current limits and its cadastral keys.'
    ),
    detail: LANDS,
    geometry: 'MultiPolygon',
    classes: { column: 'subtype', is: 'land' },
  }),
  assetLayer({
    id: 'buildings',
    title: sentence('المباني', 'Buildings'),
    description: sentence(
      'المباني المملوكة للدولة، بأشكالها حيث رُفعت.',
      'Buildings of the State, with their outlines where surveyed.'
    ),
    detail: BUILDINGS,
    geometry: 'MultiPolygon',
    classes: { column: 'subtype', is: 'building' },
  }),
  assetLayer({
    id: 'sites',
    title: sentence('المواقع', 'Sites'),
    description: sentence(
      'كل مواقع الإعلانات والإشغالات والأسواق.',
      'All sites of advertising, occupancy and markets.'
    ),
    detail: SITES,
    geometry: 'Point',
    classes: { column: 'subtype', is: 'site' },
  }),
  assetLayer({
    id: 'advertising',
    title: sentence('مواقع الإعلانات', 'Advertising sites'),
    description: sentence('مواقع الإعلانات وحدها.', 'The sites of advertising alone.'),
    detail: SITES,
    geometry: 'Point',
    classes: { column: 'purpose', is: 'advertising' },
  }),
  assetLayer({
    id: 'markets',
    title: sentence('الأسواق', 'Markets'),
    description: sentence('الأسواق ومحلاتها وباكياتها.', 'Markets, their shops and stalls.'),
    detail: SITES,
    geometry: 'Point',
    classes: { column: 'purpose', is: 'market' },
  }),
  assetLayer({
    id: 'occupancies',
    title: sentence('إشغالات الطريق', 'Street occupancies'),
    description: sentence(
      'أماكن الإشغال في الطرق والميادين.',
      'Spots of occupation in streets and squares.'
    ),
    detail: SITES,
    geometry: 'Point',
    classes: { column: 'purpose', is: 'occupancy' },
  }),
]
