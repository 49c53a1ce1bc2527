import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import { MEDIA } from '#core/sheets/media'
import { sendMadeFile } from '#core/web/made_file'
import BudgetProposal from '#budget/models/budget_proposal'
import { writeProposalSheet } from '#budget/plan/proposal_sheet'

/** A proposal as a workbook to fill in. */
export default class ProposalSheetsController {
  async show(ctx: HttpContext) {
    const proposal = await BudgetProposal.visibleTo(ctx.auth.getUserOrFail())
      .where('budget_proposals.id', ctx.params.id)
      .firstOrFail()
    const name = `proposal-${proposal.fiscalYear.replace('/', '-')}-${proposal.id}.xlsx`
    const locale = ctx.i18n.locale as Locale
    await sendMadeFile(ctx, { type: MEDIA.xlsx, name }, (target) =>
      writeProposalSheet(proposal, { target, locale })
    )
  }
}
