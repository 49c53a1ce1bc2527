import db from '@adonisjs/lucid/services/db'
import { errors } from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { NotFoundError } from '#identity/errors'
import { keyText, ruleTable, type RuleTable, type RuleVersion } from '#rules/rule_table'
import { readValues, type Typed } from '#rules/read_values'
import type { Shape } from '#rules/shapes'

/** The table an address names. @throws NotFoundError */
export function tableAsked({ params }: HttpContext): RuleTable {
  const table = ruleTable(String(params.subject))
  if (!table) throw new NotFoundError()
  return table
}

/** The rule an address names by one of its versions, and its last version. @throws NotFoundError */
export async function ruleAsked(
  ctx: HttpContext
): Promise<{ table: RuleTable; one: RuleVersion; last: RuleVersion }> {
  const table = tableAsked(ctx)
  const all = await table.versions({}, db as never)
  const one = all.find(({ id }) => id === Number(ctx.params.id))
  if (!one) throw new NotFoundError()
  const last = all.findLast(({ key }) => keyText(key) === keyText(one.key))!
  return { table, one, last }
}

/**
 * What a form says of a rule, by its shape.
 * @throws errors.E_VALIDATION_ERROR naming each field that cannot be so
 */
export function valuesAsked(
  { i18n }: HttpContext,
  shape: Shape,
  typed: Typed,
  root?: string
): unknown {
  const { value, errors: wrong } = readValues(shape, typed, root)
  if (wrong.length === 0) return value
  const locale = i18n.locale as 'ar' | 'en'
  throw new errors.E_VALIDATION_ERROR(
    wrong.map(({ field, said }) => ({ field, rule: 'rule', message: said[locale] }))
  )
}
