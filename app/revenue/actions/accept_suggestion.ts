import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { applyDecision, takeTurn } from '#revenue/actions/decision'
import { lockSuggestionSet } from '#revenue/actions/suggestion_set'
import { SuggestionClosedError } from '#revenue/errors'
import MatchSuggestion from '#revenue/models/match_suggestion'
import type { Fact } from '#revenue/reconciliation/judge/judge_again'

/** A person says that two papers belong together. Later runs keep it while the papers stand. */
export default class AcceptSuggestion {
  /** @throws SuggestionClosedError when it was decided, withdrawn, or a side is no longer free */
  async handle(suggestionId: number, by: Actor & { id: number }, outer?: Trx): Promise<void> {
    const { unitId } = await MatchSuggestion.findOrFail(
      suggestionId,
      outer ? { client: outer } : {}
    )
    await within(outer, async (trx) => {
      await takeTurn(unitId, trx)
      const set = await lockSuggestionSet(suggestionId, trx)
      const first = set[0]!
      const facts =
        first.leg === 'charge_receipt'
          ? await this.#pay(first, by, trx)
          : await this.#bank(set, by, trx)
      await this.#close(set, by, trx)
      await applyDecision({ unitId, month: first.month, facts }, trx)
      await Trail.record(
        {
          action: 'match.accepted',
          unitId,
          subjectType: 'match_suggestion',
          subjectId: first.id,
          label: `${first.rule} ${first.evidence}`,
          after: {
            rule: first.rule,
            pairs: set.map((one) => ({ left: one.leftId, right: one.rightId, amount: one.amount })),
          },
        },
        { by, trx }
      )
    })
  }

  /** Receipt pays charge. The condition is in the statement: a side taken meanwhile inserts nothing. */
  async #pay(suggestion: MatchSuggestion, by: { id: number }, trx: Trx): Promise<Fact[]> {
    const [made] = await trx.rawQuery(
      `INSERT INTO allocations (unit_id, charge_id, receipt_id, amount, charge_amount, receipt_amount, charge_share,
         receipt_share, rule, evidence, decided_by)
       SELECT c.unit_id, c.id, r.id, LEAST(c.amount, r.amount), c.amount, r.amount, 1, 1, ?, ?, ?
       FROM charges c JOIN receipts r ON r.id = ? AND r.unit_id = c.unit_id
       WHERE c.id = ? AND c.status = 'open' AND r.is_void = 0
         AND NOT EXISTS (SELECT 1 FROM allocations a WHERE a.charge_id = c.id)
         AND NOT EXISTS (SELECT 1 FROM allocations a WHERE a.receipt_id = r.id)
         AND NOT EXISTS (SELECT 1 FROM returned_cheques y WHERE y.receipt_id = r.id)`,
      [
        suggestion.rule,
        suggestion.evidence,
        by.id,
        suggestion.leftId,
        suggestion.rightId,
      ] as string[]
    )
    if (made.affectedRows === 0) throw new SuggestionClosedError(suggestion.id, 'taken')
    return [
      { kind: 'charge', id: suggestion.rightId },
      { kind: 'receipt', id: suggestion.leftId },
    ]
  }

  /** Bank lines carry slips or a batch: one group. */
  async #bank(set: MatchSuggestion[], by: { id: number }, trx: Trx): Promise<Fact[]> {
    const first = set[0]!
    const kind = first.leg === 'slip_bank' ? 'slip' : 'settlement'
    const lines = [...new Set(set.map((one) => one.leftId))]
    const papers = [...new Set(set.map((one) => one.rightId))]
    const [table, amount] = kind === 'slip' ? ['deposit_slips', 'amount'] : ['settlements', 'net']
    const [[taken]] = await trx.rawQuery(
      `SELECT COUNT(*) AS n FROM bank_match_members WHERE bank_line_id IN (${marks(lines)}) OR ${kind}_id IN (${marks(papers)})`,
      [...lines, ...papers]
    )
    if (Number(taken.n) > 0) throw new SuggestionClosedError(first.id, 'taken')
    const [made] = await trx.rawQuery(
      `INSERT INTO bank_matches (unit_id, match_key, rule, evidence, deposited, banked, decided_by)
       SELECT ?, (SELECT CONCAT(b.account_no, '/', HEX(l.identity)) FROM bank_lines l JOIN bank_accounts b ON b.id = l.bank_account_id
           WHERE l.id IN (${marks(lines)}) ORDER BY b.account_no, l.booked_on, l.reference, l.amount, l.identity LIMIT 1),
         ?, ?, (SELECT SUM(${amount}) FROM ${table} WHERE id IN (${marks(papers)})),
         (SELECT SUM(amount) FROM bank_lines WHERE id IN (${marks(lines)})), ?`,
      [first.unitId, ...lines, first.rule, first.evidence, ...papers, ...lines, by.id] as string[]
    )
    for (const [column, ids] of [
      ['bank_line_id', lines],
      [`${kind}_id`, papers],
    ] as const) {
      for (const id of ids) {
        await trx.rawQuery(`INSERT INTO bank_match_members (match_id, ${column}) VALUES (?, ?)`, [
          made.insertId,
          id,
        ])
      }
    }
    return [
      ...lines.map((id) => ({ kind: 'bank_line' as const, id })),
      ...papers.map((id) => ({ kind, id }) as Fact),
    ]
  }

  /** Accepts these and withdraws what else was suggested for the same papers. */
  async #close(set: MatchSuggestion[], by: { id: number }, trx: Trx): Promise<void> {
    const ids = set.map((one) => one.id)
    await trx.rawQuery(
      `UPDATE match_suggestions SET state = 'accepted', decided_by = ?, decided_at = NOW(3) WHERE id IN (${marks(ids)})`,
      [by.id, ...ids]
    )
    for (const { leg, leftId, rightId } of set) {
      await trx.rawQuery(
        "UPDATE match_suggestions SET state = 'withdrawn' WHERE state = 'open' AND unit_id = ? AND leg = ? AND (left_id = ? OR right_id = ?)",
        [set[0]!.unitId, leg, leftId, rightId] as string[]
      )
    }
  }
}

function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ')
}
