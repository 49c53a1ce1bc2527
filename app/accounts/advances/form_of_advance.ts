import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import {
  AdvanceFormError,
  MoreThanAdvanceError,
  PaidOtherwiseError,
} from '#accounts/advances/errors'
import { assertSecured } from '#accounts/advances/secured'
import Advance from '#accounts/models/advance'

/** The type of form 50 that pays back what was spent of a permanent advance. */
export const REPLENISHING = 'advance_replenish'

/** The type of form 50 that pays an advance of a kind. */
export const payingType = (kind: string): string => `advance_${kind}`

/** Whether forms 50 of a type are for an advance. */
export const isForAdvance = (paymentType: string): boolean => paymentType.startsWith('advance_')

interface Form {
  advanceId?: number | null
  paymentType: string
  unitId: number
  gross: Money
  beneficiaryId: number
  /** Of a form that is corrected. */
  voucherId?: number
}

/**
 * A form 50 of the type of an advance names an approved one, pays its holder its amount, and is the only
 * one that does; one that replenishes pays no more than its permanent advance has. Other forms name none.
 * @throws AdvanceFormError PaidOtherwiseError NotSecuredError TransitionError MoreThanAdvanceError
 */
export async function judgeAdvanceForm(form: Form, trx: Trx): Promise<void> {
  const { advanceId, paymentType, unitId } = form
  if (isForAdvance(paymentType) !== Boolean(advanceId)) throw notFromItsPage()
  if (!advanceId) return
  const advance = await Advance.query({ client: trx }).where({ id: advanceId, unitId }).first()
  if (!advance) throw notFromItsPage()
  const held = await advance.lock(trx)
  await assertHolder(held, form.beneficiaryId, trx)
  if (paymentType === REPLENISHING) return judgeReplenishment(held, form)
  await assertOnlyForm(held, form.voucherId, trx)
  // The sentence of one that is not approved is that of its life.
  if (held.status !== 'approved') held.moveTo('paid')
  if (paymentType !== payingType(held.kind) || !form.gross.equals(held.amount)) {
    throw new PaidOtherwiseError(held.label, { asked: held.amount, paid: form.gross })
  }
  await assertSecured(held, trx)
}

/** The form 50 under way or done that pays an advance; a void one pays nothing. */
export async function formOfAdvance(
  advanceId: number,
  trx: Pick<Trx, 'from'>
): Promise<{ id: number; label: string; status: string } | null> {
  const row = await trx.from('payment_vouchers').where('paying_advance_id', advanceId).first()
  return (
    row && { id: Number(row.id), label: `${row.number}/${row.fiscal_year}`, status: row.status }
  )
}

/** A form that stands pays it: no other is written and it is not cancelled. @throws AdvanceFormError */
export async function assertOnlyForm(
  { id, label }: Advance,
  except: number | undefined,
  trx: Trx
): Promise<void> {
  const form = await formOfAdvance(id, trx)
  if (!form || form.id === except) return
  throw new AdvanceFormError(
    sentence(
      `حُررت للسلفة ${label} استمارة 50 رقم ${form.label}.`,
      `Form 50 no. ${form.label} was written for advance ${label}.`
    ),
    { cure: sentence('ألغ الاستمارة أولًا.', 'Void the form first.') }
  )
}

/** The letter that secures a prepayment still does on the day its form is posted. @throws NotSecuredError */
export async function assertStillSecured(advanceId: number | null, trx: Trx): Promise<void> {
  if (advanceId) await assertSecured(await Advance.findOrFail(advanceId, { client: trx }), trx)
}

function judgeReplenishment(advance: Advance, { gross }: Form): void {
  if (advance.kind !== 'permanent' || advance.status !== 'paid') {
    throw new AdvanceFormError(
      sentence(
        'الاستعاضة للسلفة المستديمة المصروفة وحدها.',
        'Only a permanent advance that was paid is replenished.'
      )
    )
  }
  if (gross.compare(advance.open) > 0) {
    throw new MoreThanAdvanceError(advance.label, { open: advance.open, asked: gross })
  }
}

/** The money goes to the holder: the party himself, or, of somebody of the house, a person. */
async function assertHolder(
  { partyId, holderName, label }: Advance,
  beneficiaryId: number,
  trx: Trx
): Promise<void> {
  const payee = await trx.from('beneficiaries').where('id', beneficiaryId).firstOrFail()
  const isHis = partyId
    ? Number(payee.party_id) === partyId
    : ['person', 'employee'].includes(payee.kind)
  if (isHis) return
  throw new AdvanceFormError(
    sentence(
      `السلفة ${label} لصاحبها ${holderName}، والمستفيد ${payee.name} غيره.`,
      `Advance ${label} is held by ${holderName}; beneficiary ${payee.name} is another.`
    )
  )
}

const notFromItsPage = () =>
  new AdvanceFormError(
    sentence(
      'استمارة 50 لسلفة تُحرر من صفحة السلفة المعتمدة، وغيرها لا يذكر سلفة.',
      'A form 50 for an advance is written from the page of the approved advance; others name none.'
    )
  )
