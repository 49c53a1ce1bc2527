import type { HttpContext } from '@adonisjs/core/http'
import EndGrant from '#identity/actions/end_grant'
import GiveGrant from '#identity/actions/give_grant'
import Role from '#identity/models/role'
import User from '#identity/models/user'
import { grantsList } from '#identity/queries/grants_list'
import { visible } from '#identity/access/visible'
import { grantForm, reasonForm } from '#identity/validators/person'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { today } from '#core/fiscal'

/** Who holds which role where. */
export default class GrantsController {
  index(ctx: HttpContext) {
    return listPage(ctx, grantsList, 'pages/identity/grants/index')
  }

  async create(ctx: HttpContext) {
    const { view, auth, request, i18n } = ctx
    const granter = auth.user!
    const people = await visible(User.query(), granter, 'identity.grants.manage', 'home_unit_id')
      .where('status', 'active')
      .whereNot('id', granter.id)
      .orderBy('full_name')
    const roles = await Role.query().orderBy('id')
    return view.render('pages/identity/grants/create', {
      people: people.map((person) => ({
        value: String(person.id),
        label: `${person.fullName} (${person.email})`,
      })),
      roles: roles.map((role) => ({ value: String(role.id), label: role.nameIn(i18n.locale) })),
      unit: await unitChoice(ctx, 'identity.grants.manage'),
      person: request.input('person'),
      today: today(),
    })
  }

  async store({ request, response, auth, session, i18n }: HttpContext) {
    const input = await request.validateUsing(grantForm)
    await new GiveGrant().handle(
      {
        userId: input.user_id,
        roleId: input.role_id,
        unitId: input.unit_id,
        from: input.from,
        to: input.to ?? null,
        reason: input.reason ?? null,
      },
      { by: auth.user!, requestId: request.id() }
    )
    session.flash('success', i18n.t('identity.grants.given'))
    return response.redirect().toRoute('identity.grants.index')
  }

  async destroy({ params, request, response, auth, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(reasonForm)
    await new EndGrant().handle(
      { grantId: Number(params.id), reason },
      { by: auth.user!, requestId: request.id() }
    )
    session.flash('success', i18n.t('identity.grants.ended'))
    return response.redirect().toRoute('identity.grants.index')
  }
}
