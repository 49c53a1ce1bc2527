import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import type { Locale } from '#core/domain_error'
import { Money } from '#core/money'
import type Virement from '#budget/models/virement'
import { heldLines } from '#budget/virements/held_lines'
import { decisionNeeded, type Needed } from '#budget/virements/rules'
import { simulate, type Effect } from '#budget/virements/simulate'

export interface ShownLine {
  id: number
  name: string
  unit: string
  amount: Money
  appropriated: { before: Money; after: Money }
  available: { before: Money; after: Money }
}

/**
 * A virement as its page shows it: each line before and after. Of an approved one what its own movements
 * found and left, of any other what it would do now.
 */
export async function shownVirement(one: Virement, locale: Locale) {
  await one.load('lines')
  const amounts = new Map(one.lines.map(({ lineId, amount }) => [lineId, amount]))
  const held = await heldLines([...amounts.keys()], { lock: false, trx: db as never })
  const effects = simulate(held, amounts)
  const done = one.status === 'approved' ? await foundBy(one.id) : null
  const lines = effects.map((effect) => ({
    ...shownLine(effect, locale),
    ...done?.get(effect.line.id),
  }))
  const people = [one.madeBy, one.firstApprovedBy, one.approvedBy].filter((id) => id !== null)
  const rows = await db.from('users').whereIn('id', people).select('id', 'full_name as name')
  const names = new Map(rows.map(({ id, name }) => [Number(id), String(name)]))
  const name = (id: number | null) => (id === null ? null : names.get(id))
  const { scope, amount, unitId } = one
  const needed: Needed = await decisionNeeded(
    { scope: scope as never, amount },
    { on: one.effectiveOn ?? today(), unitId }
  )
  return {
    lines,
    needed,
    maker: name(one.madeBy),
    first: name(one.firstApprovedBy),
    approver: name(one.approvedBy),
  }
}

/** A line before and after, as a simulation has it. */
export function shownLine(effect: Effect, locale: Locale): ShownLine {
  const { line, amount, availableAfter, appropriatedAfter } = effect
  return {
    id: line.id,
    name: `${line.code} ${line[`name${suffix(locale)}`]}`,
    unit: line[`unit${suffix(locale)}`],
    amount,
    appropriated: { before: line.appropriated, after: appropriatedAfter },
    available: { before: line.available, after: availableAfter },
  }
}

const suffix = (locale: Locale) => (locale === 'en' ? 'En' : 'Ar') as 'En' | 'Ar'

/** What each line had before and after the virement's own movement, in the order of all movements. */
async function foundBy(id: number) {
  const [rows] = await db.rawQuery(
    `SELECT m.line_id AS lineId, m.appropriated, m.released,
       SUM(e.appropriated) AS total, SUM(e.released - e.frozen - e.reserved - e.committed - e.paid) AS available
     FROM budget_movements m JOIN budget_movements e ON e.line_id = m.line_id AND e.id <= m.id
     WHERE m.document_type = 'virement' AND m.document_id = ? GROUP BY m.id, m.line_id, m.appropriated, m.released`,
    [id]
  )
  return new Map(
    (rows as Record<string, any>[]).map((row) => {
      const [appropriated, available] = [Money.of(row.total), Money.of(row.available)]
      const [given, released] = [Money.of(row.appropriated), Money.of(row.released)]
      return [
        Number(row.lineId),
        {
          appropriated: { before: appropriated.subtract(given), after: appropriated },
          available: { before: available.subtract(released), after: available },
        },
      ]
    })
  )
}
