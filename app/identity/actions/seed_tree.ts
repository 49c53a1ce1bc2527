import { fold } from '#core/arabic'
import type { Loaded } from '#core/reference'
import type { Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import Unit from '#identity/models/unit'
import { UnitTree } from '#identity/models/unit_tree'

interface Seed {
  kinds: readonly (readonly [code: string, ar: string, en: string])[]
  units: readonly {
    code: string
    kind: string
    nameAr: string
    nameEn: string
    parent: string | null
    nationalCode: string | null
  }[]
}

/**
 * Opens the units that are missing. Units already there keep the name and place that people gave them
 * since; only the names of kinds follow the seed.
 */
export default class SeedTree {
  async handle({ kinds, units }: Seed, trx: Trx): Promise<Loaded> {
    for (const [index, [code, ar, en]] of kinds.entries()) {
      await trx.rawQuery(
        `INSERT INTO unit_kinds (code, name_ar, name_en, sort_order) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE name_ar = VALUES(name_ar), name_en = VALUES(name_en),
           sort_order = VALUES(sort_order)`,
        [code, ar, en, index + 1]
      )
    }
    await UnitTree.lock(trx)
    const rows = await Unit.query({ client: trx }).select('id', 'code')
    const ids = new Map(rows.map((unit) => [unit.code, unit.id]))
    const missing = units.filter((unit) => !ids.has(unit.code))
    for (const { parent, ...facts } of missing) {
      const parentId = parent === null ? null : ids.get(parent)!
      const searchText = fold(`${facts.code} ${facts.nameAr} ${facts.nameEn}`)
      const unit = await Unit.create({ ...facts, parentId, searchText }, { client: trx })
      await UnitTree.add(unit.id, parentId, trx)
      ids.set(unit.code, unit.id)
    }
    await this.#leaveTrail(units[0]!.code, ids, missing, trx)
    return { created: missing.length, changed: 0, unchanged: units.length - missing.length }
  }

  /** One row for the whole load, in the chain of the root. */
  async #leaveTrail(
    root: string,
    ids: ReadonlyMap<string, number>,
    opened: readonly { code: string }[],
    trx: Trx
  ) {
    if (opened.length === 0) return
    await Trail.record(
      {
        action: 'units.seeded',
        unitId: ids.get(root)!,
        subjectType: 'unit',
        subjectId: ids.get(root)!,
        label: root,
        after: { count: opened.length, codes: opened.map((unit) => unit.code) },
      },
      { by: SYSTEM, trx }
    )
  }
}
