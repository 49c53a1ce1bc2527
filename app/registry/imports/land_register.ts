import { fold } from '#core/arabic'
import { sentence } from '#core/domain_error'
import type { ImportDefinition } from '#core/imports/definition'
import { askCompleteness } from '#registry/imports/completeness'
import { judgeRecordedAssets } from '#registry/imports/land/compare'
import { gatherCorners } from '#registry/imports/land/corners'
import { DERIVED, deriver, FILLS } from '#registry/imports/land/derive'
import { drawnRows } from '#registry/imports/land/drawn_rows'
import { landFields } from '#registry/imports/land/fields'
import { judgeGround } from '#registry/imports/land/ground'
import { landNewAssets } from '#registry/imports/land/land_new'
import { landUpdatedAssets } from '#registry/imports/land/land_updates'
import {
  findAssets,
  judgeMatches,
  judgeRepeats,
  rejectFound,
  rejectTaken,
  tellNameless,
} from '#registry/imports/land/match'
import { landReasons } from '#registry/imports/land/reasons'
import { begin, stateOf, type LandClass } from '#registry/imports/land/state'
import { undoLand } from '#registry/imports/land/undo_land'
import { noteSeen, tellVanished } from '#registry/imports/land/vanished'
import { figure } from '#registry/rules/finding'
import { ruleParameters, shapeRules } from '#registry/rules/parameters'
import type { Trx } from '#core/within'

/**
 * سجل الأراضي والأصول: a row for each asset of any class, with or without its outline. Rows find the
 * recorded asset by permanent code, national number, the unit's own number, basin and plot, or the
 * ground they share; the others become new assets. Rules R1 to R5 speak of every outline.
 */
const landRegister: ImportDefinition = {
  kind: 'land-register',
  labels: sentence('سجل الأراضي والأصول', 'Register of land and assets'),
  permission: 'registry.assets.manage',
  needsApproval: true,
  fields: landFields,
  derived: DERIVED,
  fills: FILLS,
  totals: [],
  reasons: landReasons,
  gather: gatherCorners,

  async open({ trx, scope }) {
    const asked = { unitId: scope.id, trx }
    const [R4, R5] = [await ruleParameters('R4', asked), await ruleParameters('R5', asked)]
    const state = { rules: { ...(await shapeRules(asked)), R4, R5 }, shapes: [], noted: new Map() }
    begin(trx, state)
    return deriver({ state, classOf: await landClasses(trx) })
  },

  async judge(stage) {
    await findAssets(stage)
    await judgeMatches(stage)
    await judgeRepeats(stage)
    await judgeGround(stage)
    await rejectFound(stage)
    await rejectTaken(stage)
    await judgeRecordedAssets(stage)
    await tellNameless(stage)
    await tellVanished(stage)
    for (const [rule, { count, example }] of stateOf(stage).noted) {
      const times = figure(count)
      stage.warnings.push(
        sentence(
          `قاعدة ${rule}: تنبيه في ${times.ar} من الصفوف، أولها: ${example.ar}`,
          `Rule ${rule}: ${times.en} notes, the first: ${example.en}`
        )
      )
    }
  },

  async land(stage) {
    await landNewAssets(stage)
    await landUpdatedAssets(stage)
    await askCompleteness(stage)
  },

  seen: noteSeen,

  draw: drawnRows,

  undo: undoLand,
}

export default landRegister

/** The classes by code, last part of the code, and names in either language. */
export async function landClasses(trx: Trx): Promise<(name: string) => LandClass | undefined> {
  const [rows] = await trx.rawQuery(
    'SELECT id, code, name_ar, name_en, subtype, letter, geometries FROM asset_classes'
  )
  const known = new Map<string, LandClass>()
  for (const row of rows) {
    const geometries =
      typeof row.geometries === 'string' ? JSON.parse(row.geometries) : row.geometries
    const found: LandClass = {
      id: String(row.id),
      nameAr: row.name_ar,
      nameEn: row.name_en,
      subtype: row.subtype,
      letter: row.letter,
      geometries,
    }
    for (const name of [row.name_ar, row.name_en, row.code, row.code.split('.').at(-1)]) {
      if (!known.has(fold(name))) known.set(fold(name), found)
    }
  }
  const cache = new Map<string, LandClass | undefined>()
  return (name) => {
    if (!cache.has(name)) {
      if (cache.size > 1000) cache.clear()
      cache.set(name, known.get(fold(name)))
    }
    return cache.get(name)
  }
}
