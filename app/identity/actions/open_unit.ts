import { cleanText } from '#core/arabic'
import { today } from '#core/fiscal'
import { within } from '#core/within'
import { UnitClosedError, UnitCodeTakenError } from '#identity/errors'
import Unit, { type UnitAct } from '#identity/models/unit'
import UnitChange from '#identity/models/unit_change'
import { UnitTree } from '#identity/models/unit_tree'

export interface NewUnit {
  parentId: number
  /** What follows the parent's code, `SNR` under `EG-FYM`. */
  codePart: string
  kind: string
  nameAr: string
  nameEn: string
}

/** Opens a unit under another. Its code begins with the parent's and never changes again. */
export default class OpenUnit {
  /** @throws UnitClosedError, UnitCodeTakenError */
  async handle(input: NewUnit, act: UnitAct): Promise<Unit> {
    return within(act.trx, async (trx) => {
      await UnitTree.lock(trx)
      const parent = await Unit.findOrFail(input.parentId, { client: trx })
      if (!parent.isOpen) throw new UnitClosedError(parent.code)
      const code = `${parent.code}-${input.codePart.toUpperCase()}`
      if (await Unit.findBy('code', code, { client: trx })) throw new UnitCodeTakenError(code)

      const names = { nameAr: cleanText(input.nameAr), nameEn: cleanText(input.nameEn) }
      const unit = await Unit.create(
        {
          code,
          kind: input.kind,
          ...names,
          parentId: parent.id,
          openedOn: act.on ?? today(),
          closedOn: null,
          searchText: Unit.searchTextOf({ code, ...names }),
        },
        { client: trx }
      )
      await UnitTree.add(unit.id, parent.id, trx)
      await UnitChange.keep('open', unit, {}, { ...act, trx })
      return unit
    })
  }
}
