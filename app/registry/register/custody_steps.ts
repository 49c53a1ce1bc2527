import type { Day } from '#core/days'
import { sentence, type Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type RegisterTransaction from '#registry/models/register_transaction'
import { standingFacts } from '#registry/register/changes'
import { StepOrderError } from '#registry/register/errors'
import { custodyFact, UNKNOWN_HOLDER } from '#registry/register/facts'
import type { CustodyProposal } from '#registry/register/kinds/custody'

/** Steps of a transfer between its proposal and its coming into effect, in their order. */
export const STEPS = ['sender', 'receiver', 'decree', 'handover'] as const
export type Step = (typeof STEPS)[number]

export const STEP_NAMES: Readonly<Record<Step, Sentence>> = {
  sender: sentence('موافقة المسلِّم', 'the sender agrees'),
  receiver: sentence('موافقة المستلم', 'the receiver agrees'),
  decree: sentence('القرار', 'decree'),
  handover: sentence('محضر التسليم', 'handover minutes'),
}

export interface StepRow {
  step: Step
  done_on: Day
  number: string | null
  note: string | null
  document_id: number | null
  made_by: number
  made_at: Date
}

export async function stepsOf(
  transactionId: number,
  trx: Pick<Trx, 'rawQuery'>
): Promise<StepRow[]> {
  const [rows] = await trx.rawQuery(
    'SELECT step, done_on, number, note, document_id, made_by, made_at FROM transaction_steps WHERE transaction_id = ? ORDER BY id',
    [transactionId]
  )
  return rows as StepRow[]
}

/**
 * The steps a transfer needs: nobody hands over what nobody held, and a personal custody needs no
 * decree, only the receiver's word and the minutes.
 */
export async function neededSteps(change: RegisterTransaction, trx: Trx): Promise<Step[]> {
  const { asset_id: assetId, kind } = change.proposal as CustodyProposal
  const holder = (await standingFacts(assetId, trx))[custodyFact(kind)] as { name?: string } | null
  const isHeld = holder && holder.name !== UNKNOWN_HOLDER.name
  const isPersonal = kind === 'physical'
  return STEPS.filter((step) => {
    if (step === 'sender') return isHeld
    return step !== 'decree' || !isPersonal
  })
}

/** The step that comes next, null when all are done. */
export async function nextStep(change: RegisterTransaction, trx: Trx): Promise<Step | null> {
  const done = new Set((await stepsOf(change.id, trx)).map(({ step }) => step))
  return (await neededSteps(change, trx)).find((step) => !done.has(step)) ?? null
}

/** @throws StepOrderError naming the first step that is missing */
export async function assertSteps(change: RegisterTransaction, trx: Trx): Promise<void> {
  const missing = await nextStep(change, trx)
  if (missing) throw new StepOrderError(STEP_NAMES[missing])
}
