import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { VERDICT, type Stage } from '#core/imports/stage'
import { allows } from '#registry/encroachments/life'
import {
  casesAt,
  placeRule,
  samePlace,
  type CaseHere,
  type PlaceRule,
} from '#registry/encroachments/same_place'
import { bbox, type Shape } from '#registry/geo/shape'
import { newRows, rejectRows, shapeOfRow, type Rejected } from '#registry/imports/cases/ground'
import { meets } from '#registry/imports/land/neighbourhood'
import {
  metres,
  otherRequest,
  outsideWindow,
  rightOnGround,
  sameName,
  wrongFees,
  type Refusal,
} from '#registry/imports/cases/request_checks'
import { figure } from '#registry/rules/finding'

/** A row of the stage, as requests use it. */
export interface RequestRow {
  seq: number
  row_no: number
  unit_id: number
  portal_no: string
  applicant: string
  filed_on: Day
  ground: 'agricultural' | 'built'
  asked_m2: string
  place: string | null
  asset_id: number | null
  carried_over: number
  prior_no: string | null
  fee_paid: string | null
  fee_paid_on: Day | null
  fee_receipt_no: string | null
  portal_state: string | null
  state_on: Day | null
  shape_hex: string | null
}

/** `alone`: the case of its ground is under removal or in court, which the request freezes. */
export type RequestPlan =
  { outcome: 'opened' } | { outcome: 'alone' } | { outcome: 'joined'; caseId: number }

const plans = new WeakMap<Stage, Map<number, RequestPlan>>()

/** What was judged of the new rows of this stage, by `seq`. */
export const requestPlansOf = (stage: Stage): ReadonlyMap<number, RequestPlan> => plans.get(stage)!

/**
 * Judges each new request (time of filing, tariff, other requests, rights, applicant) and decides
 * whether it joins the case of its ground or opens one. Refused rows come back corrected in a next file.
 */
export async function planRequests(stage: Stage): Promise<void> {
  const rule = await placeRule({ unitId: stage.scope.id, trx: stage.trx })
  const plan = new Map<number, RequestPlan>()
  const rejected: Rejected[] = []
  const earlier: { row: RequestRow; shape: Shape }[] = []
  const taken = new Set<number>()
  const count = { opened: 0, joined: 0, alone: 0 }
  for await (const row of newRows<RequestRow>(stage)) {
    const seq = Number(row.seq)
    const shape = shapeOfRow(row)
    const refused = (await judge(row, shape, stage)) ?? (shape && inFile(shape, earlier, rule))
    const decided = refused ?? (await placed(row, shape, { stage, rule, taken }))
    if ('code' in decided) {
      rejected.push({ seq, ...decided })
      continue
    }
    plan.set(seq, decided)
    count[decided.outcome]++
    if (decided.outcome === 'joined') taken.add(decided.caseId)
    if (shape) earlier.push({ row, shape })
  }
  plans.set(stage, plan)
  await rejectRows(stage, rejected)
  tell(stage, count)
  await tellChanges(stage)
}

async function judge(
  row: RequestRow,
  shape: Shape | null,
  { trx }: Stage
): Promise<Refusal | null> {
  return (
    (await outsideWindow(row, trx)) ??
    (await wrongFees(row, trx)) ??
    (shape && (await otherRequest(row, shape, trx))) ??
    (await rightOnGround(row, shape, trx))
  )
}

function inFile(
  shape: Shape,
  earlier: readonly { row: RequestRow; shape: Shape }[],
  rule: PlaceRule
): Refusal | null {
  const box = bbox(shape)
  for (const { row, shape: other } of earlier) {
    if (!meets(box, bbox(other), 0)) continue
    const shared = samePlace(shape, other, rule)
    if (shared === null) continue
    return {
      ...{ code: 'overlaps_in_file', field: 'geometry' },
      ...{ value: String(row.row_no), recorded: metres(shared) },
    }
  }
  return null
}

