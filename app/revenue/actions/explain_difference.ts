import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { DifferenceClearedError, ExplanationMissingError } from '#revenue/errors'
import Difference from '#revenue/models/difference'
import DifferenceNote from '#revenue/models/difference_note'

export interface Explanation {
  text: string
  by: Actor & { id: number }
  /** `note` only adds words; `explained` says that the cause is known; `open` takes that back. */
  as?: 'note' | 'explained' | 'open'
}

/** Writes what a person knows about a difference. Runs keep it as long as the difference lives. */
export default class ExplainDifference {
  /** @throws ExplanationMissingError, DifferenceClearedError */
  async handle(
    differenceId: number,
    { text, by, as = 'explained' }: Explanation,
    outer?: Trx
  ): Promise<DifferenceNote> {
    const words = text.trim()
    if (!words) throw new ExplanationMissingError()
    return within(outer, async (trx) => {
      const difference = await Difference.query({ client: trx })
        .where('id', differenceId)
        .forUpdate()
        .firstOrFail()
      if (difference.state === 'cleared') throw new DifferenceClearedError(difference.subjectKey)
      const before = difference.state
      const note = await DifferenceNote.create(
        { differenceId, userId: by.id, text: words.slice(0, 1000) },
        { client: trx }
      )
      if (as !== 'note') {
        await difference.merge({ state: as }).save()
      }
      await Trail.record(
        {
          action:
            as === 'note'
              ? 'difference.noted'
              : `difference.${as === 'open' ? 'reopened' : 'explained'}`,
          unitId: difference.unitId,
          subjectType: 'difference',
          subjectId: difference.id,
          label: `${difference.code} ${difference.subjectKey}`,
          before: { state: before },
          after: { state: difference.state },
          reason: words.slice(0, 500),
        },
        { by, trx }
      )
      return note
    })
  }
}
