import { fold } from '#core/arabic'
import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { judgeRecorded, judgeTwins } from '#core/imports/landing'
import { Problem, problemFrom } from '#core/imports/problem'
import type { ImportDefinition, StageRow } from '#core/imports/definition'
import { VERDICT, type Stage } from '#core/imports/stage'
import { areaText } from '#registry/encroachments/land'
import { parseFeddan, squareMetres } from '#registry/geo/feddan'
import { GROUND_COLUMNS, putGround, shapeOfRow } from '#registry/imports/cases/ground'
import { caseReasons } from '#registry/imports/cases/reasons'
import { requestFields } from '#registry/imports/cases/request_fields'
import { landRequests } from '#registry/imports/cases/request_landing'
import { planRequests } from '#registry/imports/cases/request_plan'
import { REQUEST } from '#registry/imports/cases/request_record'
import { undoRequests } from '#registry/imports/cases/request_undo'
import { unitsByPlace } from '#registry/imports/cases/unit_by_place'

/**
 * كشف منصة التقنين: a row for each request of the national portal (Law 168/2025, and those carried over
 * from Law 144/2017). A request joins the case of its ground or opens one on the way of legalisation; a
 * known one tells what the portal now says of it. Filing and paying give no right.
 */
const legalisationRequests: ImportDefinition = {
  kind: 'legalisation-requests',
  labels: sentence('كشف طلبات التقنين', 'Legalisation requests'),
  permission: 'registry.encroachments.manage',
  needsApproval: true,
  fields: requestFields,
  derived: {
    ...GROUND_COLUMNS,
    asked_m2: 'DECIMAL(18,4)',
    folded_applicant: 'VARCHAR(200)',
    asset_id: 'BIGINT UNSIGNED',
  },
  fills: ['carried_over'],
  totals: ['fee_paid'],
  key: ['portal_no'],
  reasons: caseReasons,

  async open() {
    return (row) => {
      if (row.filed_on! > today()) return new Problem('not_come', row.filed_on!, 'filed_on')
      if (row.fee_paid_on && row.fee_paid_on > today())
        return new Problem('not_come', row.fee_paid_on, 'fee_paid_on')
      if (row.fee_paid && !row.fee_paid_on) return new Problem('fee_incomplete', '', 'fee_paid_on')
      row.folded_applicant = fold(row.applicant!).slice(0, 200)
      row.carried_over ??= row.prior_no ? '1' : '0'
      return putGround(row) ?? putArea(row)
    }
  },

  async judge(stage) {
    await findAssets(stage)
    await judgeKnownFees(stage)
    await judgeRecorded(stage, REQUEST(stage))
    await unitsByPlace(stage)
    await judgeTwins(stage, ['portal_no'], ['applicant', 'filed_on', 'shape_hex'])
    await planRequests(stage)
  },

  land: landRequests,

  undo: undoRequests,
}

export default legalisationRequests

/** The area asked for: square metres, else feddans as written, else what the outline covers. */
function putArea(row: StageRow): Problem | null {
  const { area_m2: metres, feddan } = row
  if (metres) row.asked_m2 = metres
  else if (feddan) {
    try {
      row.asked_m2 = squareMetres(parseFeddan(feddan))
    } catch (error) {
      return problemFrom(error, 'not_a_measure', feddan)
    }
  } else {
    const shape = shapeOfRow({ shape_hex: row.shape_hex ?? null })
    row.asked_m2 = shape && areaText(shape)
  }
  return row.asked_m2 ? null : new Problem('area_missing', '', 'area_m2')
}

/** The asset that a row names by its code. */
async function findAssets(stage: Stage): Promise<void> {
  if (!stage.has('asset_code')) return
  await stage.sql(
    `UPDATE import_stage s JOIN assets a ON a.code = s.asset_code AND a.is_current = 1
       AND a.unit_id IN (${[...stage.scope.ids.values()].join(', ')}) SET s.asset_id = a.id`
  )
  await stage.reject(
    'unknown_asset',
    'asset_code',
    'FROM import_stage s WHERE s.asset_code IS NOT NULL AND s.asset_id IS NULL',
    's.asset_code'
  )
}

/** Fees paid since: what was computed when the request came in is due, no more and no less. */
async function judgeKnownFees(stage: Stage): Promise<void> {
  await stage.verdict(
    `SELECT s.seq, ${VERDICT.rejected}, 'fee_differs', 'fee_paid', s.fee_paid, t.exam_fee + t.inspection_fee, NULL
     FROM import_stage s JOIN legalisation_files t ON t.portal_no = s.portal_no
     WHERE s.fee_paid IS NOT NULL AND s.fee_paid <> t.exam_fee + t.inspection_fee`
  )
}
