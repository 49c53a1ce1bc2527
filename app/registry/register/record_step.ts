import { today, type Day } from '#core/days'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import RegisterTransaction from '#registry/models/register_transaction'
import { STEP_NAMES, nextStep, stepsOf, type Step } from '#registry/register/custody_steps'
import type { CustodyProposal } from '#registry/register/kinds/custody'
import { ProposalError, ReceiverOnlyError, StepOrderError } from '#registry/register/errors'

export interface StepTaken {
  step: Step
  on: Day
  /** Of the letter, decree or minutes. */
  number?: string | null
  note?: string | null
  documentId?: number | null
}

/**
 * Records the next step of a custody transfer; steps are added in their order and never changed. The
 * receiver's consent is his own: nobody receives for another unit.
 */
export default class RecordStep {
  /** @throws TransitionError, StepOrderError, ReceiverOnlyError, ProposalError */
  async handle(
    transactionId: number,
    taken: StepTaken,
    { by, requestId, trx: outer }: { by: User; requestId?: string; trx?: Trx }
  ): Promise<Step> {
    return within(outer, async (trx) => {
      const change = await RegisterTransaction.query({ client: trx })
        .where('id', transactionId)
        .forUpdate()
        .firstOrFail()
      if (change.kind !== 'custody') {
        throw new ProposalError('step', 'الخطوات لنقل الولاية وحده.', 'Only transfers have steps.')
      }
      // Only while it waits for its decision.
      if (change.status !== 'proposed') change.moveTo('proposed')
      const next = await nextStep(change, trx)
      if (next !== taken.step) throw new StepOrderError(STEP_NAMES[next ?? 'handover'])
      const { to } = change.proposal as CustodyProposal
      const isReceiving = taken.step === 'receiver' && to.unit_id !== null
      if (isReceiving && !by.can('registry.assets.approve', to.unit_id)) {
        throw new ReceiverOnlyError(to.name)
      }
      await assertDay(change, taken, trx)
      await trx.rawQuery(
        'INSERT INTO transaction_steps (transaction_id, step, done_on, number, note, document_id, made_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [
          change.id,
          taken.step,
          taken.on,
          taken.number ?? null,
          taken.note?.slice(0, 500) ?? null,
          taken.documentId ?? null,
          by.id,
        ] as string[]
      )
      await Trail.record(
        {
          action: 'register_transaction.stepped',
          unitId: change.unitId,
          subjectType: 'register_transaction',
          subjectId: change.id,
          label: `${change.kind} ${change.label}`,
          after: { ...taken },
        },
        { by: by.asActor(requestId), trx }
      )
      return taken.step
    })
  }
}

async function assertDay(change: RegisterTransaction, { on }: StepTaken, trx: Trx): Promise<void> {
  const last = (await stepsOf(change.id, trx)).at(-1)
  if (on > today()) {
    throw new ProposalError('on', `التاريخ ${on} لم يأت بعد.`, `The day ${on} has not come yet.`)
  }
  if (last && on < last.done_on) {
    throw new ProposalError(
      'on',
      `الخطوة السابقة بتاريخ ${last.done_on} فلا تسبقها هذه.`,
      `The step before is of ${last.done_on}; this one cannot be earlier.`
    )
  }
}
