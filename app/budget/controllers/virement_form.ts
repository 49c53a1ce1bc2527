import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import { unitChoice } from '#core/lists/unit_choice'
import { Money } from '#core/money'
import { linesOffered } from '#budget/queries/lines'
import { virementInput } from '#budget/validators'
import type { AskedLine } from '#budget/virements/judged_lines'

export const MANAGE = 'budget.virements.manage'

interface TypedLine {
  line_id?: number
  take?: Money
  give?: Money
}

/** What was typed; cells of rows that were left empty are no values. */
export function readVirement({ request }: HttpContext) {
  const all = request.body()
  const rows: unknown[] = Array.isArray(all.lines) ? all.lines : []
  const lines = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row ?? {}).filter(([, value]) => value !== '' && value !== null)
    )
  )
  return request.validateUsing(virementInput, { data: { ...all, lines } })
}

/** Rows without a line or amount are left out; what is taken counts below zero. */
export function askedOf({ lines }: { lines: TypedLine[] }): AskedLine[] {
  return lines.flatMap(({ line_id: lineId, take, give }) => {
    const amount = (give ?? Money.zero).subtract(take ?? Money.zero)
    return lineId && !amount.isZero() ? [{ lineId, amount }] : []
  })
}

/** The form with what was typed and, once simulated, what it would do. */
export async function virementForm(
  ctx: HttpContext,
  typed: Record<string, any>,
  simulated: object | null = null
) {
  const { auth, view, i18n } = ctx
  const lines = await linesOffered(auth.getUserOrFail(), MANAGE, {
    locale: i18n.locale as Locale,
    unitId: Number(typed.unit) || null,
  })
  const rows = [...(typed.lines ?? [])]
  while (rows.length < 6) rows.push({})
  const unit = await unitChoice(ctx, MANAGE)
  return view.render('pages/budget/virements/create', { lines, rows, typed, unit, simulated })
}
