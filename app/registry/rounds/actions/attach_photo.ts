import { dayOf } from '#core/days'
import { within, type Trx } from '#core/within'
import type User from '#identity/models/user'
import KeepDocument from '#registry/actions/keep_document'
import type Round from '#registry/models/round'
import RoundFinding from '#registry/models/round_finding'
import RoundLine from '#registry/models/round_line'
import { sharedRound } from '#registry/rounds/actions/plan_round'
import { photosOf, settledState } from '#registry/rounds/actions/settle_line'
import { NotYourLineError, RoundNotRunningError } from '#registry/rounds/errors'
import { judgeFieldRecord } from '#registry/rounds/rules/field_record'

export interface PhotoInput {
  uuid: string
  /** Client uuid of the finding it belongs to. */
  findingUuid: string
  file: { from: string; originalName: string }
}

/**
 * A photograph of a finding comes in, the same one once. With the last one the line is submitted, and
 * R21 is asked again with what the pictures say of their time.
 */
export default class AttachPhoto {
  /** @throws NotYourLineError, RoundNotRunningError, and as KeepDocument */
  async handle(
    roundId: number,
    input: PhotoInput,
    { by, requestId, trx: outer }: { by: User; requestId?: string; trx?: Trx }
  ): Promise<{ isNew: boolean; line: RoundLine }> {
    return within(outer, async (trx) => {
      const round = await sharedRound(roundId, trx)
      const finding = await RoundFinding.query({ client: trx })
        .where({ client_uuid: input.findingUuid, round_id: roundId })
        .firstOrFail()
      const line = await RoundLine.query({ client: trx })
        .where('id', finding.lineId)
        .forUpdate()
        .firstOrFail()
      if (finding.foundBy !== by.id) throw new NotYourLineError(line.label, 'team')
      const held = await trx.from('round_photos').where('client_uuid', input.uuid).first()
      if (held) return { isNew: false, line }
      if (!round.isRunning) throw new RoundNotRunningError(round.label, round.status)

      const { document } = await new KeepDocument().handle(
        {
          unitId: line.unitId,
          kind: 'photo',
          title: `حصر ${round.label} • ${line.label}`.slice(0, 200),
          file: input.file,
          links: [
            { type: 'round_line', id: line.id },
            ...(line.assetId ? [{ type: 'asset', id: line.assetId }] : []),
          ],
        },
        { by: by.asActor(requestId), trx }
      )
      await trx
        .insertQuery()
        .table('round_photos')
        .insert({ finding_id: finding.id, client_uuid: input.uuid, document_id: document.id })
      if (line.findingId === finding.id) await this.#settle(round, line, finding, trx)
      return { isNew: true, line }
    })
  }

  async #settle(round: Round, line: RoundLine, finding: RoundFinding, trx: Trx): Promise<void> {
    const { arrived, distinct } = await photosOf(finding.id, trx)
    if (arrived < finding.photosPromised || line.status !== 'visited') return
    const flags = await judgeFieldRecord(
      {
        gpsLimitM: line.gpsLimitM,
        photosRequired: line.photosRequired,
        position: finding.accuracyM ? { accuracyM: Number(finding.accuracyM) } : null,
        distanceM: finding.distanceM ? Number(finding.distanceM) : null,
        isDesk: finding.deskReason !== null,
        capturedOn: dayOf(finding.capturedAt.toJSDate()),
        photos: distinct,
        round,
      },
      { unitId: round.unitId, trx }
    )
    const state = await settledState(line, finding, { unitId: round.unitId, trx })
    line.merge({ flags, isFlagged: flags.length > 0 })
    if (state !== 'visited') line.moveTo(state)
    await line.save()
  }
}
