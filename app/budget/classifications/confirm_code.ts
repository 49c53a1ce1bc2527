import { within } from '#core/within'
import { SelfApprovalError } from '#identity/errors'
import BudgetCode from '#budget/models/budget_code'
import { tell, type CodeAct } from '#budget/classifications/code_step'
import { confirmedAlready } from '#budget/classifications/errors'

/** A second person's word that code, name and text are as published: it is no more "to be confirmed". */
export default class ConfirmCode {
  /** @throws SelfApprovalError, ClassificationError */
  async handle(
    id: number,
    { reference }: { reference: string },
    { by, trx: outer }: CodeAct
  ): Promise<BudgetCode> {
    return within(outer, async (trx) => {
      const code = await BudgetCode.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
      if (code.confirmed) throw confirmedAlready(code.code)
      if (code.madeBy === by.id) throw new SelfApprovalError()
      const before = { legalReference: code.legalReference }
      await code.merge({ confirmed: true, confirmedBy: by.id, legalReference: reference }).save()
      await tell('confirmed', code, { by, trx, reason: reference, before })
      return code
    })
  }
}
