import type { HttpContext } from '@adonisjs/core/http'
import { sentence } from '#core/domain_error'
import { sendMadeFile } from '#core/web/made_file'
import { within } from '#core/within'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import { assertRules } from '#registry/encroachments/move_case'
import { surveyorOf } from '#registry/encroachments/queries/hands'
import { printRemovalOrder } from '#registry/encroachments/removal_order_paper'
import { judgeRemovalGate } from '#registry/encroachments/rules/r18'
import { judgeFreeze } from '#registry/encroachments/rules/r20'
import EncroachmentCase from '#registry/models/encroachment_case'
import RemovalOrder from '#registry/models/removal_order'

/** The removal order as a PDF to be signed and served; it is not printed before its gate (R18, R20). */
export default class RemovalOrdersController {
  async show(ctx: HttpContext) {
    const { auth, params, request } = ctx
    const kase = await EncroachmentCase.visibleTo(auth.getUserOrFail())
      .where('encroachment_cases.id', params.id)
      .preload('unit')
      .firstOrFail()
    const { order, minutes } = await this.#printable(kase)
    const url = `${request.protocol()}://${request.host()}/registry/encroachments/${kase.id}`
    const file = { type: 'application/pdf', name: `removal-order-${order.id}.pdf`, inline: true }
    await sendMadeFile(ctx, file, (target) =>
      printRemovalOrder({ kase, order, minutes, url }, target)
    )
  }

  /** @throws CaseRuleError naming what is missing; CaseNotReadyError before it was issued */
  async #printable(kase: EncroachmentCase) {
    return within(null, async (trx) => {
      assertRules(await judgeRemovalGate(kase, trx))
      const order = await RemovalOrder.query({ client: trx })
        .where({ case_id: kase.id, episode: kase.episode, status: 'issued' })
        .first()
      if (!order) {
        throw new CaseNotReadyError(
          sentence(
            'لا يطبع قرار الإزالة قبل أن يعده المختص ويصدره غيره.',
            'The removal order is not printed before one drafts it and another issues it.'
          ),
          { facts: { rule: 'R18', caseId: kase.id } }
        )
      }
      if (!order.executedOn) assertRules(await judgeFreeze(kase, trx))
      const minutes = await trx
        .from('encroachment_minutes')
        .where({ case_id: kase.id, episode: kase.episode })
        .firstOrFail()
      const surveyor = await surveyorOf(kase, trx)
      const people = await trx
        .from('users')
        .whereIn('id', [order.madeBy, order.issuedBy!, surveyor!])
        .select('id', 'full_name as name')
      const nameOf = (id: number | null) =>
        people.find((one: { id: number }) => Number(one.id) === id)?.name as string
      return {
        order,
        minutes: {
          ...(minutes as { number: string; inspected_on: string }),
          maker: nameOf(order.madeBy),
          issuer: nameOf(order.issuedBy),
          surveyor: nameOf(surveyor),
        },
      }
    })
  }
}
