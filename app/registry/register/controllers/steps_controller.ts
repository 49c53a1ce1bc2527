import type { HttpContext } from '@adonisjs/core/http'
import ProposeChange from '#registry/register/propose_change'
import RecordStep from '#registry/register/record_step'
import WithdrawChange from '#registry/register/withdraw_change'
import RegisterTransaction from '#registry/models/register_transaction'
import { cancellationForm, stepForm, withdrawalForm } from '#registry/register/validators'
import { today } from '#core/days'

/** What happens to a transaction besides its decision: steps of a transfer, withdrawal, cancellation. */
export default class StepsController {
  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const taken = await request.validateUsing(stepForm)
    const by = auth.getUserOrFail()
    await new RecordStep().handle(Number(params.id), taken, { by, requestId: request.id() })
    session.flash('success', i18n.t('registry.register.step_recorded'))
    return response.redirect().status(303).toPath(`/registry/transactions/${params.id}`)
  }

  async withdraw({ auth, params, request, response, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(withdrawalForm)
    const by = auth.getUserOrFail().asActor(request.id())
    const change = await new WithdrawChange().handle(Number(params.id), { by, reason })
    session.flash('success', i18n.t('registry.register.withdrawn', { number: change.label }))
    return response.redirect().status(303).toPath(`/registry/transactions/${change.id}`)
  }

  /** Proposes to take an approved transaction back; another person decides that too. */
  async cancel({ auth, params, request, response, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(cancellationForm)
    const { id, unitId } = await RegisterTransaction.findOrFail(params.id)
    const change = await new ProposeChange().handle(
      {
        unitId,
        kind: 'cancellation',
        effectiveOn: today(),
        proposal: { transaction_id: id },
        reason,
      },
      { by: auth.getUserOrFail().asActor(request.id()) }
    )
    session.flash(
      'success',
      i18n.t('registry.register.cancellation_asked', { number: change.label })
    )
    return response.redirect().status(303).toPath(`/registry/transactions/${change.id}`)
  }
}
