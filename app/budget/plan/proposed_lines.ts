import type { Money } from '#core/money'
import BudgetProposalLine from '#budget/models/budget_proposal_line'
import type { ProposedLine } from '#budget/plan/prepare_proposal'

/** The grid as it came back: lines by `l` and their ids, and perhaps one more. */
export interface GridInput {
  lines?: Record<string, { amount: Money; justification?: string }>
  new_line?: {
    code_id?: number
    fund_id: number
    function_id: number
    programme_id: number
    amount?: Money
    justification?: string
  }
}

/** What of a grid differs from what is recorded: untouched rows are not written again. */
export async function proposedLines(proposalId: number, said: GridInput): Promise<ProposedLine[]> {
  const recorded = await BudgetProposalLine.query().where({ proposalId })
  const byId = new Map(recorded.map((line) => [line.id, line]))
  const lines: ProposedLine[] = []
  for (const [key, { amount, justification = null }] of Object.entries(said.lines ?? {})) {
    const line = byId.get(Number(key.slice(1)))
    if (!line) continue
    if (line.amount.equals(amount) && line.justification === justification) continue
    const { codeId, fundId, functionId, programmeId } = line
    lines.push({ codeId, fundId, functionId, programmeId, amount, justification })
  }
  const { new_line: added } = said
  if (added?.code_id && added.amount) {
    lines.push({
      codeId: added.code_id,
      fundId: added.fund_id,
      functionId: added.function_id,
      programmeId: added.programme_id,
      amount: added.amount,
      justification: added.justification ?? null,
    })
  }
  return lines
}
