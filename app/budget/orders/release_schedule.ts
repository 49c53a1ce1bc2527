import db from '@adonisjs/lucid/services/db'
import { FiscalYear, type Month } from '#core/fiscal'
import { Money } from '#core/money'
import { datedSetting } from '#core/settings'
import { CARRIED } from '#budget/balances/carried'
import type Budget from '#budget/models/budget'
import { dueParts, releasedByPart, type ReleasePlan } from '#budget/orders/plans'

/** What the plan has released of a bab by the end of each month of the year. */
export interface ScheduledChapter {
  code: string
  name: string
  /** Into how many parts its credit is released. */
  parts: number
  appropriated: Money
  /** Of it, what came over from the year before with its commitments, released there. */
  carried: Money
  released: Money
  due: Money[]
}

/**
 * The plan of releases (خطة الإفراج) of a budget as its lines stand now: each line's credit in its parts,
 * added up by bab. An order by plan brings the lines to what is due here.
 */
export async function releaseSchedule(
  { id, unitId, fiscalYear }: Budget,
  locale: string
): Promise<{ months: Month[]; legalReference: string; chapters: ScheduledChapter[] }> {
  const year = FiscalYear.of(fiscalYear)
  const { value: plan, legalReference } = await datedSetting<ReleasePlan>('budget.release.plan', {
    on: year.first,
    unitId,
  })
  const [rows] = await db.rawQuery(
    `SELECT k.code, ${locale === 'en' ? 'k.name_en' : 'k.name_ar'} AS name, b.appropriated, b.released,
       ${CARRIED} AS carried
     FROM budget_lines l JOIN budget_balances b ON b.line_id = l.id JOIN budget_codes c ON c.id = l.code_id
     JOIN budget_codes k ON k.id = COALESCE(c.chapter_id, c.id)
     WHERE l.budget_id = ? AND l.side = 'use' ORDER BY k.code, l.id`,
    [id]
  )
  const chapters = new Map<string, ScheduledChapter>()
  for (const row of rows as Record<
    'code' | 'name' | 'appropriated' | 'carried' | 'released',
    string
  >[]) {
    const { code, name } = row
    const parts = plan.chapters?.[code] ?? plan.parts
    const one = chapters.get(code) ?? {
      ...{ code, name, parts, appropriated: Money.zero },
      ...{ carried: Money.zero, released: Money.zero },
      due: year.months.map(() => Money.zero),
    }
    const [appropriated, carried] = [Money.of(row.appropriated), Money.of(row.carried)]
    const byPart = releasedByPart(appropriated, carried, parts)
    one.appropriated = one.appropriated.add(appropriated)
    one.carried = one.carried.add(carried)
    one.released = one.released.add(Money.of(row.released))
    one.due = one.due.map((due, index) => due.add(byPart[dueParts(index, parts) - 1]!))
    chapters.set(code, one)
  }
  return { months: [...year.months], legalReference, chapters: [...chapters.values()] }
}
