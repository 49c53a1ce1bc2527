import type { Owner } from '../owner.js'

/** Where the made registry lies: south-west corner and the step between two parcels, in degrees. */
export const GROUND = { west: 30.2, south: 28.9, step: 0.0012, side: 0.001 }

/** Three of ten assets are parcels with an outline. */
const PARCELS = 0.3
/** One asset of so many is let, has been let before, and was changed several times. */
const LET = 10
/** One of so many was valued and has papers. */
const VALUED = 20
/** Streets of a town; with their numbers they are what clerks search by. */
const STREETS = [
  'الجمهورية',
  'النيل',
  'المحطة',
  'السوق القديم',
  'المدارس',
  'بورسعيد',
  'ترعة البحر',
  'مصطفى كامل',
  'سعد زغلول',
  'الحرية',
  'المستشفى العام',
  'كورنيش بحر يوسف',
]

export interface MadeRegistry {
  assets: number
  parcels: number
  /** Parcels in a row of the grid. */
  columns: number
}

/** How a registry of so many assets is laid out. */
export function plan(assets: number): MadeRegistry {
  const parcels = Math.floor(assets * PARCELS)
  return { assets, parcels, columns: Math.ceil(Math.sqrt(parcels * 1.2)) }
}

/** Whether such a registry stands there from an earlier run. */
export async function stands(owner: Owner, made: MadeRegistry): Promise<boolean> {
  const [found] = await owner.query(`SELECT (SELECT COUNT(*) FROM assets) AS assets,
    (SELECT COUNT(*) FROM asset_shapes) AS parcels, (SELECT COUNT(*) FROM asset_completeness) AS scored`)
  return (
    Number(found.assets) === made.assets &&
    Number(found.parcels) === made.parcels &&
    Number(found.scored) === made.assets
  )
}

/** A name as the register folds it, in SQL, for the few words of this world. */
const folded = (name: string) =>
  [...'أاإاآاةهىيئيؤو'.matchAll(/../gu)].reduce(
    (sql, [pair]) => `REPLACE(${sql}, '${pair[0]}', '${pair[1]}')`,
    `LOWER(REPLACE(${name}, 'ء', ''))`
  )

/**
 * A registry of so many assets by SQL alone: parcels side by side on a grid, the rest of the assets
 * strewn over the same ground, a log of facts, custody and leases as the register keeps them.
 */
