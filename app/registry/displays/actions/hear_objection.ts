import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import KeepDocument from '#registry/actions/keep_document'
import { heldList } from '#registry/displays/actions/keep_list'
import { DisplayNotReadyError } from '#registry/displays/errors'
import DisplayObjection from '#registry/models/display_objection'

export interface ObjectionInput {
  entryId?: number | null
  receivedOn: Day
  objectorName: string
  text: string
  /** The paper that he brought. */
  file?: { from: string; originalName: string } | null
}

export interface Verdict {
  verdict: 'accepted' | 'refused'
  reason: string
  on?: Day
}

/** Objections against what hangs out (الاعتراضات): received within its time, decided by another hand. */
export default class HearObjection {
  /** @throws DisplayNotReadyError before the display and after its last day */
  async record(
    listId: number,
    input: ObjectionInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<DisplayObjection> {
    return within(outer, async (trx) => {
      const list = await heldList(listId, trx)
      const { entryId = null, receivedOn, objectorName, text } = input
      const isOpen = list.status === 'displayed' && receivedOn >= list.displayedOn!
      if (!isOpen || receivedOn > list.untilOn! || receivedOn > today()) {
        throw new DisplayNotReadyError(
          list.displayedOn
            ? sentence(
                `تتلقى الاعتراضات من ${list.displayedOn} إلى ${list.untilOn}، والاعتراض وارد في ${receivedOn}.`,
                `Objections are received from ${list.displayedOn} to ${list.untilOn}; this one came on ${receivedOn}.`
              )
            : sentence('لم يعرض الكشف بعد.', 'The list is not displayed yet.'),
          { facts: { from: list.displayedOn, until: list.untilOn, receivedOn } }
        )
      }
      if (entryId)
        await trx.from('display_entries').where({ id: entryId, list_id: listId }).firstOrFail()
      const [{ n }] = await trx.from('display_objections').where('list_id', listId).count('* as n')
      const objection = await DisplayObjection.create(
        {
          ...{ unitId: list.unitId, listId, entryId, receivedOn, objectorName, text },
          ...{ objectionNo: String(Number(n) + 1), status: 'open', madeBy: by.id },
        },
        { client: trx }
      )
      if (input.file) await keepPaper(objection, input.file, by, trx)
      await Trail.record(
        { action: 'display_objection.recorded', ...subject(objection), after: objection.picture() },
        { by, trx }
      )
      return objection
    })
  }

  /** @throws SelfApprovalError by who wrote it down; DisplayNotReadyError when it is decided already */
  async decide(
    objectionId: number,
    { verdict, reason, on = today() }: Verdict,
    { by, requestId, trx: outer }: { by: User; requestId?: string; trx?: Trx }
  ): Promise<DisplayObjection> {
    return within(outer, async (trx) => {
      const objection = await DisplayObjection.query({ client: trx })
        .where('id', objectionId)
        .forUpdate()
        .firstOrFail()
      if (objection.madeBy === by.id) throw new SelfApprovalError()
      if (objection.status !== 'open' || on < objection.receivedOn || on > today()) {
        throw new DisplayNotReadyError(
          sentence(
            'الاعتراض فُصل فيه من قبل، أو تاريخ القرار قبل وروده أو لم يأت بعد.',
            'The objection is decided already, or the day is before it came or has not come yet.'
          ),
          { facts: { status: objection.status, on } }
        )
      }
      objection.merge({ status: verdict, decidedBy: by.id, decidedOn: on, decisionReason: reason })
      await objection.save()
      const decision = {
        subject: { type: 'display_objection', id: objection.id, unitId: objection.unitId },
        step: 'decide',
        madeBy: objection.madeBy,
        documentHash: documentHash(objection.picture()),
        ...{ by, reason, requestId, trx },
      }
      if (verdict === 'accepted') await new DecideApproval().approve(decision)
      else await new DecideApproval().refuse(decision)
      return objection
    })
  }
}

const subject = (objection: DisplayObjection) => ({
  unitId: objection.unitId,
  subjectType: 'display_objection',
  subjectId: objection.id,
  label: objection.objectionNo,
})

async function keepPaper(
  objection: DisplayObjection,
  file: { from: string; originalName: string },
  by: Actor,
  trx: Trx
): Promise<void> {
  await new KeepDocument().handle(
    {
      unitId: objection.unitId,
      kind: 'letter',
      title: file.originalName.slice(0, 200),
      dated: objection.receivedOn,
      file,
      links: [{ type: 'display_objection', id: objection.id }],
    },
    { by, trx }
  )
}
