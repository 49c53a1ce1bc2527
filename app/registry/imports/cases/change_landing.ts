import type { Stage } from '#core/imports/stage'
import OpenCase from '#registry/encroachments/actions/open_case'
import ReopenCase from '#registry/encroachments/actions/reopen_case'
import type { CaseKind, Ground } from '#registry/encroachments/kinds'
import { noteOn } from '#registry/encroachments/timeline'
import { plansOf, type ChangePlan, type ChangeRow } from '#registry/imports/cases/change_plan'
import { newRows, shapeOfRow } from '#registry/imports/cases/ground'

const KIND_WORDS: Record<string, string> = {
  building: 'بناء',
  added_floor: 'تعلية',
  fence: 'سور',
  cultivation: 'زراعة',
  excavation: 'حفر وتجريف',
  fill: 'ردم',
  occupation: 'إشغال',
  other: 'متغير',
}

/** Records the new changes in the order of the file, each with its case. */
export async function landChanges(stage: Stage): Promise<void> {
  const plans = plansOf(stage)
  const cases = new Map<number, number>()
  const ids: number[] = []
  for await (const row of newRows<ChangeRow>(stage)) {
    const seq = Number(row.seq)
    const plan = plans.get(seq)!
    const caseId = await landOne(stage, row, plan, cases)
    cases.set(seq, caseId)
    ids.push(await keepChange(stage, row, plan.outcome, caseId))
    if (ids.length % 50 === 0) await stage.progress(ids.length)
  }
  if (ids.length > 0) stage.landed = { first: ids[0]!, last: ids.at(-1)! }
}

async function landOne(
  stage: Stage,
  row: ChangeRow,
  plan: ChangePlan,
  cases: ReadonlyMap<number, number>
): Promise<number> {
  const { trx, importId, by } = stage
  const said = sayingOf(row)
  if (plan.outcome === 'opened') {
    const kase = await new OpenCase().handle(
      {
        unitId: Number(row.unit_id),
        source: 'change_detection',
        sourceRef: row.change_no,
        kind: row.kind as CaseKind,
        ground: row.ground as Ground,
        description: said,
        place: row.place,
        occupierName: row.occupier,
        shape: shapeOfRow(row),
        areaM2: row.area_m2,
        detectedOn: row.detected_on,
        importId,
      },
      { by, trx }
    )
    if (row.licence_no) await noteOn(kase.id, licenceSaid(row), by, trx)
    return kase.id
  }
  const caseId = 'as' in plan ? cases.get(plan.as)! : plan.caseId
  if (plan.outcome === 'reopened') {
    const facts = { changeNo: row.change_no, importId }
    await new ReopenCase().relapse(caseId, { by, on: row.detected_on, note: said, facts, trx })
  } else await noteOn(caseId, `${said} — ضُم إلى هذا الملف لوحدة الموضع.`, by, trx)
  if (row.licence_no) await noteOn(caseId, licenceSaid(row), by, trx)
  return caseId
}

function sayingOf({ change_no: no, kind, place, note, detected_on: on }: ChangeRow): string {
  const where = [place, note].filter(Boolean).join(' — ')
  return `متغير مكاني رقم ${no} في ${on}: ${KIND_WORDS[kind]}${where ? ` — ${where}` : ''}`.slice(
    0,
    900
  )
}

const licenceSaid = ({ licence_no: no }: ChangeRow) =>
  `في كشف المتغيرات أنه مرخص برقم ${no}؛ يتحقق منه عند التصنيف.`

async function keepChange(
  { importId, trx }: Stage,
  row: ChangeRow,
  outcome: string,
  caseId: number
): Promise<number> {
  const [made] = await trx.rawQuery(
    `INSERT INTO spatial_changes (unit_id, change_no, detected_on, kind, ground, place, licence_no, note, area_m2, shape,
       outcome, case_id, import_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, IF(? IS NULL, NULL, ST_GeomFromWKB(UNHEX(?))), ?, ?, ?)`,
    [
      ...[row.unit_id, row.change_no, row.detected_on, row.kind, row.ground, row.place],
      ...[row.licence_no, row.note, row.area_m2, row.shape_hex, row.shape_hex],
      ...[outcome, caseId, importId],
    ] as never[]
  )
  return Number(made.insertId)
}
