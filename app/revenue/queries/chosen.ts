import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { unitField, unitMeant, unitsOffered, type UnitOption } from '#core/lists/units_offered'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'

/** The unit and month a page is about, and what may be chosen instead. */
export interface Chosen {
  unitId: number
  month: Month
  units: UnitOption[]
  /** The field the unit is chosen in, and what was wrong with what was typed there. */
  place: ReturnType<typeof placeOf>
}

/** The part of a request that the choice is read from. */
interface Asked {
  request: { input(name: string): unknown }
  i18n: { locale: string }
}

/**
 * Reads unit and month from the address; the route has proved that the unit may be seen. A name or code
 * that was typed (`place`) is looked for among the units he may see. Without a unit: the person's own
 * where he may see it, else the highest he may. Without a month: the last one reconciled there, else the
 * month before this one. Null when he may see no unit at all.
 */
export async function chosen(
  ctx: Asked,
  user: User,
  permission: Permission
): Promise<Chosen | null> {
  const units = await unitsOffered(user, permission, ctx.i18n.locale as Locale)
  const typed = textOf(ctx.request.input('place'))
  const meant = typed ? unitMeant(units, typed) : null
  const named = meant !== 'several' && meant ? Number(meant.value) : 0
  const asked = named || Number(ctx.request.input('unit')) || 0
  const own = user.homeUnitId !== null && user.can(permission, user.homeUnitId)
  const unitId = asked || (own ? Number(user.homeUnitId) : Number(units[0]?.value ?? 0))
  if (!unitId) return null
  return {
    unitId,
    month: monthAsked(ctx.request.input('month')) ?? (await lastMonth(unitId)),
    units,
    place: {
      ...(typed && !named
        ? unitField(units, permission, typed, null)
        : placeOf(units, permission, unitId)),
      error: !typed || named ? null : `core.list.${meant ? 'several_units' : 'unknown_choice'}`,
    },
  }
}

/** The field as it stands when this unit is chosen. */
export function placeOf(units: readonly UnitOption[], permission: Permission, unitId: number) {
  const unit = units.find(({ value }) => value === String(unitId)) ?? null
  return { ...unitField(units, permission, '', unit), error: null as string | null }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 200) : ''
}

function monthAsked(text: unknown): Month | null {
  return typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? Month.of(text) : null
}

async function lastMonth(unitId: number): Promise<Month> {
  const [[row]] = await db.rawQuery(
    `SELECT MAX(r.month) AS month FROM reconciliation_runs r
     JOIN unit_closure c ON (c.ancestor_id = r.unit_id AND c.descendant_id = ?)
       OR (c.descendant_id = r.unit_id AND c.ancestor_id = ?)
     WHERE r.state = 'done'`,
    [unitId, unitId]
  )
  return row?.month ? Month.containing(String(row.month).slice(0, 10)) : Month.current().previous()
}