async function placed(
  row: RequestRow,
  shape: Shape | null,
  { stage, rule, taken }: { stage: Stage; rule: PlaceRule; taken: ReadonlySet<number> }
): Promise<RequestPlan | Refusal> {
  const here = shape ? await casesAt(shape, rule, stage.trx) : await casesOfAsset(row, stage)
  const within = new Set(stage.scope.ids.values())
  const found = here.find(
    ({ id, unitId, status }) => within.has(unitId) && status !== 'removed' && !taken.has(id)
  )
  if (!found) return { outcome: 'opened' }
  const live = await stage.trx
    .from('legalisation_files')
    .where({ case_id: found.id, status: 'active' })
    .first()
  if (live) return { code: 'case_has_request', field: 'portal_no', value: live.portal_no }
  const { caseNo, occupierName } = found
  if (occupierName !== 'غير معلوم' && !sameName(row.applicant, occupierName)) {
    const recorded = `رقم ${caseNo}: «${occupierName}»`
    return { code: 'applicant_differs', field: 'applicant', value: row.applicant, recorded }
  }
  const mayFile = found.status === 'detected' || allows('file', found.status)
  return mayFile ? { outcome: 'joined', caseId: found.id } : { outcome: 'alone' }
}

/** Open cases of the asset that a request without an outline names. */
async function casesOfAsset(
  { asset_id: assetId }: RequestRow,
  { trx }: Stage
): Promise<CaseHere[]> {
  if (!assetId) return []
  const rows = await trx
    .from('encroachment_cases')
    .where('asset_id', assetId)
    .whereNull('closed_on')
    .orderBy('id')
  return rows.map((row: Record<string, any>) => ({
    ...{ id: Number(row.id), unitId: Number(row.unit_id), caseNo: row.case_no, status: row.status },
    ...{ statusSince: row.status_since, occupierName: row.occupier_name, shared: 0 },
  }))
}

function tell(stage: Stage, count: Record<string, number>): void {
  const said: Record<string, [string, string]> = {
    opened: ['تفتح ملفات تعد على طريق التقنين', 'open cases on the way of legalisation'],
    joined: ['تُضم إلى ملفات تعد قائمة', 'join cases that are there'],
    alone: [
      'على أرض تحت الإزالة أو القضاء: تسجل وحدها وتوقف الإزالة (ق20)',
      'lie on ground under removal or in court: they stand alone and freeze it (R20)',
    ],
  }
  for (const [key, [ar, en]] of Object.entries(said)) {
    const times = figure(count[key]!)
    if (!count[key]) continue
    stage.warnings.push(sentence(`طلبات ${ar}: ${times.ar}.`, `Requests that ${en}: ${times.en}.`))
  }
}

/** Flags the known requests of which the portal says something else than last time. */
async function tellChanges(stage: Stage): Promise<void> {
  const rows: { was: string | null; now: string; n: number; example: string }[] = await stage.sql(
    `SELECT t.portal_state AS was, s.portal_state AS now, COUNT(*) AS n, MIN(s.portal_no) AS example
     FROM import_verdicts x JOIN import_stage s ON s.seq = x.seq JOIN legalisation_files t ON t.id = x.record_id
     WHERE x.verdict = ${VERDICT.updated} AND s.portal_state IS NOT NULL AND NOT (t.portal_state <=> s.portal_state) GROUP BY was, now ORDER BY n DESC`
  )
  for (const { was, now, n, example } of rows) {
    const times = figure(Number(n))
    const [ar, en] = [STATE_WORDS[now]!, now]
    stage.warnings.push(
      sentence(
        `تغيرت حالتها بالمنصة من «${was ? STATE_WORDS[was] : '—'}» إلى «${ar}»: ${times.ar}، منها ${example}.`,
        `The portal's state changed from ${was ?? 'nothing'} to ${en}: ${times.en}, among them ${example}.`
      )
    )
  }
}

/** Names of the portal's states for the timeline and the check. */
export const STATE_WORDS: Readonly<Record<string, string>> = {
  filed: 'مقدم',
  paid: 'سددت رسومه',
  inspected: 'عوين',
  valued: 'قدر سعره',
  accepted: 'مقبول',
  rejected: 'مرفوض',
  grieved: 'متظلم منه',
  contracted: 'حرر عقده',
  settled: 'مقنن',
  withdrawn: 'عُدل عنه',
}