export async function fillRegistry(owner: Owner, assets: number): Promise<MadeRegistry> {
  const made = plan(assets)
  const { parcels, columns } = made
  const rows = Math.ceil(parcels / columns)
  const { west, south, step, side } = GROUND
  await owner.query(`CREATE OR REPLACE TABLE bench_units AS
    SELECT ROW_NUMBER() OVER (ORDER BY c.descendant_id) - 1 AS at, c.descendant_id AS unit_id FROM units g
    JOIN unit_closure c ON c.ancestor_id = g.id AND c.depth = 1 WHERE g.code = 'EG-FYM'`)
  await owner.query(`CREATE OR REPLACE TABLE bench_classes AS
    SELECT id, subtype, CONVERT(letter USING utf8mb4) COLLATE utf8mb4_unicode_ci AS letter, name_ar, ROW_NUMBER() OVER (PARTITION BY subtype = 'land' ORDER BY id) - 1 AS at,
      COUNT(*) OVER (PARTITION BY subtype = 'land') AS among
    FROM asset_classes WHERE subtype <> 'movable' AND parent_id IS NOT NULL`)
  const [{ units }] = (await owner.query('SELECT COUNT(*) AS units FROM bench_units')) as [
    { units: number },
  ]
  const [x, y] = [`((s.seq - 1) MOD ${columns})`, `((s.seq - 1) DIV ${columns})`]
  // Strewn by multiples of two irrational numbers: no two on one spot, no rows to be seen.
  const strewn = (by: number, width: number) =>
    `((s.seq * ${by}) - FLOOR(s.seq * ${by})) * ${width}`
  const isParcel = `s.seq <= ${parcels}`
  const street = `CONCAT('شارع ', ELT(1 + s.seq MOD ${STREETS.length}, ${STREETS.map((name) => `'${name}'`).join(', ')}), ' ', s.seq MOD 977)`
  const hod = "CONCAT('حوض ', s.seq DIV 500)"
  await owner.query(`INSERT INTO assets (id, code, unit_id, class_id, site_no, name, street, search_text, latitude, longitude,
      area_m2, is_in_use, domain, life_status, record_status)
    SELECT s.seq, CONCAT('14-', LPAD(b.at, 2, '0'), '-', k.letter, '-', LPAD(s.seq, 7, '0'), '-0'), b.unit_id, k.id, CONCAT('N', s.seq),
      CONCAT(k.name_ar, ' رقم ', s.seq), ${street},
      ${folded(`CONCAT_WS(' ', CONCAT('n', s.seq), k.name_ar, 'رقم', s.seq, ${street}, IF(${isParcel}, CONCAT(${hod}, ' ', s.seq MOD 500), NULL), '14', LPAD(b.at, 2, '0'), k.letter, LPAD(s.seq, 7, '0'), '0', k.name_ar)`)},
      ROUND(${south} + IF(${isParcel}, ${y} * ${step} + ${side / 2}, ${strewn(0.754877666, rows * step)}), 7),
      ROUND(${west} + IF(${isParcel}, ${x} * ${step} + ${side / 2}, ${strewn(0.569840291, columns * step)}), 7),
      IF(${isParcel}, 10800, 40), s.seq MOD 7 > 0, ELT(1 + s.seq MOD 3, 'public', 'private', 'private'),
      ELT(1 + s.seq MOD 11 DIV 9, 'in_service', 'idle'), 'recorded'
    FROM seq_1_to_${assets} s JOIN bench_units b ON b.at = s.seq MOD ${Number(units)}
    JOIN bench_classes k ON (k.subtype = 'land') = (${isParcel}) AND k.at = s.seq MOD k.among`)
  await owner.query(`INSERT INTO asset_lands (asset_id, hod, hod_folded, plot_no, use_actual)
    SELECT s.seq, CONCAT('حوض ', s.seq DIV 500), CONCAT('حوض ', s.seq DIV 500), s.seq MOD 500, 'فضاء' FROM seq_1_to_${parcels} s`)
  const [w, so] = [`${west} + ${x} * ${step}`, `${south} + ${y} * ${step}`]
  const corner = (dx: string, dy: string) => `${w} + ${dx}, ' ', ${so} + ${dy}`
  await owner.query(`INSERT INTO asset_geometries (asset_id, version, shape, source_srid, valid_from, area_m2, grid_area_m2, perimeter_m)
    SELECT s.seq, 1, ST_GeomFromText(CONCAT('POLYGON((', ${corner('0', '0')}, ',', ${corner(`${side}`, '0')}, ',', ${corner(`${side}`, `${side}`)}, ',', ${corner('0', `${side}`)}, ',', ${corner('0', '0')}, '))')),
      4326, '2026-01-01', 10800, 10800, 416 FROM seq_1_to_${parcels} s`)
  await owner.query(`INSERT INTO asset_shapes (asset_id, geometry_id, unit_id, kind, level, shape, area_m2)
    SELECT g.asset_id, g.id, a.unit_id, 'polygon', 'land', g.shape, g.area_m2 FROM asset_geometries g JOIN assets a ON a.id = g.asset_id`)
  await owner.query(`INSERT INTO asset_changes (asset_id, valid_from, facts, reason)
    SELECT a.id, '2026-01-01', JSON_OBJECT('name', a.name, 'domain', a.domain, 'life_status', a.life_status), 'قيد أول' FROM assets a`)
  await owner.query(`INSERT INTO asset_changes (asset_id, valid_from, facts, reason)
    SELECT a.id, '2026-01-01' + INTERVAL m.seq MONTH, JSON_OBJECT('life_status', IF(m.seq MOD 2, 'idle', 'in_service'), 'street', CONCAT(a.street, ' مكرر ', m.seq)), 'معاينة دورية'
    FROM assets a JOIN seq_1_to_5 m WHERE a.id MOD ${LET} = 0`)
  await owner.query(`INSERT INTO asset_completeness (asset_id, unit_id, score, missing)
    SELECT a.id, a.unit_id, 40 + (a.id * 7) MOD 61, IF((a.id * 7) MOD 61 = 60, NULL, 'photos,doc:deed') FROM assets a`)
  await owner.query(`INSERT INTO valuations (unit_id, asset_id, basis, amount, valued_on, valid_until, method, committee, status, made_by)
    SELECT a.unit_id, a.id, 'committee', 100000 + a.id, '2024-01-01' + INTERVAL m.seq YEAR, '2024-12-31' + INTERVAL m.seq YEAR, 'comparison', 'لجنة التقدير', 'draft', 1
    FROM assets a JOIN seq_0_to_1 m WHERE a.id MOD ${VALUED} = 0`)
  await owner.query(`INSERT INTO documents (id, unit_id, kind, number, dated, title, pages, original_place)
    SELECT a.id, a.unit_id, 'deed', a.id, '2020-01-01', CONCAT('سند ملكية ', a.id), 3, 'أرشيف الأملاك' FROM assets a WHERE a.id MOD ${VALUED} = 0`)
  await owner.query(`INSERT INTO document_links (document_id, subject_type, subject_id)
    SELECT a.id, 'asset', a.id FROM assets a WHERE a.id MOD ${VALUED} = 0`)
  await owner.query(`INSERT INTO custodies (asset_id, kind, authority_unit_id, authority_name, valid_from)
    SELECT a.id, 'jurisdiction', a.unit_id, u.name_ar, '2020-01-01' FROM assets a JOIN units u ON u.id = a.unit_id WHERE a.id MOD 3 = 0`)
  await owner.query(`INSERT INTO parties (id, unit_id, party_no, kind, name, folded_name)
    SELECT a.id, a.unit_id, CONCAT('P', a.id), 'person', CONCAT('مستأجر رقم ', a.id), CONCAT('مستاجر رقم ', a.id) FROM assets a WHERE a.id MOD ${LET} = 0`)
  await owner.query(`INSERT INTO rights (unit_id, asset_id, party_id, right_no, kind, valid_from, valid_to, billing, period_amount, status)
    SELECT a.unit_id, a.id, a.id, CONCAT('R', a.id), 'lease', '2026-01-01', '2028-01-01', 'monthly', 500 + a.id MOD 900, 'active' FROM assets a WHERE a.id MOD ${LET} = 0`)
  await owner.query(`INSERT INTO rights (unit_id, asset_id, party_id, right_no, kind, valid_from, valid_to, billing, period_amount, status)
    SELECT a.unit_id, a.id, a.id, CONCAT('R', a.id, '-0'), 'lease', '2023-01-01', '2026-01-01', 'monthly', 300 + a.id MOD 900, 'expired' FROM assets a WHERE a.id MOD ${LET} = 0`)
  await owner.query('DROP TABLE bench_units, bench_classes')
  await owner.query(
    'ANALYZE TABLE assets, asset_lands, asset_geometries, asset_shapes, asset_changes, custodies, rights, parties, asset_completeness, valuations, documents, document_links'
  )
  return made
}
