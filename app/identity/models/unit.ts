import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { UnitSchema } from '#database/schema'
import { fold } from '#core/arabic'
import { today, type Day } from '#core/fiscal'
import { Lockable } from '#core/lockable'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { visible, type Reader } from '#identity/access/visible'
import { UnitClosedError, UnitHasOpenChildrenError, UnitRootError } from '#identity/errors'
import UnitChange, { type UnitChangeKind } from '#identity/models/unit_change'

export interface UnitAct {
  by: Actor
  trx?: Trx
  /** The day from which it holds; today unless told. */
  on?: Day
  /** The decision (قرار) that orders it. */
  decisionNo?: string | null
}

/**
 * A unit of local government: ministry, governorate, its headquarters and directorates, markaz, city,
 * district, village unit. Its code never changes; its name and place may, and keep their history.
 */
export default class Unit extends compose(UnitSchema, Lockable) {
  @belongsTo(() => Unit, { foreignKey: 'parentId' })
  declare parent: BelongsTo<typeof Unit>

  @hasMany(() => Unit, { foreignKey: 'parentId' })
  declare children: HasMany<typeof Unit>

  @hasMany(() => UnitChange)
  declare changes: HasMany<typeof UnitChange>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'identity.units.read', 'units.id')
  }

  /** @throws E_ROW_NOT_FOUND */
  static withCode(code: string) {
    return this.findByOrFail('code', code)
  }

  /** The search form of a unit's code and names. */
  static searchTextOf(unit: { code: string; nameAr: string; nameEn: string }): string {
    return fold(`${unit.code} ${unit.nameAr} ${unit.nameEn}`).slice(0, 400)
  }

  get isOpen(): boolean {
    return this.closedOn === null || this.closedOn > today()
  }

  get isRoot(): boolean {
    return this.parentId === null
  }

  nameIn(locale: string): string {
    return locale === 'en' ? this.nameEn : this.nameAr
  }

  /** Gives the unit another name; the old one stays in its history and is still found by it. */
  async rename(names: { nameAr: string; nameEn: string }, act: UnitAct): Promise<void> {
    await this.#change('rename', act, async (unit) => {
      unit.merge(names)
      // People go on looking for a unit under the name they knew.
      const known = fold(`${unit.nameAr} ${unit.nameEn}`)
      unit.searchText = `${known} ${unit.searchText}`.slice(0, 400)
    })
  }

  /**
   * Ends the unit from a day on. What it owns stays its own and can still be read.
   * @throws UnitHasOpenChildrenError, UnitRootError, UnitClosedError
   */
  async close(act: UnitAct): Promise<void> {
    await this.#change('close', act, async (unit, trx) => {
      if (unit.isRoot) throw new UnitRootError()
      if (unit.closedOn !== null) throw new UnitClosedError(unit.code)
      const open = await Unit.query({ client: trx })
        .where('parent_id', unit.id)
        .whereNull('closed_on')
        .select('code')
      if (open.length > 0) throw new UnitHasOpenChildrenError(open.map((child) => child.code))
      unit.closedOn = act.on ?? today()
    })
  }

  async reopen(act: UnitAct): Promise<void> {
    await this.#change('reopen', act, async (unit) => {
      unit.closedOn = null
    })
  }

  async #change(
    kind: UnitChangeKind,
    act: UnitAct,
    apply: (unit: Unit, trx: Trx) => Promise<void>
  ): Promise<void> {
    await within(act.trx, async (trx) => {
      const unit = await this.lock(trx)
      const before = UnitChange.pictureOf(unit)
      await apply(unit, trx)
      if (!unit.$isDirty) return
      await unit.save()
      await UnitChange.keep(kind, unit, before, { ...act, trx })
      this.merge(unit.$attributes as never)
    })
  }
}
