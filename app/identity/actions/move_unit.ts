import { within } from '#core/within'
import { UnitClosedError, UnitRootError, UnitUnderItselfError } from '#identity/errors'
import Unit, { type UnitAct } from '#identity/models/unit'
import UnitChange from '#identity/models/unit_change'
import { UnitTree } from '#identity/models/unit_tree'

/**
 * Puts a unit, with all below it, under another parent. Its code stays; who was granted something on
 * the old parent loses sight of it at once, who was granted on the new one gains it.
 */
export default class MoveUnit {
  /** @throws UnitRootError, UnitUnderItselfError, UnitClosedError */
  async handle(input: { unitId: number; parentId: number }, act: UnitAct): Promise<Unit> {
    return within(act.trx, async (trx) => {
      await UnitTree.lock(trx)
      const unit = await Unit.query({ client: trx })
        .where('id', input.unitId)
        .forUpdate()
        .firstOrFail()
      const parent = await Unit.findOrFail(input.parentId, { client: trx })
      if (unit.isRoot) throw new UnitRootError()
      if (!parent.isOpen) throw new UnitClosedError(parent.code)
      if (await UnitTree.isWithin(parent.id, unit.id, trx)) {
        throw new UnitUnderItselfError(unit.code, parent.code)
      }
      if (unit.parentId === parent.id) return unit

      const before = UnitChange.pictureOf(unit)
      unit.parentId = parent.id
      await unit.save()
      await UnitTree.move(unit.id, parent.id, trx)
      await UnitChange.keep('move', unit, before, { ...act, trx })
      return unit
    })
  }
}
