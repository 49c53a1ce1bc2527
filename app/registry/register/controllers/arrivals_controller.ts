import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { within } from '#core/within'
import { NotFoundError } from '#identity/errors'
import RegisterTransaction from '#registry/models/register_transaction'
import { arrivalsList } from '#registry/register/lists/transactions_list'
import type { CustodyProposal } from '#registry/register/kinds/custody'
import RecordStep from '#registry/register/record_step'
import { arrivalForm } from '#registry/register/validators'

/** Assets that other units hand over to this person's: he says that his unit receives them. */
export default class ArrivalsController {
  index(ctx: HttpContext) {
    return listPage(ctx, arrivalsList, 'pages/registry/transactions/arrivals', {
      nav: 'transactions',
      day0: today(),
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const { ids, on, number } = await request.validateUsing(arrivalForm)
    const by = auth.getUserOrFail()
    const found = await RegisterTransaction.query().whereIn('id', ids).where('kind', 'custody')
    const his = found.filter(({ proposal }) => {
      const { to } = proposal as CustodyProposal
      return to.unit_id !== null && by.can('registry.assets.approve', to.unit_id)
    })
    // He learns nothing of transfers between others.
    if (his.length !== new Set(ids).size) throw new NotFoundError()
    await within(null, async (trx) => {
      for (const { id } of his.sort((a, b) => a.id - b.id)) {
        const taken = { step: 'receiver', on, number } as const
        await new RecordStep().handle(id, taken, { by, requestId: request.id(), trx })
      }
    })
    session.flash('success', i18n.t('registry.register.received', { count: his.length }))
    return response.redirect().status(303).toPath('/registry/arrivals')
  }
}
