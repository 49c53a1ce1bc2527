import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import DecideApproval from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { heldList } from '#registry/displays/actions/keep_list'
import { DisplayNotReadyError } from '#registry/displays/errors'
import type DisplayList from '#registry/models/display_list'

/** The list is final (اعتماد الكشف): its time has passed and each objection against it is decided. */
export default class ApproveList {
  /** @throws SelfApprovalError, DisplayNotReadyError, TransitionError */
  async handle(
    listId: number,
    { by, requestId, trx: outer }: { by: User; requestId?: string; trx?: Trx }
  ): Promise<DisplayList> {
    return within(outer, async (trx) => {
      const list = await heldList(listId, trx)
      if (list.madeBy === by.id) throw new SelfApprovalError()
      list.moveTo('approved')
      if (today() <= list.untilOn!) {
        throw new DisplayNotReadyError(
          sentence(
            `الكشف معروض حتى ${list.untilOn}، ولا يعتمد قبل انتهاء مدته.`,
            `The list hangs out until ${list.untilOn} and is not approved before its time has passed.`
          ),
          { facts: { until: list.untilOn } }
        )
      }
      const open = await trx
        .from('display_objections')
        .where({ list_id: listId, status: 'open' })
        .orderBy('id')
        .select('objection_no')
      if (open.length > 0) {
        const numbers = open.map((one: { objection_no: string }) => one.objection_no)
        throw new DisplayNotReadyError(
          sentence(
            `اعتراضات لم يفصل فيها: ${numbers.join('، ')}.`,
            `Objections that are not decided: ${numbers.join(', ')}.`
          ),
          { facts: { open: numbers } }
        )
      }
      await list.merge({ approvedBy: by.id, approvedOn: today() }).save()
      await new DecideApproval().approve({
        subject: { type: 'display_list', id: list.id, unitId: list.unitId, label: list.listNo },
        step: 'approve',
        madeBy: list.madeBy,
        documentHash: list.documentHash!,
        ...{ by, requestId, trx },
      })
      return list
    })
  }
}
