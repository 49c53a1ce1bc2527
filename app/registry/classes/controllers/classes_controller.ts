import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Locale } from '#core/domain_error'
import { arabicText } from '#core/validators'
import ChangeClass, { classTree } from '#registry/classes/change_class'
import { askableFields, type AskedSubtype } from '#registry/completeness/asked'
import { DOCUMENT_KINDS } from '#registry/documents/kinds'
import AssetClass from '#registry/models/asset_class'

const classForm = vine.create({
  name_ar: arabicText({ min: 2, max: 120 }),
  name_en: vine.string().trim().minLength(2).maxLength(120),
  required_fields: vine.array(vine.string().maxLength(40)).optional(),
  required_documents: vine.array(vine.enum(DOCUMENT_KINDS)).optional(),
  photos_required: vine.number().withoutDecimals().range([0, 20]),
  gps_limit_m: vine.number().withoutDecimals().range([1, 1000]).optional(),
})

/** The tree of asset classes and what each asks; changing it is a matter of the whole house. */
export default class ClassesController {
  async index({ view, i18n, auth }: HttpContext) {
    return view.render('pages/registry/classes/index', {
      classes: await classTree(i18n.locale as Locale),
      mayEdit: auth.getUserOrFail().unitIds('registry.assets.approve') === 'all',
    })
  }

  async edit({ params, view }: HttpContext) {
    const kept = await AssetClass.findOrFail(params.id)
    return view.render('pages/registry/classes/edit', {
      kept,
      asked: listOf(kept.requiredFields),
      documents: listOf(kept.requiredDocuments),
      fields: askableFields(kept.subtype as AskedSubtype),
      kinds: DOCUMENT_KINDS,
    })
  }

  async update({ auth, params, request, response, session, i18n }: HttpContext) {
    const said = await request.validateUsing(classForm)
    const kept = await AssetClass.findOrFail(params.id)
    const possible = new Set(askableFields(kept.subtype as AskedSubtype))
    await new ChangeClass().handle(
      Number(kept.id),
      {
        ...said,
        required_fields: (said.required_fields ?? []).filter((name) => possible.has(name)),
        required_documents: said.required_documents ?? [],
        gps_limit_m: said.gps_limit_m ?? null,
      },
      { by: auth.getUserOrFail().asActor(request.id()) }
    )
    session.flash('success', i18n.t('registry.classes.changed'))
    return response.redirect().status(303).toPath('/registry/classes')
  }
}

const listOf = (value: unknown) =>
  (typeof value === 'string' ? JSON.parse(value) : (value ?? [])) as string[]
