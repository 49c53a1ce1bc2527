import { addDays, today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { datedSetting } from '#core/settings'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { documentHash } from '#identity/actions/decide_approval'
import { DisplayNotReadyError } from '#registry/displays/errors'
import type { DisplayKind } from '#registry/displays/life'
import { NOTHING_TO_DISPLAY, subjectsOf } from '#registry/displays/queries/subjects'
import DisplayList from '#registry/models/display_list'

export interface ListInput {
  unitId: number
  kind: DisplayKind
  roundId?: number | null
  title: string
  place: string
}

interface Act {
  by: Actor & { id: number }
  trx?: Trx
}

/** A list on its way to the wall (كشف العرض): drafted with what it says, hung out, or taken down. */
export default class KeepList {
  /** @throws DisplayNotReadyError when there is nothing to display */
  async draft(input: ListInput, { by, trx: outer }: Act): Promise<DisplayList> {
    return within(outer, async (trx) => {
      const { unitId, kind, roundId = null, title, place } = input
      const subjects = await subjectsOf({ unitId, kind, roundId }, trx)
      if (subjects.length === 0) throw new DisplayNotReadyError(NOTHING_TO_DISPLAY[kind])
      const year = FiscalYear.containing(today()).label
      const number = await nextNumber({ unitId, book: 'displays', fiscalYear: year }, trx)
      const list = await DisplayList.create(
        {
          ...{ unitId, kind, roundId: kind === 'round' ? roundId : null, title, place },
          ...{ listNo: `${number}/${year}`, status: 'draft', madeBy: by.id },
        },
        { client: trx }
      )
      const rows = subjects.map((one, index) => ({ ...one, list_id: list.id, seq: index + 1 }))
      for (let from = 0; from < rows.length; from += 500) {
        await trx.table('display_entries').multiInsert(rows.slice(from, from + 500))
      }
      await told('display_list.drafted', list, { entries: rows.length }, { by, trx })
      return list
    })
  }

  /**
   * Hung out (بدء العرض): from this day objections are received, for the days of the dated setting. What
   * it says is bound by its hash.
   */
  async display(listId: number, { on = today() }: { on?: Day }, { by, trx: outer }: Act) {
    return within(outer, async (trx) => {
      const list = await heldList(listId, trx)
      if (on > today()) {
        throw new DisplayNotReadyError(
          sentence(`التاريخ ${on} لم يأت بعد.`, `The day ${on} has not come yet.`)
        )
      }
      const asked = { on, unitId: list.unitId, trx }
      const { value, legalReference } = await datedSetting<{ days: number }>(
        'registry.display.days',
        asked
      )
      list.moveTo('displayed')
      list.merge({ displayedOn: on, untilOn: addDays(on, value.days - 1), legal: legalReference })
      list.documentHash = await hashOf(list, trx)
      await list.save()
      await told('display_list.displayed', list, {}, { by, trx })
      return list
    })
  }

  /** Taken down (رفع الكشف) with a reason; what it showed may hang on another list. */
  async withdraw(listId: number, { reason }: { reason: string }, { by, trx: outer }: Act) {
    return within(outer, async (trx) => {
      const list = await heldList(listId, trx)
      list.moveTo('withdrawn')
      await list.merge({ endedReason: reason }).save()
      await told('display_list.withdrawn', list, { reason }, { by, trx })
      return list
    })
  }
}

/** The list, held until the transaction ends. */
export function heldList(id: number, trx: Trx): Promise<DisplayList> {
  return DisplayList.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
}

async function hashOf(list: DisplayList, trx: Trx): Promise<Buffer> {
  const entries = await trx
    .from('display_entries')
    .where('list_id', list.id)
    .orderBy('seq')
    .select('seq', 'number', 'name', 'place', 'said', 'area_m2')
  return documentHash({ ...list.picture(), entries })
}

/** A row of the trail about a list. */
export async function told(
  action: string,
  list: DisplayList,
  more: Record<string, unknown>,
  { by, trx }: { by: Actor; trx: Trx }
): Promise<void> {
  const subject = { subjectType: 'display_list', subjectId: list.id, label: list.listNo }
  await Trail.record(
    { action, unitId: list.unitId, ...subject, after: { ...list.picture(), ...more } },
    { by, trx }
  )
}
