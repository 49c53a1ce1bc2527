import type { HttpContext } from '@adonisjs/core/http'
import SetPassword from '#identity/actions/set_password'
import User from '#identity/models/user'
import { assertReaches } from '#identity/reach'

/** A temporary password for another person, shown once to the one who hands it over. */
export default class PasswordResetsController {
  async store({ params, request, response, auth, session }: HttpContext) {
    const person = await User.findOrFail(params.id)
    await assertReaches(auth.user!, person)
    const password = await new SetPassword().reset(person, {
      by: auth.user!.asActor(request.id()),
    })
    session.flash('temporary_password', password)
    return response.redirect().toRoute('identity.people.show', { id: person.id })
  }
}
