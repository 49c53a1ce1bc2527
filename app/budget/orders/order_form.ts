import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import { fiscalDate, money, month } from '#core/validators'
import { ORDER_KINDS, type OrderKind } from '#budget/orders/effects'
import type { OrderLineInput } from '#budget/orders/plans'
import { OrderLinesError } from '#budget/plan/errors'

/** Rows of the form; an order of more lines comes by plan. */
const ROWS = 12

const newOrder = vine.create({
  kind: vine.enum(Object.keys(ORDER_KINDS) as OrderKind[]),
  month: month().optional(),
  lines: vine
    .array(
      vine.object({
        line: vine.string().trim().maxLength(600).optional(),
        amount: money({ negative: true }).optional(),
      })
    )
    .maxLength(50)
    .optional(),
  reason: vine.string().trim().minLength(3).maxLength(500),
  decision_no: vine.string().trim().maxLength(60).optional(),
  decision_on: fiscalDate({ notAfterToday: true }).optional(),
  decision_authority: vine.string().trim().maxLength(160).optional(),
  is_released: vine.accepted().optional(),
})

/** What was typed; cells of rows that were left empty are no values. */
export function readOrder({ request }: HttpContext) {
  const all = request.body()
  const rows: unknown[] = Array.isArray(all.lines) ? all.lines : []
  const lines = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row ?? {}).filter(([, value]) => value !== '' && value !== null)
    )
  )
  return request.validateUsing(newOrder, { data: { ...all, lines } })
}

/**
 * Lines as they were chosen: each text ends with the number of its line (`… #17`); rows left empty count
 * for nothing. @throws OrderLinesError where a text names no line, or a line has no amount
 */
export function typedLines(
  rows: readonly { line?: string; amount?: Money }[] = []
): OrderLineInput[] {
  return rows.flatMap(({ line, amount }) => {
    if (!line && !amount) return []
    const id = /#?(\d+)\s*$/.exec(line ?? '')?.[1]
    if (!id || !amount) throw unclear(line ?? String(amount))
    return [{ lineId: Number(id), amount }]
  })
}

function unclear(text: string) {
  return new OrderLinesError(
    sentence(
      `«${text}»: اختر البند من القائمة واكتب مبلغه بجواره.`,
      `"${text}": choose the line from the list and write its amount beside it.`
    ),
    { facts: { text } }
  )
}

/** The rows of the form, with what a refused one had in them. */
export function formRows(kept: unknown): { line?: string; amount?: string }[] {
  const rows = Array.isArray(kept) ? kept.slice(0, 50) : []
  while (rows.length < ROWS) rows.push({})
  return rows
}
