import type { Money } from '#core/money'
import { advanceStep, type AdvanceAct } from '#accounts/advances/advance_step'
import { accountOfLine, judgePart } from '#accounts/advances/settlement_rules'
import { AmountNeededError } from '#accounts/errors'
import AdvanceSettlement, { type SettlementKind } from '#accounts/models/advance_settlement'
import { formThatDeducted } from '#accounts/postings/form_50'

export interface SettlementInput {
  kind: SettlementKind
  amount: Money
  /** Number of the papers or receipt; of what was recovered: of the form 50 that deducted it. */
  paperNo: string
  /** Budget line that bears what was spent. */
  lineId?: number | null
  /** Account of what was spent; that of the line's classification when not told. */
  accountCode?: string | null
}

/**
 * Accounting for an advance in parts: spent with papers, returned in cash, recovered from a due. What was
 * spent of a permanent one and is paid back to its holder (استعاضة) goes by a form 50, and leaves the
 * advance as large as it was.
 */
export default class SettleAdvance {
  /**
   * Writes a part down; it counts once another approves ({@link DecideSettlement}).
   * @throws MoreThanAdvanceError, SettlementKindError, Form50Error
   */
  async submit(
    advanceId: number,
    input: SettlementInput,
    act: AdvanceAct
  ): Promise<AdvanceSettlement> {
    if (!input.amount.isPositive()) throw new AmountNeededError()
    let settlement!: AdvanceSettlement
    const step = { ...act, action: 'settlement_submitted' }
    await advanceStep(advanceId, step, async (advance, trx) => {
      const { unitId, partyId } = advance
      const { kind, amount, paperNo, lineId = null } = input
      const accountCode = input.accountCode ?? (lineId ? await accountOfLine(lineId, trx) : null)
      judgePart(advance, { ...input, accountCode })
      const form =
        kind === 'recovered' &&
        (await formThatDeducted({ unitId, formNo: paperNo, partyId, kind: 'advance', amount }, trx))
      settlement = await AdvanceSettlement.create(
        {
          ...{ unitId, advanceId, kind, amount, lineId, accountCode },
          paperNo: form ? form.label : paperNo,
          voucherId: form ? form.id : null,
          status: 'submitted',
          madeBy: act.by.id,
        },
        { client: trx }
      )
    })
    return settlement
  }
}
