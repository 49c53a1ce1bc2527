import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { wordsOf } from '#core/lists/list'
import { readUnit, unitChoice } from '#core/lists/unit_choice'
import { handedOver } from '#registry/coordinates/handed_over'
import { classOptions } from '#registry/forms/class_options'
import { draftOf } from '#registry/forms/drafts'
import { fieldGroups } from '#registry/forms/fields'
import { formClass, newAssetFrom } from '#registry/forms/new_asset'
import { gridOptions, METHOD_OPTIONS } from '#registry/forms/options'
import { previewForm, receiveForm } from '#registry/forms/sending'
import type { Typed } from '#registry/forms/typed'
import Unit from '#identity/models/unit'

/** A new asset or parcel: first its unit and class, then what that class is described by. */
export default class NewAssetsController {
  async create(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const words = wordsOf(ctx)
    await readUnit(ctx, 'unit_id', ['registry.assets.manage'])
    const { unit_id: unit, class_id: asked, coordinates } = ctx.request.qs()
    const handed = await handedOver(coordinates, user)
    const kept = asked ? await formClass(Number(asked), words.locale) : null
    const unitId = Number(unit)
    if (!kept || !user.can('registry.assets.manage', unitId)) {
      return ctx.view.render('pages/registry/forms/choose_class', {
        unit: await unitChoice(ctx, 'registry.assets.manage'),
        chosen: unit ?? handed?.unitId ?? user.homeUnitId,
        coordinates: handed?.id,
        classes: await classOptions(words.locale),
      })
    }
    const draft = await draftOf({ userId: user.id, form: 'create', subjectId: kept.id })
    const typed: Typed = {
      effective_on: today(),
      domain: 'unknown',
      life_status: 'in_service',
      criticality: 'normal',
      ...draft?.typed,
      ...handed?.typed,
    }
    const form = (said: Typed) => newAssetFrom(said, kept, unitId)
    return ctx.view.render('pages/registry/forms/create', {
      kept,
      unitId,
      unitName: await nameOfUnit(unitId, words.locale),
      typed,
      draft,
      preview:
        draft && ctx.request.qs().preview
          ? await previewForm(ctx, { kind: 'create', unitId, form }, typed)
          : null,
      groups: fieldGroups(kept.subtype, kept.requiredFields, words),
      hasGround: kept.subtype === 'land' || kept.subtype === 'building',
      hasShape: !kept.geometries.includes('none'),
      grids: gridOptions(words),
      methods: METHOD_OPTIONS,
    })
  }

  async store(ctx: HttpContext) {
    const { auth, request, i18n, response } = ctx
    const user = auth.getUserOrFail()
    const unitId = Number(request.input('unit_id'))
    const kept = await formClass(Number(request.input('class_id')), i18n.locale as 'ar' | 'en')
    if (!kept) return response.redirect().status(303).toPath('/registry/assets/create')
    return receiveForm(ctx, {
      key: { userId: user.id, form: 'create', subjectId: kept.id },
      kind: 'create',
      unitId,
      path: `/registry/assets/create?unit_id=${unitId}&class_id=${kept.id}`,
      form: (typed) => newAssetFrom(typed, kept, unitId),
    })
  }
}

async function nameOfUnit(id: number, locale: 'ar' | 'en'): Promise<string> {
  return (await Unit.findOrFail(id)).nameIn(locale)
}
