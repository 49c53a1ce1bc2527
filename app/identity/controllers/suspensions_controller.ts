import type { HttpContext } from '@adonisjs/core/http'
import ChangeUser from '#identity/actions/change_user'
import User from '#identity/models/user'
import { assertReaches } from '#identity/reach'
import { reasonForm } from '#identity/validators/person'

/** Shutting a person's account, and opening it again. */
export default class SuspensionsController {
  async store(ctx: HttpContext) {
    const person = await this.#person(ctx)
    await new ChangeUser().suspend(person, await this.#act(ctx))
    return this.#back(ctx, person, 'identity.people.suspended')
  }

  async destroy(ctx: HttpContext) {
    const person = await this.#person(ctx)
    await new ChangeUser().reinstate(person, await this.#act(ctx))
    return this.#back(ctx, person, 'identity.people.reinstated')
  }

  async #person({ params, auth }: HttpContext): Promise<User> {
    const person = await User.findOrFail(params.id)
    await assertReaches(auth.user!, person)
    return person
  }

  async #act({ request, auth }: HttpContext) {
    const { reason } = await request.validateUsing(reasonForm)
    return { by: auth.user!.asActor(request.id()), reason }
  }

  #back({ response, session, i18n }: HttpContext, person: User, message: string) {
    session.flash('success', i18n.t(message))
    return response.redirect().toRoute('identity.people.show', { id: person.id })
  }
}
