import type { HttpContext } from '@adonisjs/core/http'
import { NotFoundError } from '#identity/errors'
import RegisterTransaction from '#registry/models/register_transaction'
import DecideMany from '#registry/register/decide_many'
import { ReasonMissingError } from '#registry/register/errors'
import { visibleTransactions } from '#registry/register/queries/visible_transactions'
import { manyForm } from '#registry/register/validators'

/** One decision on the ticked proposals: all are approved or refused, or none. */
export default class DecisionsController {
  async store({ auth, request, response, session, i18n }: HttpContext) {
    const { ids, verdict, reason } = await request.validateUsing(manyForm)
    const by = auth.getUserOrFail()
    const found = await visibleTransactions(RegisterTransaction.query(), by).whereIn('id', ids)
    const his = found.filter(({ unitId }) => by.can('registry.assets.approve', unitId))
    if (his.length !== new Set(ids).size) throw new NotFoundError()
    const decision = { by, requestId: request.id() }
    if (verdict === 'approve') await new DecideMany().approve(ids, decision)
    else if (reason) await new DecideMany().refuse(ids, { ...decision, reason })
    else throw new ReasonMissingError()
    const said = verdict === 'approve' ? 'approved_many' : 'refused_many'
    session.flash('success', i18n.t(`registry.register.${said}`, { count: ids.length }))
    return response.redirect().status(303).toPath('/registry/waiting')
  }
}
