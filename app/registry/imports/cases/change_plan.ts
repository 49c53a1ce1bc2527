import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Stage } from '#core/imports/stage'
import { casesAt, placeRule, samePlace, type CaseHere } from '#registry/encroachments/same_place'
import { bbox, type Shape } from '#registry/geo/shape'
import { Cells } from '#registry/imports/land/neighbourhood'
import { newRows, shapeOfRow } from '#registry/imports/cases/ground'
import { figure } from '#registry/rules/finding'

/** A row of the stage, as changes use it. */
export interface ChangeRow {
  seq: number
  unit_id: number
  change_no: string
  detected_on: Day
  kind: string
  ground: string
  place: string | null
  occupier: string | null
  area_m2: string | null
  licence_no: string | null
  note: string | null
  shape_hex: string | null
}

/** What becomes of a change. `as`: the earlier row of the file whose case it joins. */
export type ChangePlan =
  | { outcome: 'opened' }
  | { outcome: 'joined' | 'reopened'; caseId: number }
  | { outcome: 'joined'; as: number }

const plans = new WeakMap<Stage, Map<number, ChangePlan>>()

/** What was judged of the new rows of this stage, by `seq`. */
export const plansOf = (stage: Stage): ReadonlyMap<number, ChangePlan> => plans.get(stage)!

/**
 * Decides what becomes of each new row: the case that carries its number, else the open case of its
 * place, else a removed one of its place (a relapse when the change is later than the removal), else the
 * case of an earlier row of the file, else a case of its own. The figures are told with the check.
 */
export async function planChanges(stage: Stage): Promise<void> {
  const { trx, scope } = stage
  const rule = await placeRule({ unitId: scope.id, trx })
  const within = new Set(scope.ids.values())
  const numbered = await casesByNumber(stage)
  const plan = new Map<number, ChangePlan>()
  const before = new EarlierRows()
  const reopened = new Map<number, number>()
  const count = { opened: 0, joined: 0, reopened: 0, licensed: 0, nowhere: 0 }
  for await (const row of newRows<ChangeRow>(stage)) {
    const shape = shapeOfRow(row)
    const known = numbered.get(row.change_no)
    const here = shape && !known ? await casesAt(shape, rule, trx) : []
    const found = here.find(({ unitId }) => within.has(unitId))
    const decided = decide(row, { known, found, reopened })
    const earlier = decided.outcome === 'opened' && shape && before.at(shape, rule)
    const final: ChangePlan = earlier ? { outcome: 'joined', as: earlier } : decided
    if (final.outcome === 'opened' && shape) before.add(Number(row.seq), shape)
    if (final.outcome === 'reopened') reopened.set(final.caseId, Number(row.seq))
    plan.set(Number(row.seq), final)
    count[final.outcome]++
    if (row.licence_no) count.licensed++
    if (!shape) count.nowhere++
  }
  plans.set(stage, plan)
  tell(stage, count)
}

function decide(
  row: ChangeRow,
  {
    known,
    found,
    reopened,
  }: { known?: number; found?: CaseHere; reopened: ReadonlyMap<number, number> }
): ChangePlan {
  if (known) return { outcome: 'joined', caseId: known }
  if (!found) return { outcome: 'opened' }
  // An image of before the removal shows what was removed.
  const isRelapse =
    found.status === 'removed' && row.detected_on > found.statusSince && !reopened.has(found.id)
  return { outcome: isRelapse ? 'reopened' : 'joined', caseId: found.id }
}

/** Cases that people opened by the number of a change. */
async function casesByNumber(stage: Stage): Promise<Map<string, number>> {
  const rows: { id: number; change_no: string }[] = await stage.sql(
    `SELECT c.id, s.change_no FROM import_stage s
     JOIN encroachment_cases c ON c.source = 'change_detection' AND c.source_ref = s.change_no
     WHERE c.unit_id IN (${[...stage.scope.ids.values()].join(', ')})`
  )
  return new Map(rows.map(({ id, change_no: number }) => [number, Number(id)]))
}

/** The rows of the file that open cases, found again by their place. */
class EarlierRows {
  readonly #cells = new Cells([])
  readonly #rows: { seq: number; shape: Shape }[] = []

  add(seq: number, shape: Shape): void {
    this.#cells.add(this.#rows.push({ seq, shape }) - 1, bbox(shape))
  }

  at(shape: Shape, rule: Parameters<typeof samePlace>[2]): number | null {
    const [w, s, e, n] = bbox(shape)
    const more = rule.metres / 95_000
    const near = new Set(this.#cells.near([w - more, s - more, e + more, n + more]))
    for (const index of [...near].sort((a, b) => a - b)) {
      const { seq, shape: other } = this.#rows[index]!
      if (samePlace(shape, other, rule) !== null) return seq
    }
    return null
  }
}

function tell(stage: Stage, count: Record<string, number>): void {
  const said: Record<string, [string, string]> = {
    opened: ['تفتح ملفات تعد جديدة', 'open new cases'],
    joined: ['تُضم إلى ملفات قائمة', 'join cases that are there'],
    reopened: ['تعيد فتح ملفات أُزيلت (عودة التعدي)', 'open removed cases again (relapse)'],
    licensed: ['لها رقم ترخيص في الكشف، ويفصل فيها التصنيف', 'name a licence: screening decides'],
    nowhere: [
      'بلا إحداثيات، فلا تقارن بموضع',
      'have no coordinates and are compared with no place',
    ],
  }
  for (const [key, [ar, en]] of Object.entries(said)) {
    const times = figure(count[key]!)
    if (count[key])
      stage.warnings.push(
        sentence(`متغيرات ${ar}: ${times.ar}.`, `Changes that ${en}: ${times.en}.`)
      )
  }
}
