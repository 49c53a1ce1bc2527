import type { HttpContext } from '@adonisjs/core/http'
import OpenUnit from '#identity/actions/open_unit'
import Unit from '#identity/models/unit'
import { newUnitForm } from '#identity/validators/unit'
import { actOf } from '#identity/act_of'
import { kindOptions, kindNames } from '#identity/queries/unit_kinds'
import { historyWords } from '#identity/queries/unit_history_words'
import { unitTree } from '#identity/queries/unit_tree_rows'

/** The tree of units. */
export default class UnitsController {
  async index({ auth, view, request, i18n }: HttpContext) {
    const search = String(request.input('search', '') ?? '').slice(0, 100)
    return view.render('pages/identity/units/index', {
      search,
      rows: await unitTree(auth.user!, { search, locale: i18n.locale }),
      kinds: await kindNames(i18n.locale),
    })
  }

  async show({ params, view, auth, i18n }: HttpContext) {
    const unit = await Unit.visibleTo(auth.user!)
      .where('units.id', params.id)
      .preload('parent')
      .preload('children', (children) => children.orderBy('code'))
      .preload('changes', (changes) => changes.orderBy('id', 'desc'))
      .firstOrFail()
    return view.render('pages/identity/units/show', {
      unit,
      kinds: await kindNames(i18n.locale),
      pictureWords: await historyWords(unit, i18n.locale),
      manages: auth.user!.can('identity.units.manage', unit.id),
      seesParent: unit.parentId !== null && auth.user!.can('identity.units.read', unit.parentId),
    })
  }

  async create({ params, view, i18n }: HttpContext) {
    const parent = await Unit.findOrFail(params.id)
    return view.render('pages/identity/units/create', {
      parent,
      kinds: await kindOptions(i18n.locale),
    })
  }

  async store(ctx: HttpContext) {
    const { params, request, response, session, i18n } = ctx
    const input = await request.validateUsing(newUnitForm)
    const unit = await new OpenUnit().handle(
      {
        parentId: Number(params.id),
        codePart: input.code_part,
        kind: input.kind,
        nameAr: input.name_ar,
        nameEn: input.name_en,
      },
      actOf(ctx, input)
    )
    session.flash('success', i18n.t('identity.units.opened', { code: unit.code }))
    return response.redirect().toRoute('identity.units.show', { id: unit.id })
  }
}
