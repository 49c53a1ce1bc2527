import type { Day } from '#core/days'
import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { AmountNeededError } from '#accounts/errors'
import Surety from '#accounts/models/surety'

/** The days of a surety overlap those of another of the same holder, or end before they begin. */
export class SuretyDaysError extends DomainError {
  static override code = 'E_SURETY_DAYS'
}

export interface SuretyInput {
  unitId: number
  /** Code of the cashier, or number of the storekeeper. */
  holderNo: string
  holderName: string
  job: 'cashier' | 'storekeeper'
  guarantorName: string
  policyNo: string
  amount: Money
  validFrom: Day
  /** The first day on which it no longer holds. */
  validTo: Day
}

/** Records what secures a cashier or storekeeper; a renewal is a new one from the day the old one ends. */
export async function recordSurety(
  input: SuretyInput,
  { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
): Promise<Surety> {
  if (!input.amount.isPositive()) throw new AmountNeededError()
  if (input.validTo <= input.validFrom) {
    throw new SuretyDaysError(
      sentence('نهاية الضمان بعد بدايته.', 'A surety ends after the day it begins.')
    )
  }
  return within(outer, async (trx) => {
    const surety = await notTwice(() => Surety.create({ ...input, madeBy: by.id }, { client: trx }))
    await Trail.record(
      {
        action: 'surety.recorded',
        unitId: input.unitId,
        subjectType: 'surety',
        subjectId: surety.id,
        label: input.holderName,
        after: { ...input, amount: String(input.amount) },
      },
      { by, trx }
    )
    return surety
  })
}

/** Whether a cashier or storekeeper is secured on a day. */
export async function isSecured(
  { unitId, job, holderNo }: Pick<SuretyInput, 'unitId' | 'job' | 'holderNo'>,
  on: Day
): Promise<boolean> {
  const found = await Surety.query()
    .where({ unitId, job, holderNo })
    .where('valid_from', '<=', on)
    .where('valid_to', '>', on)
    .first()
  return found !== null
}

async function notTwice<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_ENTRY') throw error
    throw new SuretyDaysError(
      sentence(
        'لصاحب العهدة ضمان آخر في بعض هذه المدة.',
        'The holder has another surety in some of these days.'
      )
    )
  }
}
