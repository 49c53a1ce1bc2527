import { today, type Day } from '#core/days'
import { landUpdates } from '#core/imports/landing'
import { VERDICT, type Stage } from '#core/imports/stage'
import { Money } from '#core/money'
import Legalise from '#registry/encroachments/actions/legalise'
import OpenCase from '#registry/encroachments/actions/open_case'
import { recordFile } from '#registry/encroachments/actions/record_file'
import ScreenCase from '#registry/encroachments/actions/screen_case'
import { moveCase } from '#registry/encroachments/move_case'
import { noteOn } from '#registry/encroachments/timeline'
import { newRows, shapeOfRow } from '#registry/imports/cases/ground'
import { keepCaseBefore, keepLastStep } from '#registry/imports/cases/request_before'
import { requestPlansOf, STATE_WORDS, type RequestRow } from '#registry/imports/cases/request_plan'
import { REQUEST } from '#registry/imports/cases/request_record'
import EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'

/** Records the new requests with their cases, then what known ones tell anew. */
export async function landRequests(stage: Stage): Promise<void> {
  const ids: number[] = []
  for await (const row of newRows<RequestRow>(stage)) {
    ids.push(await landOne(stage, row))
    if (ids.length % 50 === 0) await stage.progress(ids.length)
  }
  if (ids.length > 0) stage.landed = { first: Math.min(...ids), last: Math.max(...ids) }
  await landKnown(stage)
}

async function landOne(stage: Stage, row: RequestRow): Promise<number> {
  const plan = requestPlansOf(stage).get(Number(row.seq))!
  const { trx, by } = stage
  if (plan.outcome === 'alone') {
    const file = await recordFile(inputOf(stage, row), { by: null, trx })
    if (row.fee_paid_on) {
      const receipt = row.fee_receipt_no ?? row.portal_no
      await file.merge({ feesPaidOn: row.fee_paid_on, feesReceiptNo: receipt }).save()
    }
    return saysOfPortal(file, row)
  }
  const kase =
    plan.outcome === 'opened' ? await openFor(stage, row) : await held(plan.caseId, stage)
  await keepCaseBefore(stage, kase, { opened: plan.outcome === 'opened' })
  const note = `طلب التقنين رقم ${row.portal_no}: أقر مقدمه بوضع يده`
  const later = (day: Day, current: EncroachmentCase) =>
    day > current.statusSince ? day : current.statusSince
  let now = kase
  if (now.status === 'detected') {
    const on = later(row.filed_on, now)
    now = await new ScreenCase().unlawful(kase.id, { by, on, note, trx })
  }
  const act = { by, on: later(row.filed_on, now), note, trx }
  now = await moveCase(kase.id, 'file', act, async (moved) => {
    const file = await recordFile(
      { ...inputOf(stage, row), unitId: moved.unitId, assetId: moved.assetId },
      { by: null, kase: moved, trx }
    )
    return { facts: { portalNo: file.portalNo, fees: String(file.fees), importId: stage.importId } }
  })
  const file = await LegalisationFile.query({ client: trx })
    .where('portal_no', row.portal_no)
    .firstOrFail()
  const id = await saysOfPortal(file, row)
  if (row.fee_paid_on) await payFees(stage, now, row, file)
  await keepLastStep(stage, kase.id)
  return id
}

/** A case on the way of legalisation: the request itself says who holds the ground. */
function openFor({ trx, by, importId }: Stage, row: RequestRow): Promise<EncroachmentCase> {
  const place = row.place ? ` — ${row.place}` : ''
  return new OpenCase().handle(
    {
      unitId: Number(row.unit_id),
      source: 'portal',
      sourceRef: row.portal_no,
      kind: row.ground === 'agricultural' ? 'cultivation' : 'building',
      ground: row.ground,
      description: `طلب تقنين رقم ${row.portal_no} على المنصة الوطنية${place}`,
      place: row.place,
      assetId: row.asset_id ? Number(row.asset_id) : null,
      occupierName: row.applicant,
      shape: shapeOfRow(row),
      areaM2: row.asked_m2,
      detectedOn: row.filed_on,
      importId,
    },
    { by, trx }
  )
}

const held = (caseId: number, { trx }: Stage) =>
  EncroachmentCase.query({ client: trx }).where('id', caseId).forUpdate().firstOrFail()

function inputOf({ importId }: Stage, row: RequestRow) {
  return {
    ...{ importId, unitId: Number(row.unit_id), portalNo: row.portal_no, filedOn: row.filed_on },
    ...{ applicantName: row.applicant, ground: row.ground, areaM2: row.asked_m2 },
    ...{ carriedOver: Number(row.carried_over) === 1, shape: shapeOfRow(row) },
    assetId: row.asset_id ? Number(row.asset_id) : null,
  }
}

const stateOf = (row: RequestRow) => row.portal_state ?? (row.fee_paid_on ? 'paid' : 'filed')

async function saysOfPortal(file: LegalisationFile, row: RequestRow): Promise<number> {
  file.merge({ place: row.place, priorNo: row.prior_no, portalState: stateOf(row) })
  await file.merge({ portalStateOn: row.state_on ?? today() }).save()
  return file.id
}

/** The fees of the list are the fees of the case, from the day they were paid. */
async function payFees(
  { trx, by }: Stage,
  kase: EncroachmentCase,
  row: Pick<RequestRow, 'fee_paid_on' | 'fee_receipt_no' | 'portal_no'>,
  file: LegalisationFile
): Promise<void> {
  const day = row.fee_paid_on!
  const on = day > kase.statusSince ? day : kase.statusSince
  const paid = { receiptNo: row.fee_receipt_no ?? row.portal_no, amount: file.fees ?? Money.zero }
  await new Legalise().payFees(kase.id, paid, { by, on, trx })
}

interface Known extends Pick<RequestRow, 'fee_paid_on' | 'fee_receipt_no' | 'portal_no'> {
  id: number
  case_id: number | null
  portal_state: string | null
  was: string | null
}

/** Known requests: the new state is kept and told to the case; fees paid since move it on. */
async function landKnown(stage: Stage): Promise<void> {
  const { trx, by } = stage
  const rows: Known[] = await stage.sql(
    `SELECT t.id, t.case_id, s.portal_no, s.portal_state, t.portal_state AS was, s.fee_receipt_no,
       IF(t.fees_paid_on IS NULL, s.fee_paid_on, NULL) AS fee_paid_on
     FROM import_verdicts x JOIN import_stage s ON s.seq = x.seq JOIN legalisation_files t ON t.id = x.record_id
     WHERE x.verdict = ${VERDICT.updated} ORDER BY x.seq`
  )
  await landUpdates(stage, REQUEST(stage))
  for (const row of rows) {
    if (!row.case_id) continue
    const caseId = Number(row.case_id)
    if (row.portal_state && row.portal_state !== row.was) {
      const [now, was] = [row.portal_state, row.was].map((state) =>
        state ? STATE_WORDS[state] : '—'
      )
      await noteOn(
        caseId,
        `حالة طلب التقنين رقم ${row.portal_no} بالمنصة: ${now} (كانت: ${was}).`,
        by,
        trx
      )
    }
    const kase = await held(caseId, stage)
    if (!row.fee_paid_on || kase.status !== 'filed') continue
    await keepCaseBefore(stage, kase, { opened: false })
    await payFees(stage, kase, row, await LegalisationFile.findOrFail(row.id, { client: trx }))
    await keepLastStep(stage, caseId)
  }
}
