import { within, type Trx } from '#core/within'
import { applyDecision, takeTurn } from '#revenue/actions/decision'
import {
  pairs,
  record,
  refusePairs,
  sort,
  type Member,
  type UnmatchReason,
} from '#revenue/actions/unmatch_parts'
import { MatchNotDecidedError } from '#revenue/errors'
import Allocation from '#revenue/models/allocation'
import BankMatch from '#revenue/models/bank_match'
import type { Fact } from '#revenue/reconciliation/judge/judge_again'

/**
 * Takes back a match that a person decided; the pair counts as refused from then on. What follows from
 * a paper's own number is no decision and is undone by correcting the paper.
 */
export default class Unmatch {
  /** @throws MatchNotDecidedError */
  async allocation(id: number, why: UnmatchReason, outer?: Trx): Promise<void> {
    const { unitId } = await Allocation.findOrFail(id, outer ? { client: outer } : {})
    await within(outer, async (trx) => {
      await takeTurn(unitId, trx)
      const allocation = await Allocation.query({ client: trx })
        .where('id', id)
        .forUpdate()
        .firstOrFail()
      if (allocation.decidedBy === null) throw new MatchNotDecidedError(allocation.rule)
      const { chargeId, receiptId } = allocation
      const facts = await this.#freeBehind(allocation, trx)
      await trx.rawQuery('DELETE FROM allocations WHERE id = ?', [id])
      await refusePairs('charge_receipt', [[receiptId, chargeId]], why.by.id, trx)
      const [[charge]] = await trx.rawQuery(
        "SELECT DATE_FORMAT(due_on, '%Y-%m-01') AS month FROM charges WHERE id = ?",
        [chargeId]
      )
      await applyDecision({ unitId, month: charge.month, facts }, trx)
      await record(
        'allocation',
        id,
        { unitId, rule: allocation.rule, evidence: allocation.evidence },
        why,
        trx
      )
    })
  }

  /** What a run added behind a decision goes first; the next run adds again what then holds. */
  async #freeBehind({ id, chargeId, receiptId }: Allocation, trx: Trx): Promise<Fact[]> {
    const behind = await Allocation.query({ client: trx })
      .whereNot('id', id)
      .where((query) => void query.where('chargeId', chargeId).orWhere('receiptId', receiptId))
      .orderBy('chargeShare', 'desc')
      .forUpdate()
    for (const one of behind) await trx.rawQuery('DELETE FROM allocations WHERE id = ?', [one.id])
    return [{ chargeId, receiptId }, ...behind].flatMap((one): Fact[] => [
      { kind: 'charge', id: one.chargeId },
      { kind: 'receipt', id: one.receiptId },
    ])
  }

  /** @throws MatchNotDecidedError */
  async bankMatch(id: number, why: UnmatchReason, outer?: Trx): Promise<void> {
    const { unitId } = await BankMatch.findOrFail(id, outer ? { client: outer } : {})
    await within(outer, async (trx) => {
      await takeTurn(unitId, trx)
      const match = await BankMatch.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
      if (match.decidedBy === null) throw new MatchNotDecidedError(match.rule)
      const [members] = await trx.rawQuery(
        `SELECT m.slip_id, m.settlement_id, m.bank_line_id, DATE_FORMAT(l.booked_on, '%Y-%m-01') AS month
         FROM bank_match_members m LEFT JOIN bank_lines l ON l.id = m.bank_line_id WHERE m.match_id = ?`,
        [id]
      )
      await trx.rawQuery('DELETE FROM bank_match_members WHERE match_id = ?', [id])
      await trx.rawQuery('DELETE FROM bank_matches WHERE id = ?', [id])
      const { facts, month, lines, slips, batches } = sort(members as Member[])
      await refusePairs('slip_bank', pairs(lines, slips), why.by.id, trx)
      await refusePairs('settlement_bank', pairs(lines, batches), why.by.id, trx)
      await applyDecision({ unitId, month, facts }, trx)
      await record(
        'bank_match',
        id,
        { unitId, rule: match.rule, evidence: match.evidence },
        why,
        trx
      )
    })
  }
}
