import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { fiscalDate } from '#core/validators'
import OpenCase from '#registry/encroachments/actions/open_case'
import { CASE_KINDS, CASE_SOURCES, GROUNDS } from '#registry/encroachments/kinds'
import { casesList, CASE_TONES } from '#registry/encroachments/lists/cases_list'
import { casePage } from '#registry/encroachments/queries/case_page'
import { firstValues } from '#registry/encroachments/queries/first_values'
import { STEPS } from '#registry/encroachments/steps/catalogue'
import { formOf, GROUND_FIELDS, type StepInput } from '#registry/encroachments/steps/fields'
import { shapeTyped, USUAL_GRID } from '#registry/encroachments/steps/shape_typed'
import { GRIDS } from '#registry/geo/grids'
import Asset from '#registry/models/asset'
import Document from '#registry/models/document'
import EncroachmentCase from '#registry/models/encroachment_case'

/** The portal's requests come in by file or on the case itself. */
const SOURCES = CASE_SOURCES.filter((source) => source !== 'portal')

const caseForm = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  source: vine.enum(SOURCES),
  source_ref: vine.string().trim().maxLength(80).optional(),
  kind: vine.enum(CASE_KINDS),
  ground: vine.enum(GROUNDS),
  description: vine.string().trim().minLength(5).maxLength(1000),
  place: vine.string().trim().maxLength(300).optional(),
  asset_code: vine.string().trim().maxLength(40).optional(),
  occupier_name: vine.string().trim().maxLength(200).optional(),
  detected_on: fiscalDate({ notAfterToday: true }),
  document_id: vine.number().positive().withoutDecimals().optional(),
})
const groundForm = formOf([...GROUND_FIELDS, { name: 'area_m2', kind: 'area', optional: true }])

/** Cases of encroachment (ملفات التعديات): the list, one of them, and a new one. */
export default class CasesController {
  index(ctx: HttpContext) {
    return listPage(ctx, casesList, 'pages/registry/cases/index', { nav: 'encroachments' })
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const kase = await EncroachmentCase.visibleTo(user)
      .where('encroachment_cases.id', params.id)
      .preload('unit')
      .firstOrFail()
    return view.render('pages/registry/cases/show', {
      ...(await casePage(kase, user)),
      tones: CASE_TONES,
      steps_: STEPS,
    })
  }

  async create(ctx: HttpContext) {
    const first = await firstValues(ctx.request.qs(), ctx.auth.getUserOrFail())
    return ctx.view.render('pages/registry/cases/create', {
      first,
      unit: await unitChoice(ctx, 'registry.encroachments.manage'),
      ...{ sources: SOURCES, kinds: CASE_KINDS, grounds: GROUNDS },
      ...{ grids: GRIDS, usualGrid: USUAL_GRID, today: today() },
    })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session, i18n } = ctx
    const user = auth.getUserOrFail()
    const typed = await request.validateUsing(caseForm)
    const ground = (await request.validateUsing(groundForm)) as unknown as StepInput
    const asset = typed.asset_code
      ? await Asset.visibleTo(user)
          .where({ code: typed.asset_code, unit_id: typed.unit_id })
          .firstOrFail()
      : null
    const paper = typed.document_id
      ? await Document.visibleTo(user).where('documents.id', typed.document_id).firstOrFail()
      : null
    const kase = await new OpenCase().handle(
      {
        unitId: typed.unit_id,
        source: typed.source,
        sourceRef: typed.source_ref,
        kind: typed.kind,
        ground: typed.ground,
        description: typed.description,
        place: typed.place,
        assetId: asset?.id,
        occupierName: typed.occupier_name,
        shape: shapeTyped(ground),
        areaM2: ground.area_m2,
        detectedOn: typed.detected_on,
        documentId: paper?.id,
      },
      { by: user.asActor(request.id()) }
    )
    session.flash('success', i18n.t('registry.cases.opened', { no: kase.caseNo }))
    return response.redirect().toPath(`/registry/encroachments/${kase.id}`)
  }
}
