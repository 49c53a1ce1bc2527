import { addDays, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { advanceStep, type AdvanceAct } from '#accounts/advances/advance_step'
import { PaidOtherwiseError } from '#accounts/advances/errors'
import type Advance from '#accounts/models/advance'
import { Form50Error, postedForm } from '#accounts/postings/form_50'
import { postHolding } from '#accounts/postings/post_holding'

interface Deciding {
  by: User
  on: Day
  requestId?: string
  trx?: Trx
}

/** A second person's decision on an advance, its payment, and its end before it is paid. */
export default class AdvanceLife {
  /** @throws SelfApprovalError */
  approve(id: number, { by, on, requestId, trx }: Deciding): Promise<Advance> {
    const act = { by: by.asActor(requestId), on, trx, action: 'decided' }
    return advanceStep(id, act, async (advance, inner) => {
      if (advance.madeBy === by.id || advance.holderUserId === by.id) throw new SelfApprovalError()
      advance.moveTo('approved')
      const hash = documentHash(advance.picture())
      advance.merge({ approvedBy: by.id, approvedOn: on, documentHash: hash })
      await new DecideApproval().approve(decision(advance, { by, hash, requestId, trx: inner }))
    })
  }

  /** @throws SelfApprovalError */
  refuse(id: number, { by, on, requestId, trx, reason }: Deciding & { reason: string }) {
    const act = { by: by.asActor(requestId), on, trx, action: 'decided', reason }
    return advanceStep(id, act, async (advance, inner) => {
      if (advance.madeBy === by.id) throw new SelfApprovalError()
      advance.moveTo('refused')
      advance.refusal = reason
      const hash = documentHash(advance.picture())
      await new DecideApproval().refuse({
        ...decision(advance, { by, hash, requestId, trx: inner }),
        reason,
      })
    })
  }

  /** Takes back what was not paid yet; its number stays in the book. */
  cancel(id: number, { reason, ...act }: AdvanceAct & { reason: string }): Promise<Advance> {
    return advanceStep(id, { ...act, action: 'cancelled', reason }, async (advance) => {
      advance.moveTo('cancelled')
      advance.refusal = reason
    })
  }

  /**
   * The money goes to the holder by an order or cheque; the day by which he settles follows from the
   * rule that holds now.
   * @param paymentNo the payment order or cheque
   */
  pay(id: number, { paymentNo, ...act }: AdvanceAct & { paymentNo: string }): Promise<Advance> {
    const { on, by } = act
    return advanceStep(id, { ...act, action: 'paid' }, async (advance, trx) => {
      advance.moveTo('paid')
      const entryId = await postHolding(
        {
          document: `advance.${advance.kind}`,
          event: 'paid',
          unitId: advance.unitId,
          on,
          moved: { amount: advance.amount },
          businessKey: `advance/${id}/paid`,
          description: `سلفة ${advance.label} – ${advance.holderName}`,
          partyId: advance.partyId,
        },
        { by, trx }
      )
      const dueOn = await dueDay(advance, on, trx)
      advance.merge({ paidOn: on, paymentNo, dueOn, ledgerEntryId: entryId })
    })
  }

  /**
   * The money went to the holder by a form 50 of the type of its kind: its entry has posted the advance,
   * and no other is made.
   * @param formNo number of the form: `7/2026/2027`
   * @throws Form50Error, PaidOtherwiseError
   */
  payByForm(id: number, { formNo, ...act }: AdvanceAct & { formNo: string }): Promise<Advance> {
    return advanceStep(id, { ...act, action: 'paid' }, async (advance, trx) => {
      advance.moveTo('paid')
      const form = await postedForm({ unitId: advance.unitId, formNo }, trx)
      if (form.paymentType !== `advance_${advance.kind}` || !form.gross.equals(advance.amount)) {
        throw new PaidOtherwiseError(form.label, { asked: advance.amount, paid: form.gross })
      }
      advance.merge({
        paidOn: form.postedOn,
        paymentNo: form.label,
        voucherId: form.id,
        dueOn: await dueDay(advance, form.postedOn, trx),
        ledgerEntryId: form.entryId,
      })
      await onceOnly(form.label, () => advance.save())
    })
  }
}

/** A form pays one advance: the database keeps it so; here it says so in words. */
async function onceOnly(label: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_ENTRY') throw error
    throw new Form50Error(
      sentence(
        `استمارة 50 رقم ${label} صُرفت بها سلفة أخرى.`,
        `Form 50 no. ${label} has paid another advance.`
      )
    )
  }
}

/** A permanent advance is settled at the end of the fiscal year, others some days after payment. */
async function dueDay({ kind, unitId }: Advance, paidOn: Day, trx: Trx): Promise<Day> {
  if (kind === 'permanent') return FiscalYear.containing(paidOn).last
  const days = await settingAt<Record<string, number>>('accounts.advances.days', {
    on: paidOn,
    unitId,
    trx,
  })
  return addDays(paidOn, days[kind]!)
}

function decision(
  { id, unitId, label, madeBy }: Advance,
  { by, hash, requestId, trx }: { by: User; hash: Buffer; requestId?: string; trx: Trx }
) {
  return {
    subject: { type: 'advance', id, unitId, label },
    step: 'approve',
    madeBy,
    by,
    documentHash: hash,
    requestId,
    trx,
  }
}
