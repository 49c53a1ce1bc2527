import { VERDICT, type Stage } from '#core/imports/stage'
import { CUSTODIES, ATTRIBUTES } from '#registry/register/attributes'
import { SIDE_NAMES } from '#registry/imports/land/dated'
import { FACTS } from '#registry/imports/land/fields'

/** The tables of the present, as statements below call them: the recorded asset is `t`. */
export const RECORDED = `import_found f ON f.seq = s.seq JOIN assets t ON t.id = f.asset_id
  LEFT JOIN asset_lands l ON l.asset_id = t.id LEFT JOIN asset_buildings b ON b.asset_id = t.id
  LEFT JOIN asset_sites i ON i.asset_id = t.id LEFT JOIN asset_movables m ON m.asset_id = t.id
  LEFT JOIN asset_shapes g ON g.asset_id = t.id`

const ALIASES = {
  assets: 't',
  asset_lands: 'l',
  asset_buildings: 'b',
  asset_sites: 'i',
  asset_movables: 'm',
} as const

/** A fact as it is recorded: its column. */
export function recorded(name: string): string {
  return `${ALIASES[ATTRIBUTES[name]!.table as keyof typeof ALIASES]}.${name}`
}

/** Facts that only a transaction of their own changes; a file may fill in what nobody had said. */
const GUARDED: readonly [name: string, value: string, vague: string][] = [
  ['class_id', 's.class_id', 'FALSE'],
  ['domain', 's.domain', "t.domain = 'unknown'"],
  ['life_status', 's.life_status', 'FALSE'],
  ['criticality', 's.criticality', 'FALSE'],
  ['security_class', 's.security_class', 'FALSE'],
]

const HELD = new Set(['life_status', 'criticality', 'security_class'])

/** Facts that a file may correct, with those that it may fill in. */
export const CORRECTED = FACTS.filter((name) => !HELD.has(name))

/** The outline of the file is another one than the recorded. */
export const OTHER_SHAPE =
  '(s.shape_hex IS NOT NULL AND NOT (ST_AsBinary(g.shape) <=> UNHEX(s.shape_hex)))'

const differs = (column: string, value: string) =>
  `(${value} IS NOT NULL AND NOT (${column} <=> ${value}))`

/** The facts in tables that a row corrects. */
export function changedFacts(stage: Stage): string {
  const given = CORRECTED.filter((name) => stage.has(name))
  return given.map((name) => differs(recorded(name), `s.${name}`)).join(' OR ') || 'FALSE'
}

const AREA_FIELDS = [
  ['deed', 'deed_m2'],
  ['survey', 'survey_m2'],
  ['planning', 'planning_m2'],
] as const

/** Areas, boundaries and holders that a row says otherwise than they are recorded. */
export function changedLists(stage: Stage): string {
  const last = (kind: string, column: string) =>
    `(SELECT x.${column} FROM asset_areas x WHERE x.asset_id = t.id AND x.kind = '${kind}' ORDER BY x.valid_from DESC, x.id DESC LIMIT 1)`
  const areas = AREA_FIELDS.flatMap(([kind, field]) =>
    stage.columns.includes(field) ? [differs(last(kind, 'm2'), `s.${field}`)] : []
  )
  const written = differs(last('deed', 'as_written'), 's.deed_written')
  const side = (name: string, column: string) =>
    `(SELECT x.${column} FROM asset_boundaries x WHERE x.asset_id = t.id AND x.side = '${name}' AND x.valid_to IS NULL ORDER BY x.seq LIMIT 1)`
  const sides = SIDE_NAMES.flatMap((name) => [
    ...(stage.has(name) ? [differs(side(name, 'neighbour_text'), `s.${name}`)] : []),
    ...(stage.has(`${name}_m`) ? [differs(side(name, 'length_deed_m'), `s.${name}_m`)] : []),
  ])
  const holders = CUSTODIES.filter((kind) => stage.has(`custody_${kind}`)).map(
    (kind) => `(s.custody_${kind} IS NOT NULL AND ${holder(kind)} IS NULL)`
  )
  const hasDeed =
    stage.has('deed_feddan') || stage.has('feddan') || stage.has('qirat') || stage.has('sahm')
  return [...areas, ...(hasDeed ? [written] : []), ...sides, ...holders].join(' OR ') || 'FALSE'
}

/** Who holds an asset in a way, where anybody is known to. */
const holder = (kind: string) =>
  `(SELECT x.authority_name FROM custodies x WHERE x.asset_id = t.id AND x.kind = '${kind}' AND x.valid_to = '9999-12-31' AND x.authority_name <> 'غير معلوم' LIMIT 1)`

/** Compares the rows of recorded assets with what stands: conflict, updated or unchanged. */
export async function judgeRecordedAssets(stage: Stage): Promise<void> {
  const guarded = GUARDED.filter(([name]) => name === 'class_id' || stage.has(name)).map(
    ([name, value, vague]) => ({
      field: name === 'class_id' ? 'class' : name,
      when: `(${differs(`t.${name}`, value)} AND NOT ${vague})`,
      was:
        name === 'class_id'
          ? '(SELECT c.name_ar FROM asset_classes c WHERE c.id = t.class_id)'
          : `t.${name}`,
      value:
        name === 'class_id'
          ? '(SELECT c.name_ar FROM asset_classes c WHERE c.id = s.class_id)'
          : value,
    })
  )
  for (const kind of CUSTODIES.filter((one) => stage.has(`custody_${one}`))) {
    const value = `s.custody_${kind}`
    guarded.push({
      field: `custody_${kind}`,
      when: `(${value} IS NOT NULL AND ${holder(kind)} <> ${value})`,
      was: holder(kind),
      value,
    })
  }
  for (const { field, when, was, value } of guarded) {
    await stage.verdict(
      `SELECT s.seq, ${VERDICT.rejected}, 'needs_transaction', '${field}', LEFT(${value}, 190), LEFT(${was}, 190), NULL
       FROM import_stage s JOIN ${RECORDED} LEFT JOIN import_verdicts x ON x.seq = s.seq
       WHERE x.seq IS NULL AND ${when}`
    )
  }
  const changed = [changedFacts(stage), changedLists(stage), OTHER_SHAPE].join(' OR ')
  await stage.verdict(
    `SELECT s.seq, IF(${changed}, ${VERDICT.updated}, ${VERDICT.unchanged}), NULL, NULL, NULL, NULL, t.id
     FROM import_stage s JOIN ${RECORDED} LEFT JOIN import_verdicts x ON x.seq = s.seq WHERE x.seq IS NULL`
  )
}
