import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { UnitChangeSchema } from '#database/schema'
import { today } from '#core/fiscal'
import type { Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type Unit from '#identity/models/unit'
import type { UnitAct } from '#identity/models/unit'
import UnitModel from '#identity/models/unit'

export type UnitChangeKind = 'open' | 'rename' | 'move' | 'close' | 'reopen'

/** What a change may touch of a unit. */
export interface UnitPicture {
  nameAr: string
  nameEn: string
  parentId: number | null
  closedOn: string | null
}

const asJson = {
  prepare: (value: unknown) => JSON.stringify(value),
  consume: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value),
}

/** One step in the history of a unit: what it was, what it became, from which day, by whose decision. */
export default class UnitChange extends UnitChangeSchema {
  @column(asJson)
  // @ts-expect-error The generated class knows JSON only as text.
  declare beforeValue: Partial<UnitPicture>

  @column(asJson)
  // @ts-expect-error The generated class knows JSON only as text.
  declare afterValue: Partial<UnitPicture>

  @belongsTo(() => UnitModel)
  declare unit: BelongsTo<typeof UnitModel>

  static pictureOf({ nameAr, nameEn, parentId, closedOn }: Unit): UnitPicture {
    return { nameAr, nameEn, parentId: parentId ?? null, closedOn: closedOn ?? null }
  }

  /** Writes the step into the unit's history and into the trail, in the transaction of the change. */
  static async keep(
    kind: UnitChangeKind,
    unit: Unit,
    before: Partial<UnitPicture>,
    act: UnitAct & { trx: Trx }
  ): Promise<void> {
    const after = this.pictureOf(unit)
    await this.create(
      {
        unitId: unit.id,
        kind,
        effectiveOn: act.on ?? today(),
        beforeValue: before,
        afterValue: after,
        decisionNo: act.decisionNo ?? null,
        changedBy: act.by.id,
      },
      { client: act.trx }
    )
    await Trail.record(
      {
        action: `unit.${PAST[kind]}`,
        unitId: unit.id,
        subjectType: 'unit',
        subjectId: unit.id,
        label: unit.code,
        before,
        after,
        reason: act.decisionNo,
      },
      { by: act.by, trx: act.trx }
    )
  }
}

const PAST: Record<UnitChangeKind, string> = {
  open: 'opened',
  rename: 'renamed',
  move: 'moved',
  close: 'closed',
  reopen: 'reopened',
}
