import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { assertTransition } from '#core/transitions'
import { documentsOf } from '#registry/documents/queries'
import {
  CASE_LIFE,
  CASE_STATE_NAMES,
  allows,
  MOVES,
  type MoveName,
} from '#registry/encroachments/life'
import { STEPS } from '#registry/encroachments/steps/catalogue'
import { formOf, type StepInput } from '#registry/encroachments/steps/fields'
import { USUAL_GRID } from '#registry/encroachments/steps/shape_typed'
import { GRIDS } from '#registry/geo/grids'
import EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'

/** One step of a case: its form, and taking it. Which step is the end of the address. */
export default class MovesController {
  async create(ctx: HttpContext) {
    const { params, view, auth } = ctx
    const name = moveOf(ctx)
    const kase = await EncroachmentCase.findOrFail(params.id)
    if (!allows(name, kase.status)) {
      assertTransition(CASE_LIFE, kase.status, MOVES[name].to[0]!, CASE_STATE_NAMES)
    }
    const restricted = auth.getUserOrFail().can('registry.restricted.read', kase.unitId)
    return view.render('pages/registry/cases/move', {
      kase,
      name,
      step: STEPS[name],
      values: await valuesOf(kase, name),
      documents: await documentsOf({ type: 'encroachment', id: kase.id }, { restricted }),
      grids: GRIDS,
    })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, response, session, i18n } = ctx
    const name = moveOf(ctx)
    const step = STEPS[name]
    const input = (await request.validateUsing(formOf(step.fields))) as unknown as StepInput
    const kase = await EncroachmentCase.findOrFail(params.id)
    const hand = { user: auth.getUserOrFail(), requestId: request.id() }
    const moved = await step.run(kase, input, hand)
    session.flash(
      'success',
      i18n.t('registry.cases.moved', {
        no: moved.caseNo,
        state: i18n.t(`registry.cases.states.${moved.status}`),
      })
    )
    return response.redirect().status(303).toPath(`/registry/encroachments/${moved.id}`)
  }
}

/** `/registry/encroachments/:id/steps/issue_order` */
function moveOf({ route }: HttpContext): MoveName {
  return route!.pattern.split('/').at(-1) as MoveName
}

/** What the form begins with. */
async function valuesOf(kase: EncroachmentCase, name: MoveName): Promise<Record<string, unknown>> {
  const file = await LegalisationFile.query().where({ case_id: kase.id, status: 'active' }).first()
  return {
    on: today(),
    inspected_on: kase.statusSince,
    epsg: USUAL_GRID,
    area_m2: kase.areaM2,
    occupier_name: kase.occupierName === 'غير معلوم' ? '' : kase.occupierName,
    applicant_name: kase.occupierName === 'غير معلوم' ? '' : kase.occupierName,
    ground: kase.ground,
    filed_on: today(),
    subject: kase.description,
    amount:
      name === 'pay_fees'
        ? file?.fees
        : name === 'pay_price'
          ? file?.contractAmount
          : file?.valuation,
  }
}
