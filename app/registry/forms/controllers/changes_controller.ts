import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { wordsOf } from '#core/lists/list'
import { readUnit, unitChoice } from '#core/lists/unit_choice'
import { CHANGE_FORMS, type ChangeForm } from '#registry/forms/change_forms'
import { classOptions } from '#registry/forms/class_options'
import { draftOf } from '#registry/forms/drafts'
import { formAsset } from '#registry/forms/form_asset'
import { gridOptions, METHOD_OPTIONS } from '#registry/forms/options'
import { PARTS, rightsOn } from '#registry/forms/parts'
import { previewForm, receiveForm } from '#registry/forms/sending'
import type { Typed } from '#registry/forms/typed'

/** Changes of an asset that stands: the menu of them, a form of each, and its sending. */
export default class ChangesController {
  async index({ auth, params, view }: HttpContext) {
    const asset = await formAsset(Number(params.id), auth.user!)
    return view.render('pages/registry/forms/menu', { asset, forms: CHANGE_FORMS })
  }

  async create(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const form = formOf(ctx)
    const asset = await formAsset(Number(ctx.params.id), user)
    const words = wordsOf(ctx)
    const key = { userId: user.id, form: form.kind, subjectId: asset.id }
    const draft = await draftOf(key)
    const start = await form.start(asset)
    const typed = { effective_on: today(), ...start, ...draft?.typed }
    const send = {
      kind: form.kind,
      unitId: asset.unitId,
      form: (said: Typed) => form.form(said, asset),
    }
    return ctx.view.render('pages/registry/forms/change', {
      asset,
      form,
      typed,
      draft,
      preview: draft && ctx.request.qs().preview ? await previewForm(ctx, send, typed) : null,
      unit: await unitChoice(ctx, 'registry.assets.read'),
      classes: await classOptions(words.locale, asset.subtype),
      grids: gridOptions(words),
      methods: METHOD_OPTIONS,
      parts: PARTS,
      rights: form.kind === 'split' ? await rightsOn([asset.id]) : [],
      ...(await form.state(asset, words)),
    })
  }

  async store(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const form = formOf(ctx)
    const asset = await formAsset(Number(ctx.params.id), user)
    await readUnit(ctx, 'to_unit_id', ['registry.assets.read'])
    return receiveForm(ctx, {
      key: { userId: user.id, form: form.kind, subjectId: asset.id },
      kind: form.kind,
      unitId: asset.unitId,
      path: `/registry/assets/${asset.id}/changes/${form.kind}`,
      form: (typed) => form.form(typed, asset),
    })
  }
}

function formOf({ route }: HttpContext): ChangeForm {
  const kind = route!.pattern.split('/').at(-1)
  return CHANGE_FORMS.find((form) => form.kind === kind)!
}
