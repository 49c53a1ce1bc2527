import { within, type Trx } from '#core/within'
import type User from '#identity/models/user'
import type Round from '#registry/models/round'
import RoundFinding from '#registry/models/round_finding'
import RoundLine from '#registry/models/round_line'
import { sharedRound } from '#registry/rounds/actions/plan_round'
import { RoundNotRunningError, UuidReusedError } from '#registry/rounds/errors'
import { contentHash, type FindingInput } from '#registry/rounds/finding_input'
import { factsFound } from '#registry/rounds/findings/facts_found'
import { keepFinding } from '#registry/rounds/findings/keep_finding'
import { extraLine, ownLine, teamOf } from '#registry/rounds/findings/line_found'
import { refuseUnproven } from '#registry/rounds/rules/unproven'

interface Recorded {
  finding: RoundFinding
  line: RoundLine
  /** False when this very finding had come before. */
  isNew: boolean
}

/**
 * A finding comes in from the field (تسجيل نتيجة ميدانية), perhaps hours after it was made. The same one
 * lands once; one made on what stands no longer is refused with what stands now, for a person to look at.
 */
export default class RecordFinding {
  /**
   * @throws RoundNotRunningError, NotYourLineError, FindingConflictError (R23), FieldRecordError (R21),
   * UuidReusedError
   */
  async handle(
    roundId: number,
    input: FindingInput,
    { by, requestId, trx: outer }: { by: User; requestId?: string; trx?: Trx }
  ): Promise<Recorded> {
    return within(outer, async (trx) => {
      const round = await sharedRound(roundId, trx)
      const held = await this.#held(round, input, by, trx)
      if (held) return held
      if (!round.isRunning) throw new RoundNotRunningError(round.label, round.status)
      const teamId = await teamOf(round.id, by.id, trx)
      refuseUnproven(input)
      const finder = { round, teamId, input, by }
      const line = await (input.lineId === null ? extraLine(finder, trx) : ownLine(finder, trx))
      const facts = await factsFound(line, input, trx)
      const finding = await keepFinding({ ...finder, line, facts, requestId, trx })
      return { finding, line, isNew: true }
    })
  }

  /** The same finding, come before. */
  async #held(round: Round, input: FindingInput, by: User, trx: Trx): Promise<Recorded | null> {
    const finding = await RoundFinding.query({ client: trx })
      .where('client_uuid', input.uuid)
      .first()
    if (!finding) return null
    const isSame =
      finding.roundId === round.id &&
      finding.foundBy === by.id &&
      finding.contentHash.equals(contentHash(input))
    if (!isSame) throw new UuidReusedError(input.uuid)
    const line = await RoundLine.findOrFail(finding.lineId, { client: trx })
    return { finding, line, isNew: false }
  }
}
