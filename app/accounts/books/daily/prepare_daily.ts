import { formatDay, today, type Day } from '#core/days'
import { DomainError, sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import { dailyReckoning } from '#accounts/books/daily_reckoning'
import DailyReckoning from '#accounts/models/daily_reckoning'

/** A daily reckoning that cannot be made or go on yet. */
export class DailyReckoningError extends DomainError {
  static override code = 'E_DAILY_RECKONING'
}

interface Doing {
  by: User
  requestId?: string
  trx?: Trx
}

/** Makes form 69 of a day from books 55 and 224, or makes a draft's figures anew. */
export default class PrepareDaily {
  /** @throws DailyReckoningError for a day to come, or one whose form is signed already */
  async handle(
    { unitId, day, explanation }: { unitId: number; day: Day; explanation?: string | null },
    { by, requestId, trx: outer }: Doing
  ): Promise<DailyReckoning> {
    return within(outer, async (trx) => {
      if (day > today()) {
        throw new DailyReckoningError(
          sentence(
            `يوم ${formatDay(day, 'ar')} لم يأت بعد.`,
            `${formatDay(day, 'en')} is still to come.`
          )
        )
      }
      const reckoning = await draftOf({ unitId, day }, by, trx)
      const figures = await figuresOf({ unitId, day }, trx)
      const told = explanation === undefined ? reckoning.explanation : explanation
      reckoning.merge({
        ...figures,
        explanation: told?.trim().slice(0, 500) || null,
        version: reckoning.version + 1,
      })
      await reckoning.save()
      const subject = {
        unitId,
        subjectType: 'daily_reckoning',
        subjectId: reckoning.id,
        label: reckoning.label,
      }
      const { book224, agrees } = reckoning
      const after = { day, gross: book224.gross, net: book224.net, count: book224.count, agrees }
      await Trail.record(
        { action: 'daily_reckoning.created', ...subject, after },
        { by: by.asActor(requestId), trx }
      )
      return reckoning
    })
  }
}

/** What both books say of a day, as the form holds it. */
export async function figuresOf(asked: { unitId: number; day: Day }, trx: Trx) {
  const { opening, book55, book224 } = await dailyReckoning(asked, { trx })
  return {
    ...{ openingCount: opening.count, openingGross: opening.gross },
    ...{ openingDeductions: opening.deductions, openingNet: opening.net },
    ...{ formsCount: book55.count, formsGross: book55.gross },
    ...{ formsDeductions: book55.deductions, formsNet: book55.net },
    ...{ entriesCount: book224.count, entriesGross: book224.gross },
    ...{ entriesDeductions: book224.deductions, entriesNet: book224.net },
  }
}

async function draftOf(
  { unitId, day }: { unitId: number; day: Day },
  by: User,
  trx: Trx
): Promise<DailyReckoning> {
  const known = await DailyReckoning.query({ client: trx })
    .where({ unit_id: unitId, day })
    .forUpdate()
    .first()
  if (known && known.status !== 'draft') {
    throw new DailyReckoningError(
      sentence(
        `حسبة هذا اليوم ${known.label} موقعة.`,
        `The reckoning of this day, ${known.label}, is signed.`
      ),
      {
        cure: sentence(
          'تُرد أو تُسحب بسبب إن لزم تعديلها.',
          'It is sent back or withdrawn with a reason if it must change.'
        ),
      }
    )
  }
  if (known) return known
  const fiscalYear = FiscalYear.containing(day).label
  const number = await nextNumber({ unitId, book: 'form-69', fiscalYear }, trx)
  const facts = { unitId, day, fiscalYear, number, madeBy: by.id, status: 'draft', version: 0 }
  return new DailyReckoning().useTransaction(trx).merge(facts)
}
