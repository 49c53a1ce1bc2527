import db from '@adonisjs/lucid/services/db'
import { daysBetween, today } from '#core/days'
import { within } from '#core/within'
import type User from '#identity/models/user'
import { documentsOf } from '#registry/documents/queries'
import { accruedTotal } from '#registry/encroachments/actions/accrue_usage'
import { shapeOf } from '#registry/encroachments/land'
import { movesFor } from '#registry/encroachments/queries/next_moves'
import { judgeRemovalGate } from '#registry/encroachments/rules/r18'
import { freezesOf } from '#registry/encroachments/rules/r20'
import { insidePoint } from '#registry/geo/shape'
import type EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'
import RemovalOrder from '#registry/models/removal_order'

/** Everything the page of a case shows, and what this person may do on it. */
export async function casePage(kase: EncroachmentCase, user: User) {
  return within(null, async (trx) => {
    const episode = { case_id: kase.id, episode: kase.episode }
    const minutes = await trx.from('encroachment_minutes').where(episode).first()
    const orders = await RemovalOrder.query({ client: trx }).where('case_id', kase.id).orderBy('id')
    const files = await LegalisationFile.query({ client: trx })
      .where('case_id', kase.id)
      .orderBy('id')
    const order = orders.findLast(
      (one) => one.episode === kase.episode && ['draft', 'issued'].includes(one.status)
    )
    const file = files.find(({ status }) => status === 'active')
    const hands = {
      surveyor: minutes ? Number(minutes.surveyor_id) : null,
      order: order ?? null,
      file: file ?? null,
    }
    const shape = await shapeOf('encroachment_shapes', kase.id, trx)
    const point = shape && insidePoint(shape)
    return {
      kase,
      minutes,
      orders,
      order: hands.order,
      files,
      file: hands.file,
      moves: movesFor(kase, hands, user),
      gate: await judgeRemovalGate(kase, trx),
      freezes: await freezesOf(kase.id, trx),
      accrued: await accruedTotal(kase.id, trx),
      accruals: await trx.from('usage_accruals').where('case_id', kase.id).orderBy('valid_from'),
      assets: (await assetsOf(kase.id)).filter(
        (row) =>
          row.security_class === 'normal' || user.can('registry.restricted.read', kase.unitId)
      ),
      steps: await trx.from('encroachment_steps').where('case_id', kase.id).orderBy('id', 'desc'),
      answers: await answersOf(kase.id),
      changes: await trx
        .from('spatial_changes')
        .where('case_id', kase.id)
        .orderBy('detected_on')
        .select('change_no', 'detected_on', 'kind', 'place', 'licence_no', 'outcome'),
      documents: await documentsOf(
        { type: 'encroachment', id: kase.id },
        { restricted: user.can('registry.restricted.read', kase.unitId) }
      ),
      place: point && { lat: point[1].toFixed(6), lng: point[0].toFixed(6) },
      age: daysBetween(kase.detectedOn, kase.closedOn ?? today()),
      waiting: daysBetween(kase.statusSince, kase.closedOn ?? today()),
      may: {
        document: user.can('registry.documents.manage', kase.unitId),
        assets: user.can('registry.assets.read', kase.unitId),
      },
    }
  })
}

function assetsOf(caseId: number) {
  return db
    .from('encroachment_assets')
    .join('assets', 'assets.id', 'encroachment_assets.asset_id')
    .where('case_id', caseId)
    .orderBy('shared_area_m2', 'desc')
    .select('assets.id', 'assets.code', 'assets.name', 'assets.security_class', 'shared_area_m2')
}

function answersOf(caseId: number) {
  return db
    .from('title_answers')
    .join('users', 'users.id', 'title_answers.answered_by')
    .where('case_id', caseId)
    .orderBy('title_answers.id', 'desc')
    .select('title_answers.*', 'users.full_name as answeredByName')
    .select(
      db
        .from('title_answer_documents')
        .whereRaw('answer_id = title_answers.id')
        .count('*')
        .as('documents')
    )
}
