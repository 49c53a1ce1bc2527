import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { dropFilter, keepFilter } from '#registry/saved_filters/saved_filters'

const filterForm = vine.create({
  filter_name: vine.string().trim().minLength(2).maxLength(80),
  query: vine.string().maxLength(1000).optional(),
})

/** The questions a person asks the list of assets again and again; they are his alone. */
export default class SavedFiltersController {
  async store({ auth, request, response, session, i18n }: HttpContext) {
    const { filter_name: name, query = '' } = await request.validateUsing(filterForm)
    await keepFilter(auth.getUserOrFail().id, { list: 'assets', name, query })
    session.flash('success', i18n.t('registry.assets.filter_kept', { name }))
    return response
      .redirect()
      .status(303)
      .toPath(`/registry/assets${query ? `?${query}` : ''}`)
  }

  async destroy({ auth, params, response }: HttpContext) {
    await dropFilter(auth.getUserOrFail().id, Number(params.id))
    return response.redirect().status(303).toPath('/registry/assets')
  }
}
