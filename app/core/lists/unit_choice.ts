import { errors } from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import type { Option } from '#core/lists/definition'
import {
  FEW_UNITS,
  unitMeant,
  unitText,
  unitsOffered,
  type UnitOption,
} from '#core/lists/units_offered'
import { viewerOf } from '#core/web/viewer'

/** The field of a form in which a unit is chosen, as `@!field.unit({ name, label, unit })` lays it out. */
export interface UnitChoice {
  /** Few are a list; of many a name or a code is typed, and the answer reads it (`readUnit`). */
  isFew: boolean
  options: Option[]
  /** The only unit there is to choose, when there is one. */
  only: string | null
  /** Where suggestions come from while letters are typed. */
  url: string
  /** The text of a unit by its id, or what was typed as it stands. */
  textOf(value: string): string
}

/** The open units where the person may do what the form does. */
export async function unitChoice(ctx: HttpContext, permission: string): Promise<UnitChoice> {
  const units = (await offered(ctx, [permission])).filter(({ isOpen }) => isOpen)
  const byId = new Map(units.map((unit) => [unit.value, unitText(unit)]))
  const isFew = units.length <= FEW_UNITS
  return {
    isFew,
    options: isFew ? units.map((unit) => ({ value: unit.value, label: unitText(unit) })) : [],
    only: units.length === 1 ? units[0]!.value : null,
    url: `/choices/units?open=1&permission=${encodeURIComponent(permission)}`,
    textOf: (value) => byId.get(value) ?? value,
  }
}

/**
 * Puts the id of the unit in the place of the name or code that was typed into a form. Ids stay as they
 * are: who may use them is judged by the door. Units where the person holds none of the permissions are
 * as unknown as those that do not exist.
 *
 * @throws E_VALIDATION_ERROR beside the field when nothing or several units are meant
 */
export async function readUnit(
  ctx: HttpContext,
  field: string,
  permissions: readonly string[]
): Promise<void> {
  const { request, i18n } = ctx
  const typed: unknown = request.input(field)
  if (typeof typed !== 'string' || /^\s*\d*\s*$/.test(typed)) return
  const meant = unitMeant(await offered(ctx, permissions), typed.slice(0, 200))
  if (!meant || meant === 'several') {
    const message = i18n.t(`core.list.${meant ? 'several_units' : 'unknown_choice'}`)
    throw new errors.E_VALIDATION_ERROR([{ field, rule: 'unit', message }])
  }
  if (field in request.qs()) request.updateQs({ ...request.qs(), [field]: meant.value })
  if (field in request.body()) request.updateBody({ ...request.body(), [field]: meant.value })
}

async function offered(ctx: HttpContext, permissions: readonly string[]): Promise<UnitOption[]> {
  const person = viewerOf(ctx)
  const units = new Map<string, UnitOption>()
  for (const permission of person ? permissions : []) {
    for (const unit of await unitsOffered(person!, permission, ctx.i18n.locale as Locale)) {
      units.set(unit.value, unit)
    }
  }
  return [...units.values()]
}
