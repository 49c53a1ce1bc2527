import type { HttpContext } from '@adonisjs/core/http'
import ChangeUser from '#identity/actions/change_user'
import CreateUser from '#identity/actions/create_user'
import Grant from '#identity/models/grant'
import User from '#identity/models/user'
import { peopleList } from '#identity/queries/people_list'
import { unitChoice } from '#core/lists/unit_choice'
import { assertReaches, reaches } from '#identity/reach'
import { personForm } from '#identity/validators/person'
import listPage from '#core/lists/list_page'

/** People and their accounts. */
export default class PeopleController {
  index(ctx: HttpContext) {
    return listPage(ctx, peopleList, 'pages/identity/people/index')
  }

  async show({ params, view, auth }: HttpContext) {
    const reader = auth.user!
    const person = await User.visibleTo(reader)
      .where('id', params.id)
      .preload('homeUnit')
      .firstOrFail()
    const grants = await Grant.visibleTo(reader)
      .where('user_id', person.id)
      .preload('role')
      .preload('unit')
      .orderBy('id', 'desc')
    return view.render('pages/identity/people/show', {
      person,
      grants,
      manages: await reaches(reader, person),
      endable: (grant: Grant) => reader.can('identity.grants.manage', grant.unitId),
    })
  }

  async create(ctx: HttpContext) {
    const unit = await unitChoice(ctx, 'identity.people.manage')
    return ctx.view.render('pages/identity/people/create', { unit })
  }

  async store({ request, response, auth, session }: HttpContext) {
    const input = await request.validateUsing(personForm)
    const { user, password } = await new CreateUser().handle(factsOf(input), {
      by: auth.user!.asActor(request.id()),
    })
    session.flash('temporary_password', password)
    return response.redirect().toRoute('identity.people.show', { id: user.id })
  }

  async edit(ctx: HttpContext) {
    return ctx.view.render('pages/identity/people/edit', {
      person: await User.findOrFail(ctx.params.id),
      unit: await unitChoice(ctx, 'identity.people.manage'),
    })
  }

  async update({ params, request, response, auth, session, i18n }: HttpContext) {
    const input = await request.validateUsing(personForm)
    const person = await User.findOrFail(params.id)
    await assertReaches(auth.user!, person)
    await new ChangeUser().facts(person, factsOf(input), { by: auth.user!.asActor(request.id()) })
    session.flash('success', i18n.t('identity.people.changed'))
    return response.redirect().toRoute('identity.people.show', { id: person.id })
  }
}

function factsOf(input: Awaited<ReturnType<typeof personForm.validate>>) {
  return {
    email: input.email,
    fullName: input.full_name,
    jobTitle: input.job_title ?? null,
    phone: input.phone ?? null,
    homeUnitId: input.home_unit_id,
  }
}
