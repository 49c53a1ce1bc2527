import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'shortcuts': { paramsTuple?: []; params?: {} }
    'choices.units': { paramsTuple?: []; params?: {} }
    'jobs.index': { paramsTuple?: []; params?: {} }
    'jobs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.events': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'kit': { paramsTuple?: []; params?: {} }
    'kit.form': { paramsTuple?: []; params?: {} }
    'kit.store': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'reporting.secretary.index': { paramsTuple?: []; params?: {} }
    'reporting.reports.index': { paramsTuple?: []; params?: {} }
    'reporting.reports.create': { paramsTuple?: []; params?: {} }
    'reporting.reports.store': { paramsTuple?: []; params?: {} }
    'reporting.reports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reporting.report_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reporting.trail.index': { paramsTuple?: []; params?: {} }
    'reporting.trail_verifications.store': { paramsTuple?: []; params?: {} }
    'reporting.trail.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.assets': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.rights': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.parties': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.charges': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.receipts': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.slips': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.settlements': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.bank_lines': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.ledger_entries': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reporting.worklist.index': { paramsTuple?: []; params?: {} }
    'revenue.charges.index': { paramsTuple?: []; params?: {} }
    'revenue.bills.index': { paramsTuple?: []; params?: {} }
    'revenue.bills.store': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.index': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.store': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'revenue.suggestion_decisions.store': { paramsTuple?: []; params?: {} }
    'revenue.suggestion_decisions.destroy': { paramsTuple?: []; params?: {} }
    'revenue.differences.index': { paramsTuple?: []; params?: {} }
    'revenue.differences.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'revenue.difference_assignments.store': { paramsTuple?: []; params?: {} }
    'revenue.difference_explanations.store': { paramsTuple?: []; params?: {} }
    'revenue.difference_notes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.receipts.index': { paramsTuple?: []; params?: {} }
    'accounts.deposits.index': { paramsTuple?: []; params?: {} }
    'accounts.settlements.index': { paramsTuple?: []; params?: {} }
    'accounts.bank_lines.index': { paramsTuple?: []; params?: {} }
    'accounts.ledger_entries.index': { paramsTuple?: []; params?: {} }
    'accounts.ledger_lines.index': { paramsTuple?: []; params?: {} }
    'accounts.trial_balance.index': { paramsTuple?: []; params?: {} }
    'accounts.trial_balance.memo': { paramsTuple?: []; params?: {} }
    'accounts.chart.index': { paramsTuple?: []; params?: {} }
    'accounts.folios.index': { paramsTuple?: []; params?: {} }
    'accounts.folios.create': { paramsTuple?: []; params?: {} }
    'accounts.folios.store': { paramsTuple?: []; params?: {} }
    'accounts.folios.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.folios.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.folios.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.folios.audit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.folios.reopen': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.index': { paramsTuple?: []; params?: {} }
    'accounts.period_accounts.create': { paramsTuple?: []; params?: {} }
    'accounts.period_accounts.store': { paramsTuple?: []; params?: {} }
    'accounts.period_accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.control': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.endorse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.control_back': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.approve_back': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.endorse_back': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.index': { paramsTuple?: []; params?: {} }
    'accounts.year_closings.create': { paramsTuple?: []; params?: {} }
    'accounts.year_closings.store': { paramsTuple?: []; params?: {} }
    'accounts.year_closings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.bank_accounts.index': { paramsTuple?: []; params?: {} }
    'accounts.bank_accounts.create': { paramsTuple?: []; params?: {} }
    'accounts.bank_accounts.store': { paramsTuple?: []; params?: {} }
    'budget.codes.index': { paramsTuple?: []; params?: {} }
    'budget.codes.create': { paramsTuple?: []; params?: {} }
    'budget.codes.store': { paramsTuple?: []; params?: {} }
    'budget.codes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.code_decisions.confirm': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.code_decisions.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.index': { paramsTuple?: []; params?: {} }
    'accounts.daily_reckonings.create': { paramsTuple?: []; params?: {} }
    'accounts.daily_reckonings.store': { paramsTuple?: []; params?: {} }
    'accounts.daily_reckonings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.anew': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.cashier': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.accountant': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.head': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.accountantBack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.headBack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.fund_shares.index': { paramsTuple?: []; params?: {} }
    'budget.fund_shares.create': { paramsTuple?: []; params?: {} }
    'budget.fund_shares.store': { paramsTuple?: []; params?: {} }
    'budget.fund_shares.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.fund_shares.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.fund_shares.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.fund_shares.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.index': { paramsTuple?: []; params?: {} }
    'budget.budgets.create': { paramsTuple?: []; params?: {} }
    'budget.budgets.store': { paramsTuple?: []; params?: {} }
    'budget.budgets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.call': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.discuss': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.open': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.reconsider': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.ceilings.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.ceilings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.discussions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.store': { paramsTuple?: []; params?: {} }
    'budget.proposals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.accept': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.index': { paramsTuple?: []; params?: {} }
    'budget.release_plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiaries.index': { paramsTuple?: []; params?: {} }
    'accounts.beneficiaries.create': { paramsTuple?: []; params?: {} }
    'accounts.beneficiaries.store': { paramsTuple?: []; params?: {} }
    'accounts.beneficiaries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiaries.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiary_accounts.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiary_accounts.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiary_accounts.index': { paramsTuple?: []; params?: {} }
    'accounts.beneficiary_accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.account_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.account_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.account_decisions.stop': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.account_decisions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.historical_payments.index': { paramsTuple?: []; params?: {} }
    'accounts.payments.index': { paramsTuple?: []; params?: {} }
    'accounts.payments.waiting': { paramsTuple?: []; params?: {} }
    'accounts.payments.payees': { paramsTuple?: []; params?: {} }
    'accounts.payments.create': { paramsTuple?: []; params?: {} }
    'accounts.payments.figures': { paramsTuple?: []; params?: {} }
    'accounts.payments.figured': { paramsTuple?: []; params?: {} }
    'accounts.payments.store': { paramsTuple?: []; params?: {} }
    'accounts.payments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.papers': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.giveBack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.register': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.clear': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.post': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.order': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.archive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.void': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.replace': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.orders.sign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.orders.execute': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.orders.reject': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.index': { paramsTuple?: []; params?: {} }
    'accounts.prints.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.store_order': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.printers.index': { paramsTuple?: []; params?: {} }
    'accounts.prints.printers.store': { paramsTuple?: []; params?: {} }
    'accounts.prints.printers.sheet': { paramsTuple?: []; params?: {} }
    'accounts.prints.layouts.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.printers.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payment_reports.index': { paramsTuple?: []; params?: {} }
    'accounts.payment_reports.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'accounts.banking.batches.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.batches.create': { paramsTuple?: []; params?: {} }
    'accounts.banking.batches.store': { paramsTuple?: []; params?: {} }
    'accounts.banking.batches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.batches.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.batches.sign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.batches.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.answers.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.stubs.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.debits.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.debits.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.debits.match': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.debits.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.debits.unmatch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.debits.explain': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.reconciliations.create': { paramsTuple?: []; params?: {} }
    'accounts.banking.reconciliations.store': { paramsTuple?: []; params?: {} }
    'accounts.banking.reconciliations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.sign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.giveBack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.journals.index': { paramsTuple?: []; params?: {} }
    'accounts.journals.create': { paramsTuple?: []; params?: {} }
    'accounts.journals.store': { paramsTuple?: []; params?: {} }
    'accounts.journals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.journal_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.journal_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.journal_decisions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.reversals.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.reversals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.statements.index': { paramsTuple?: []; params?: {} }
    'accounts.periods.index': { paramsTuple?: []; params?: {} }
    'accounts.periods.create': { paramsTuple?: []; params?: {} }
    'accounts.periods.store': { paramsTuple?: []; params?: {} }
    'accounts.periods.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.periods.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.periods.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.index': { paramsTuple?: []; params?: {} }
    'accounts.advances.create': { paramsTuple?: []; params?: {} }
    'accounts.advances.store': { paramsTuple?: []; params?: {} }
    'accounts.advances.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.settle': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advance_settlements.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advance_settlements.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantees.index': { paramsTuple?: []; params?: {} }
    'accounts.guarantees.create': { paramsTuple?: []; params?: {} }
    'accounts.guarantees.store': { paramsTuple?: []; params?: {} }
    'accounts.guarantees.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantees.void': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantee_acts.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantee_acts.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantee_acts.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.index': { paramsTuple?: []; params?: {} }
    'accounts.penalties.create': { paramsTuple?: []; params?: {} }
    'accounts.penalties.store': { paramsTuple?: []; params?: {} }
    'accounts.penalties.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.execute': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.appeal': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalty_appeals.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cheque_books.index': { paramsTuple?: []; params?: {} }
    'accounts.cheque_books.create': { paramsTuple?: []; params?: {} }
    'accounts.cheque_books.store': { paramsTuple?: []; params?: {} }
    'accounts.cheque_books.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cheque_books.issue': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cheque_books.leaf': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cheque_books.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_transfers.index': { paramsTuple?: []; params?: {} }
    'accounts.cash_transfers.create': { paramsTuple?: []; params?: {} }
    'accounts.cash_transfers.store': { paramsTuple?: []; params?: {} }
    'accounts.cash_transfers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_arrivals.index': { paramsTuple?: []; params?: {} }
    'accounts.cash_arrivals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_arrivals.receive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_arrivals.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.sureties.index': { paramsTuple?: []; params?: {} }
    'accounts.sureties.create': { paramsTuple?: []; params?: {} }
    'accounts.sureties.store': { paramsTuple?: []; params?: {} }
    'accounts.sureties.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.sureties.release': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.sureties.renew': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.holders': { paramsTuple?: []; params?: {} }
    'accounts.holding_diary.index': { paramsTuple?: []; params?: {} }
    'accounts.holding_reports.index': { paramsTuple?: []; params?: {} }
    'accounts.holding_reports.advances': { paramsTuple?: []; params?: {} }
    'accounts.holding_reports.guarantees': { paramsTuple?: []; params?: {} }
    'budget.available.index': { paramsTuple?: []; params?: {} }
    'budget.lines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.alerts.index': { paramsTuple?: []; params?: {} }
    'budget.reports.index': { paramsTuple?: []; params?: {} }
    'budget.reports.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'budget.commitments.index': { paramsTuple?: []; params?: {} }
    'budget.commitments.create': { paramsTuple?: []; params?: {} }
    'budget.commitments.check': { paramsTuple?: []; params?: {} }
    'budget.commitments.checked': { paramsTuple?: []; params?: {} }
    'budget.commitments.store': { paramsTuple?: []; params?: {} }
    'budget.commitments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitment_steps.reserve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitment_steps.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitment_steps.change': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitment_steps.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitment_steps.carry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.virements.index': { paramsTuple?: []; params?: {} }
    'budget.virements.create': { paramsTuple?: []; params?: {} }
    'budget.virements.preview': { paramsTuple?: []; params?: {} }
    'budget.virements.previewed': { paramsTuple?: []; params?: {} }
    'budget.virements.store': { paramsTuple?: []; params?: {} }
    'budget.virements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.virement_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.virement_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.virement_decisions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.index': { paramsTuple?: []; params?: {} }
    'registry.rights.index': { paramsTuple?: []; params?: {} }
    'registry.parties.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.waiting': { paramsTuple?: []; params?: {} }
    'registry.arrivals.index': { paramsTuple?: []; params?: {} }
    'registry.arrivals.store': { paramsTuple?: []; params?: {} }
    'registry.transaction_decisions.store': { paramsTuple?: []; params?: {} }
    'registry.transactions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.sketch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transaction_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transaction_approvals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transaction_steps.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transaction_withdrawals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transaction_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.create': { paramsTuple?: []; params?: {} }
    'registry.rights.store': { paramsTuple?: []; params?: {} }
    'registry.rights.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_approvals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_steps.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_renewals.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_renewals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_contracts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.expiries.index': { paramsTuple?: []; params?: {} }
    'registry.holdovers.index': { paramsTuple?: []; params?: {} }
    'registry.occupancies.index': { paramsTuple?: []; params?: {} }
    'registry.occupancies.create': { paramsTuple?: []; params?: {} }
    'registry.occupancies.store': { paramsTuple?: []; params?: {} }
    'registry.occupancies.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.occupancies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.valuations.index': { paramsTuple?: []; params?: {} }
    'registry.valuations.create': { paramsTuple?: []; params?: {} }
    'registry.valuations.store': { paramsTuple?: []; params?: {} }
    'registry.valuations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.valuation_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.valuation_refusals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.valuations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.observations.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.observations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposals.index': { paramsTuple?: []; params?: {} }
    'registry.disposals.create': { paramsTuple?: []; params?: {} }
    'registry.disposals.store': { paramsTuple?: []; params?: {} }
    'registry.disposals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposal_steps.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposal_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposal_bids.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposal_payments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_values.index': { paramsTuple?: []; params?: {} }
    'registry.depreciation_books.index': { paramsTuple?: []; params?: {} }
    'registry.depreciation_books.store': { paramsTuple?: []; params?: {} }
    'registry.depreciation_books.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.depreciation_books.methods.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.depreciation_books.closure.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_values.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.depreciations.create': { paramsTuple?: []; params?: {} }
    'registry.book_orders.index': { paramsTuple?: []; params?: {} }
    'registry.book_orders.create': { paramsTuple?: []; params?: {} }
    'registry.book_orders.store': { paramsTuple?: []; params?: {} }
    'registry.depreciations.store': { paramsTuple?: []; params?: {} }
    'registry.book_orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_order_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_order_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.depreciations.reverse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_order_decisions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.reports.index': { paramsTuple?: []; params?: {} }
    'registry.reports.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'registry.documents.index': { paramsTuple?: []; params?: {} }
    'registry.documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.document_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round-lines.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round-lines.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachments.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachments.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display-objections.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display-objections.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.index': { paramsTuple?: []; params?: {} }
    'registry.displays.create': { paramsTuple?: []; params?: {} }
    'registry.displays.store': { paramsTuple?: []; params?: {} }
    'registry.displays.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.display': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display_objections.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display_objections.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display_objections.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachments.index': { paramsTuple?: []; params?: {} }
    'registry.encroachments.overview': { paramsTuple?: []; params?: {} }
    'registry.encroachments.by_age': { paramsTuple?: []; params?: {} }
    'registry.encroachments.create': { paramsTuple?: []; params?: {} }
    'registry.encroachments.store': { paramsTuple?: []; params?: {} }
    'registry.encroachments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.removal_orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_lawful.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_lawful.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_duplicate.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_duplicate.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_unlawful.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_unlawful.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.take_back.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.take_back.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.write_minutes.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.write_minutes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.answer_title.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.answer_title.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.draft_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.draft_order.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.issue_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.issue_order.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.refuse_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.refuse_order.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.withdraw_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.withdraw_order.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.serve_notice.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.serve_notice.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.set_security.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.set_security.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.execute.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.execute.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.restore.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.restore.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.hand_over.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.hand_over.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reinspect.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reinspect.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.file.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.file.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_fees.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_fees.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect_file.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect_file.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.value.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.value.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.accept.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.accept.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reject.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reject.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.grieve.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.grieve.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.uphold_grievance.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.uphold_grievance.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.dismiss_grievance.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.dismiss_grievance.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.contract.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.contract.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_price.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_price.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.abandon.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.abandon.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.fall_back.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.fall_back.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.sue.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.sue.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.win.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.win.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.lose.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.lose.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.relapse.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.relapse.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.spatial_changes.index': { paramsTuple?: []; params?: {} }
    'registry.legalisation_files.index': { paramsTuple?: []; params?: {} }
    'registry.legalisation_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.index': { paramsTuple?: []; params?: {} }
    'registry.rounds.create': { paramsTuple?: []; params?: {} }
    'registry.rounds.store': { paramsTuple?: []; params?: {} }
    'registry.rounds.waiting': { paramsTuple?: []; params?: {} }
    'registry.field.index': { paramsTuple?: []; params?: {} }
    'registry.field.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.field.lines': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.field.findings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.field.photos.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.minutes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.assignments': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.start': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.team': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.assign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.propose': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.approval': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.return_lines': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round_lines.index': { paramsTuple?: []; params?: {} }
    'registry.round_lines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round_lines.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.labels.create': { paramsTuple?: []; params?: {} }
    'registry.labels.show': { paramsTuple?: []; params?: {} }
    'registry.labels.scan': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'registry.coordinates.create': { paramsTuple?: []; params?: {} }
    'registry.coordinates.store': { paramsTuple?: []; params?: {} }
    'registry.coordinates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.coordinates.choice': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.sketch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.limits.index': { paramsTuple?: []; params?: {} }
    'registry.limits.create': { paramsTuple?: []; params?: {} }
    'registry.limits.store': { paramsTuple?: []; params?: {} }
    'registry.map.show': { paramsTuple?: []; params?: {} }
    'registry.map.window': { paramsTuple?: []; params?: {} }
    'registry.map.limits': { paramsTuple?: []; params?: {} }
    'registry.map.places': { paramsTuple?: []; params?: {} }
    'registry.map.assets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.map.money': { paramsTuple?: []; params?: {} }
    'ogc.landing': { paramsTuple?: []; params?: {} }
    'ogc.conformance': { paramsTuple?: []; params?: {} }
    'ogc.api': { paramsTuple?: []; params?: {} }
    'ogc.collections.index': { paramsTuple?: []; params?: {} }
    'ogc.collections.show': { paramsTuple: [ParamValue]; params: {'collection': ParamValue} }
    'ogc.schemas.show': { paramsTuple: [ParamValue]; params: {'collection': ParamValue} }
    'ogc.items.index': { paramsTuple: [ParamValue]; params: {'collection': ParamValue} }
    'ogc.items.show': { paramsTuple: [ParamValue,ParamValue]; params: {'collection': ParamValue,'feature': ParamValue} }
    'registry.assets.create': { paramsTuple?: []; params?: {} }
    'registry.assets.store': { paramsTuple?: []; params?: {} }
    'registry.changes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.returned_forms.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.correction.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.correction.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.boundary.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.boundary.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.reclassify.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.reclassify.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.custody.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.custody.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.verification.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.verification.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.split.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.split.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.merge.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.merge.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.classes.index': { paramsTuple?: []; params?: {} }
    'registry.classes.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.classes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.new_parties.create': { paramsTuple?: []; params?: {} }
    'registry.new_parties.store': { paramsTuple?: []; params?: {} }
    'registry.bulk_changes.create': { paramsTuple?: []; params?: {} }
    'registry.bulk_changes.store': { paramsTuple?: []; params?: {} }
    'registry.saved_filters.store': { paramsTuple?: []; params?: {} }
    'registry.saved_filters.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.index': { paramsTuple?: []; params?: {} }
    'registry.custodies.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.sign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.paper': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.index': { paramsTuple?: []; params?: {} }
    'rules.changes.index': { paramsTuple?: []; params?: {} }
    'rules.changes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.changes.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.changes.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.changes.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.subject': { paramsTuple: [ParamValue]; params: {'subject': ParamValue} }
    'rules.create': { paramsTuple: [ParamValue]; params: {'subject': ParamValue} }
    'rules.store': { paramsTuple: [ParamValue]; params: {'subject': ParamValue} }
    'rules.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'rules.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'rules.update': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'rules.end': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'rules.confirm': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'identity.sign_in': { paramsTuple?: []; params?: {} }
    'identity.sign_in.store': { paramsTuple?: []; params?: {} }
    'identity.sign_out': { paramsTuple?: []; params?: {} }
    'preferences': { paramsTuple?: []; params?: {} }
    'identity.account.show': { paramsTuple?: []; params?: {} }
    'identity.password.edit': { paramsTuple?: []; params?: {} }
    'identity.password.update': { paramsTuple?: []; params?: {} }
    'identity.sessions.index': { paramsTuple?: []; params?: {} }
    'identity.sessions.clear': { paramsTuple?: []; params?: {} }
    'identity.sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.tokens.index': { paramsTuple?: []; params?: {} }
    'identity.tokens.store': { paramsTuple?: []; params?: {} }
    'identity.tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.units.index': { paramsTuple?: []; params?: {} }
    'identity.units.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.units.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.units.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_names.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_names.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_places.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_places.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_closures.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_closures.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.people.index': { paramsTuple?: []; params?: {} }
    'identity.people.create': { paramsTuple?: []; params?: {} }
    'identity.people.store': { paramsTuple?: []; params?: {} }
    'identity.people.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.people.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.people.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.suspensions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.suspensions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.password_resets.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.roles.index': { paramsTuple?: []; params?: {} }
    'identity.roles.create': { paramsTuple?: []; params?: {} }
    'identity.roles.store': { paramsTuple?: []; params?: {} }
    'identity.roles.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.roles.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.roles.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.grants.index': { paramsTuple?: []; params?: {} }
    'identity.grants.create': { paramsTuple?: []; params?: {} }
    'identity.grants.store': { paramsTuple?: []; params?: {} }
    'identity.grants.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.create': { paramsTuple?: []; params?: {} }
    'imports.store': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.events': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.reading.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.reading.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.mapping.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.mapping.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.approval.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.commit.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.cancellation.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.undoing.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  GET: {
    'shortcuts': { paramsTuple?: []; params?: {} }
    'choices.units': { paramsTuple?: []; params?: {} }
    'jobs.index': { paramsTuple?: []; params?: {} }
    'jobs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.events': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'kit': { paramsTuple?: []; params?: {} }
    'kit.form': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'reporting.secretary.index': { paramsTuple?: []; params?: {} }
    'reporting.reports.index': { paramsTuple?: []; params?: {} }
    'reporting.reports.create': { paramsTuple?: []; params?: {} }
    'reporting.reports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reporting.report_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reporting.trail.index': { paramsTuple?: []; params?: {} }
    'reporting.trail.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.assets': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.rights': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.parties': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.charges': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.receipts': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.slips': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.settlements': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.bank_lines': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.ledger_entries': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reporting.worklist.index': { paramsTuple?: []; params?: {} }
    'revenue.charges.index': { paramsTuple?: []; params?: {} }
    'revenue.bills.index': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.index': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'revenue.differences.index': { paramsTuple?: []; params?: {} }
    'revenue.differences.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.receipts.index': { paramsTuple?: []; params?: {} }
    'accounts.deposits.index': { paramsTuple?: []; params?: {} }
    'accounts.settlements.index': { paramsTuple?: []; params?: {} }
    'accounts.bank_lines.index': { paramsTuple?: []; params?: {} }
    'accounts.ledger_entries.index': { paramsTuple?: []; params?: {} }
    'accounts.ledger_lines.index': { paramsTuple?: []; params?: {} }
    'accounts.trial_balance.index': { paramsTuple?: []; params?: {} }
    'accounts.trial_balance.memo': { paramsTuple?: []; params?: {} }
    'accounts.chart.index': { paramsTuple?: []; params?: {} }
    'accounts.folios.index': { paramsTuple?: []; params?: {} }
    'accounts.folios.create': { paramsTuple?: []; params?: {} }
    'accounts.folios.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.folios.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.index': { paramsTuple?: []; params?: {} }
    'accounts.period_accounts.create': { paramsTuple?: []; params?: {} }
    'accounts.period_accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.index': { paramsTuple?: []; params?: {} }
    'accounts.year_closings.create': { paramsTuple?: []; params?: {} }
    'accounts.year_closings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.bank_accounts.index': { paramsTuple?: []; params?: {} }
    'accounts.bank_accounts.create': { paramsTuple?: []; params?: {} }
    'budget.codes.index': { paramsTuple?: []; params?: {} }
    'budget.codes.create': { paramsTuple?: []; params?: {} }
    'budget.codes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.index': { paramsTuple?: []; params?: {} }
    'accounts.daily_reckonings.create': { paramsTuple?: []; params?: {} }
    'accounts.daily_reckonings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.fund_shares.index': { paramsTuple?: []; params?: {} }
    'budget.fund_shares.create': { paramsTuple?: []; params?: {} }
    'budget.fund_shares.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.index': { paramsTuple?: []; params?: {} }
    'budget.budgets.create': { paramsTuple?: []; params?: {} }
    'budget.budgets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.ceilings.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.index': { paramsTuple?: []; params?: {} }
    'budget.release_plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiaries.index': { paramsTuple?: []; params?: {} }
    'accounts.beneficiaries.create': { paramsTuple?: []; params?: {} }
    'accounts.beneficiaries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiary_accounts.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiary_accounts.index': { paramsTuple?: []; params?: {} }
    'accounts.beneficiary_accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.historical_payments.index': { paramsTuple?: []; params?: {} }
    'accounts.payments.index': { paramsTuple?: []; params?: {} }
    'accounts.payments.waiting': { paramsTuple?: []; params?: {} }
    'accounts.payments.payees': { paramsTuple?: []; params?: {} }
    'accounts.payments.create': { paramsTuple?: []; params?: {} }
    'accounts.payments.figured': { paramsTuple?: []; params?: {} }
    'accounts.payments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.index': { paramsTuple?: []; params?: {} }
    'accounts.prints.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.printers.index': { paramsTuple?: []; params?: {} }
    'accounts.prints.printers.sheet': { paramsTuple?: []; params?: {} }
    'accounts.prints.layouts.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payment_reports.index': { paramsTuple?: []; params?: {} }
    'accounts.payment_reports.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'accounts.banking.batches.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.batches.create': { paramsTuple?: []; params?: {} }
    'accounts.banking.batches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.answers.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.stubs.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.debits.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.debits.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.reconciliations.create': { paramsTuple?: []; params?: {} }
    'accounts.banking.reconciliations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.journals.index': { paramsTuple?: []; params?: {} }
    'accounts.journals.create': { paramsTuple?: []; params?: {} }
    'accounts.journals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.reversals.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.statements.index': { paramsTuple?: []; params?: {} }
    'accounts.periods.index': { paramsTuple?: []; params?: {} }
    'accounts.periods.create': { paramsTuple?: []; params?: {} }
    'accounts.periods.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.index': { paramsTuple?: []; params?: {} }
    'accounts.advances.create': { paramsTuple?: []; params?: {} }
    'accounts.advances.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantees.index': { paramsTuple?: []; params?: {} }
    'accounts.guarantees.create': { paramsTuple?: []; params?: {} }
    'accounts.guarantees.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.index': { paramsTuple?: []; params?: {} }
    'accounts.penalties.create': { paramsTuple?: []; params?: {} }
    'accounts.penalties.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cheque_books.index': { paramsTuple?: []; params?: {} }
    'accounts.cheque_books.create': { paramsTuple?: []; params?: {} }
    'accounts.cheque_books.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_transfers.index': { paramsTuple?: []; params?: {} }
    'accounts.cash_transfers.create': { paramsTuple?: []; params?: {} }
    'accounts.cash_transfers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_arrivals.index': { paramsTuple?: []; params?: {} }
    'accounts.cash_arrivals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.sureties.index': { paramsTuple?: []; params?: {} }
    'accounts.sureties.create': { paramsTuple?: []; params?: {} }
    'accounts.sureties.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.sureties.renew': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.holders': { paramsTuple?: []; params?: {} }
    'accounts.holding_diary.index': { paramsTuple?: []; params?: {} }
    'accounts.holding_reports.index': { paramsTuple?: []; params?: {} }
    'accounts.holding_reports.advances': { paramsTuple?: []; params?: {} }
    'accounts.holding_reports.guarantees': { paramsTuple?: []; params?: {} }
    'budget.available.index': { paramsTuple?: []; params?: {} }
    'budget.lines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.alerts.index': { paramsTuple?: []; params?: {} }
    'budget.reports.index': { paramsTuple?: []; params?: {} }
    'budget.reports.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'budget.commitments.index': { paramsTuple?: []; params?: {} }
    'budget.commitments.create': { paramsTuple?: []; params?: {} }
    'budget.commitments.checked': { paramsTuple?: []; params?: {} }
    'budget.commitments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.virements.index': { paramsTuple?: []; params?: {} }
    'budget.virements.create': { paramsTuple?: []; params?: {} }
    'budget.virements.previewed': { paramsTuple?: []; params?: {} }
    'budget.virements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.index': { paramsTuple?: []; params?: {} }
    'registry.rights.index': { paramsTuple?: []; params?: {} }
    'registry.parties.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.waiting': { paramsTuple?: []; params?: {} }
    'registry.arrivals.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.sketch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.create': { paramsTuple?: []; params?: {} }
    'registry.rights.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_renewals.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_contracts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.expiries.index': { paramsTuple?: []; params?: {} }
    'registry.holdovers.index': { paramsTuple?: []; params?: {} }
    'registry.occupancies.index': { paramsTuple?: []; params?: {} }
    'registry.occupancies.create': { paramsTuple?: []; params?: {} }
    'registry.occupancies.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.valuations.index': { paramsTuple?: []; params?: {} }
    'registry.valuations.create': { paramsTuple?: []; params?: {} }
    'registry.valuations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.observations.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposals.index': { paramsTuple?: []; params?: {} }
    'registry.disposals.create': { paramsTuple?: []; params?: {} }
    'registry.disposals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_values.index': { paramsTuple?: []; params?: {} }
    'registry.depreciation_books.index': { paramsTuple?: []; params?: {} }
    'registry.depreciation_books.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_values.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.depreciations.create': { paramsTuple?: []; params?: {} }
    'registry.book_orders.index': { paramsTuple?: []; params?: {} }
    'registry.book_orders.create': { paramsTuple?: []; params?: {} }
    'registry.book_orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.reports.index': { paramsTuple?: []; params?: {} }
    'registry.reports.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'registry.documents.index': { paramsTuple?: []; params?: {} }
    'registry.documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.document_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round-lines.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachments.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display-objections.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.index': { paramsTuple?: []; params?: {} }
    'registry.displays.create': { paramsTuple?: []; params?: {} }
    'registry.displays.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display_objections.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachments.index': { paramsTuple?: []; params?: {} }
    'registry.encroachments.overview': { paramsTuple?: []; params?: {} }
    'registry.encroachments.by_age': { paramsTuple?: []; params?: {} }
    'registry.encroachments.create': { paramsTuple?: []; params?: {} }
    'registry.encroachments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.removal_orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_lawful.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_duplicate.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_unlawful.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.take_back.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.write_minutes.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.answer_title.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.draft_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.issue_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.refuse_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.withdraw_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.serve_notice.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.set_security.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.execute.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.restore.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.hand_over.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reinspect.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.file.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_fees.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect_file.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.value.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.accept.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reject.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.grieve.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.uphold_grievance.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.dismiss_grievance.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.contract.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_price.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.abandon.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.fall_back.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.sue.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.win.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.lose.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.relapse.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.spatial_changes.index': { paramsTuple?: []; params?: {} }
    'registry.legalisation_files.index': { paramsTuple?: []; params?: {} }
    'registry.legalisation_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.index': { paramsTuple?: []; params?: {} }
    'registry.rounds.create': { paramsTuple?: []; params?: {} }
    'registry.rounds.waiting': { paramsTuple?: []; params?: {} }
    'registry.field.index': { paramsTuple?: []; params?: {} }
    'registry.field.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.field.lines': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.minutes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.assignments': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.approval': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round_lines.index': { paramsTuple?: []; params?: {} }
    'registry.round_lines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.labels.create': { paramsTuple?: []; params?: {} }
    'registry.labels.show': { paramsTuple?: []; params?: {} }
    'registry.labels.scan': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'registry.coordinates.create': { paramsTuple?: []; params?: {} }
    'registry.coordinates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.sketch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.limits.index': { paramsTuple?: []; params?: {} }
    'registry.limits.create': { paramsTuple?: []; params?: {} }
    'registry.map.show': { paramsTuple?: []; params?: {} }
    'registry.map.window': { paramsTuple?: []; params?: {} }
    'registry.map.limits': { paramsTuple?: []; params?: {} }
    'registry.map.places': { paramsTuple?: []; params?: {} }
    'registry.map.assets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.map.money': { paramsTuple?: []; params?: {} }
    'ogc.landing': { paramsTuple?: []; params?: {} }
    'ogc.conformance': { paramsTuple?: []; params?: {} }
    'ogc.api': { paramsTuple?: []; params?: {} }
    'ogc.collections.index': { paramsTuple?: []; params?: {} }
    'ogc.collections.show': { paramsTuple: [ParamValue]; params: {'collection': ParamValue} }
    'ogc.schemas.show': { paramsTuple: [ParamValue]; params: {'collection': ParamValue} }
    'ogc.items.index': { paramsTuple: [ParamValue]; params: {'collection': ParamValue} }
    'ogc.items.show': { paramsTuple: [ParamValue,ParamValue]; params: {'collection': ParamValue,'feature': ParamValue} }
    'registry.assets.create': { paramsTuple?: []; params?: {} }
    'registry.changes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.correction.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.boundary.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.reclassify.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.custody.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.verification.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.split.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.merge.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.classes.index': { paramsTuple?: []; params?: {} }
    'registry.classes.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.new_parties.create': { paramsTuple?: []; params?: {} }
    'registry.bulk_changes.create': { paramsTuple?: []; params?: {} }
    'registry.custodies.index': { paramsTuple?: []; params?: {} }
    'registry.custodies.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.paper': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.index': { paramsTuple?: []; params?: {} }
    'rules.changes.index': { paramsTuple?: []; params?: {} }
    'rules.changes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.subject': { paramsTuple: [ParamValue]; params: {'subject': ParamValue} }
    'rules.create': { paramsTuple: [ParamValue]; params: {'subject': ParamValue} }
    'rules.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'rules.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'identity.sign_in': { paramsTuple?: []; params?: {} }
    'identity.account.show': { paramsTuple?: []; params?: {} }
    'identity.password.edit': { paramsTuple?: []; params?: {} }
    'identity.sessions.index': { paramsTuple?: []; params?: {} }
    'identity.tokens.index': { paramsTuple?: []; params?: {} }
    'identity.units.index': { paramsTuple?: []; params?: {} }
    'identity.units.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.units.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_names.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_places.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.people.index': { paramsTuple?: []; params?: {} }
    'identity.people.create': { paramsTuple?: []; params?: {} }
    'identity.people.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.people.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.roles.index': { paramsTuple?: []; params?: {} }
    'identity.roles.create': { paramsTuple?: []; params?: {} }
    'identity.roles.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.roles.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.grants.index': { paramsTuple?: []; params?: {} }
    'identity.grants.create': { paramsTuple?: []; params?: {} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.create': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.events': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.reading.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.mapping.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  HEAD: {
    'shortcuts': { paramsTuple?: []; params?: {} }
    'choices.units': { paramsTuple?: []; params?: {} }
    'jobs.index': { paramsTuple?: []; params?: {} }
    'jobs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.events': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'kit': { paramsTuple?: []; params?: {} }
    'kit.form': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'reporting.secretary.index': { paramsTuple?: []; params?: {} }
    'reporting.reports.index': { paramsTuple?: []; params?: {} }
    'reporting.reports.create': { paramsTuple?: []; params?: {} }
    'reporting.reports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reporting.report_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reporting.trail.index': { paramsTuple?: []; params?: {} }
    'reporting.trail.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.assets': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.rights': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.parties': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.charges': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.receipts': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.slips': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.settlements': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.bank_lines': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'papers.ledger_entries': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reporting.worklist.index': { paramsTuple?: []; params?: {} }
    'revenue.charges.index': { paramsTuple?: []; params?: {} }
    'revenue.bills.index': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.index': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'revenue.differences.index': { paramsTuple?: []; params?: {} }
    'revenue.differences.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.receipts.index': { paramsTuple?: []; params?: {} }
    'accounts.deposits.index': { paramsTuple?: []; params?: {} }
    'accounts.settlements.index': { paramsTuple?: []; params?: {} }
    'accounts.bank_lines.index': { paramsTuple?: []; params?: {} }
    'accounts.ledger_entries.index': { paramsTuple?: []; params?: {} }
    'accounts.ledger_lines.index': { paramsTuple?: []; params?: {} }
    'accounts.trial_balance.index': { paramsTuple?: []; params?: {} }
    'accounts.trial_balance.memo': { paramsTuple?: []; params?: {} }
    'accounts.chart.index': { paramsTuple?: []; params?: {} }
    'accounts.folios.index': { paramsTuple?: []; params?: {} }
    'accounts.folios.create': { paramsTuple?: []; params?: {} }
    'accounts.folios.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.folios.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.index': { paramsTuple?: []; params?: {} }
    'accounts.period_accounts.create': { paramsTuple?: []; params?: {} }
    'accounts.period_accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.index': { paramsTuple?: []; params?: {} }
    'accounts.year_closings.create': { paramsTuple?: []; params?: {} }
    'accounts.year_closings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.bank_accounts.index': { paramsTuple?: []; params?: {} }
    'accounts.bank_accounts.create': { paramsTuple?: []; params?: {} }
    'budget.codes.index': { paramsTuple?: []; params?: {} }
    'budget.codes.create': { paramsTuple?: []; params?: {} }
    'budget.codes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.index': { paramsTuple?: []; params?: {} }
    'accounts.daily_reckonings.create': { paramsTuple?: []; params?: {} }
    'accounts.daily_reckonings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.fund_shares.index': { paramsTuple?: []; params?: {} }
    'budget.fund_shares.create': { paramsTuple?: []; params?: {} }
    'budget.fund_shares.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.index': { paramsTuple?: []; params?: {} }
    'budget.budgets.create': { paramsTuple?: []; params?: {} }
    'budget.budgets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.ceilings.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.index': { paramsTuple?: []; params?: {} }
    'budget.release_plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiaries.index': { paramsTuple?: []; params?: {} }
    'accounts.beneficiaries.create': { paramsTuple?: []; params?: {} }
    'accounts.beneficiaries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiary_accounts.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiary_accounts.index': { paramsTuple?: []; params?: {} }
    'accounts.beneficiary_accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.historical_payments.index': { paramsTuple?: []; params?: {} }
    'accounts.payments.index': { paramsTuple?: []; params?: {} }
    'accounts.payments.waiting': { paramsTuple?: []; params?: {} }
    'accounts.payments.payees': { paramsTuple?: []; params?: {} }
    'accounts.payments.create': { paramsTuple?: []; params?: {} }
    'accounts.payments.figured': { paramsTuple?: []; params?: {} }
    'accounts.payments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.index': { paramsTuple?: []; params?: {} }
    'accounts.prints.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.printers.index': { paramsTuple?: []; params?: {} }
    'accounts.prints.printers.sheet': { paramsTuple?: []; params?: {} }
    'accounts.prints.layouts.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payment_reports.index': { paramsTuple?: []; params?: {} }
    'accounts.payment_reports.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'accounts.banking.batches.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.batches.create': { paramsTuple?: []; params?: {} }
    'accounts.banking.batches.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.answers.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.stubs.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.debits.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.debits.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.index': { paramsTuple?: []; params?: {} }
    'accounts.banking.reconciliations.create': { paramsTuple?: []; params?: {} }
    'accounts.banking.reconciliations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.journals.index': { paramsTuple?: []; params?: {} }
    'accounts.journals.create': { paramsTuple?: []; params?: {} }
    'accounts.journals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.reversals.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.statements.index': { paramsTuple?: []; params?: {} }
    'accounts.periods.index': { paramsTuple?: []; params?: {} }
    'accounts.periods.create': { paramsTuple?: []; params?: {} }
    'accounts.periods.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.index': { paramsTuple?: []; params?: {} }
    'accounts.advances.create': { paramsTuple?: []; params?: {} }
    'accounts.advances.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantees.index': { paramsTuple?: []; params?: {} }
    'accounts.guarantees.create': { paramsTuple?: []; params?: {} }
    'accounts.guarantees.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.index': { paramsTuple?: []; params?: {} }
    'accounts.penalties.create': { paramsTuple?: []; params?: {} }
    'accounts.penalties.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cheque_books.index': { paramsTuple?: []; params?: {} }
    'accounts.cheque_books.create': { paramsTuple?: []; params?: {} }
    'accounts.cheque_books.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_transfers.index': { paramsTuple?: []; params?: {} }
    'accounts.cash_transfers.create': { paramsTuple?: []; params?: {} }
    'accounts.cash_transfers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_arrivals.index': { paramsTuple?: []; params?: {} }
    'accounts.cash_arrivals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.sureties.index': { paramsTuple?: []; params?: {} }
    'accounts.sureties.create': { paramsTuple?: []; params?: {} }
    'accounts.sureties.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.sureties.renew': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.holders': { paramsTuple?: []; params?: {} }
    'accounts.holding_diary.index': { paramsTuple?: []; params?: {} }
    'accounts.holding_reports.index': { paramsTuple?: []; params?: {} }
    'accounts.holding_reports.advances': { paramsTuple?: []; params?: {} }
    'accounts.holding_reports.guarantees': { paramsTuple?: []; params?: {} }
    'budget.available.index': { paramsTuple?: []; params?: {} }
    'budget.lines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.alerts.index': { paramsTuple?: []; params?: {} }
    'budget.reports.index': { paramsTuple?: []; params?: {} }
    'budget.reports.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'budget.commitments.index': { paramsTuple?: []; params?: {} }
    'budget.commitments.create': { paramsTuple?: []; params?: {} }
    'budget.commitments.checked': { paramsTuple?: []; params?: {} }
    'budget.commitments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.virements.index': { paramsTuple?: []; params?: {} }
    'budget.virements.create': { paramsTuple?: []; params?: {} }
    'budget.virements.previewed': { paramsTuple?: []; params?: {} }
    'budget.virements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.index': { paramsTuple?: []; params?: {} }
    'registry.rights.index': { paramsTuple?: []; params?: {} }
    'registry.parties.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.waiting': { paramsTuple?: []; params?: {} }
    'registry.arrivals.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.sketch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.create': { paramsTuple?: []; params?: {} }
    'registry.rights.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_renewals.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_contracts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.expiries.index': { paramsTuple?: []; params?: {} }
    'registry.holdovers.index': { paramsTuple?: []; params?: {} }
    'registry.occupancies.index': { paramsTuple?: []; params?: {} }
    'registry.occupancies.create': { paramsTuple?: []; params?: {} }
    'registry.occupancies.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.valuations.index': { paramsTuple?: []; params?: {} }
    'registry.valuations.create': { paramsTuple?: []; params?: {} }
    'registry.valuations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.observations.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposals.index': { paramsTuple?: []; params?: {} }
    'registry.disposals.create': { paramsTuple?: []; params?: {} }
    'registry.disposals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_values.index': { paramsTuple?: []; params?: {} }
    'registry.depreciation_books.index': { paramsTuple?: []; params?: {} }
    'registry.depreciation_books.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_values.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.depreciations.create': { paramsTuple?: []; params?: {} }
    'registry.book_orders.index': { paramsTuple?: []; params?: {} }
    'registry.book_orders.create': { paramsTuple?: []; params?: {} }
    'registry.book_orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.reports.index': { paramsTuple?: []; params?: {} }
    'registry.reports.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'registry.documents.index': { paramsTuple?: []; params?: {} }
    'registry.documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.document_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round-lines.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachments.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display-objections.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.index': { paramsTuple?: []; params?: {} }
    'registry.displays.create': { paramsTuple?: []; params?: {} }
    'registry.displays.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.print': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display_objections.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachments.index': { paramsTuple?: []; params?: {} }
    'registry.encroachments.overview': { paramsTuple?: []; params?: {} }
    'registry.encroachments.by_age': { paramsTuple?: []; params?: {} }
    'registry.encroachments.create': { paramsTuple?: []; params?: {} }
    'registry.encroachments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.removal_orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_lawful.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_duplicate.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_unlawful.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.take_back.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.write_minutes.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.answer_title.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.draft_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.issue_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.refuse_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.withdraw_order.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.serve_notice.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.set_security.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.execute.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.restore.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.hand_over.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reinspect.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.file.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_fees.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect_file.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.value.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.accept.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reject.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.grieve.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.uphold_grievance.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.dismiss_grievance.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.contract.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_price.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.abandon.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.fall_back.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.sue.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.win.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.lose.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.relapse.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.spatial_changes.index': { paramsTuple?: []; params?: {} }
    'registry.legalisation_files.index': { paramsTuple?: []; params?: {} }
    'registry.legalisation_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.index': { paramsTuple?: []; params?: {} }
    'registry.rounds.create': { paramsTuple?: []; params?: {} }
    'registry.rounds.waiting': { paramsTuple?: []; params?: {} }
    'registry.field.index': { paramsTuple?: []; params?: {} }
    'registry.field.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.field.lines': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.minutes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.assignments': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.approval': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round_lines.index': { paramsTuple?: []; params?: {} }
    'registry.round_lines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.labels.create': { paramsTuple?: []; params?: {} }
    'registry.labels.show': { paramsTuple?: []; params?: {} }
    'registry.labels.scan': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'registry.coordinates.create': { paramsTuple?: []; params?: {} }
    'registry.coordinates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.sketch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.limits.index': { paramsTuple?: []; params?: {} }
    'registry.limits.create': { paramsTuple?: []; params?: {} }
    'registry.map.show': { paramsTuple?: []; params?: {} }
    'registry.map.window': { paramsTuple?: []; params?: {} }
    'registry.map.limits': { paramsTuple?: []; params?: {} }
    'registry.map.places': { paramsTuple?: []; params?: {} }
    'registry.map.assets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.map.money': { paramsTuple?: []; params?: {} }
    'ogc.landing': { paramsTuple?: []; params?: {} }
    'ogc.conformance': { paramsTuple?: []; params?: {} }
    'ogc.api': { paramsTuple?: []; params?: {} }
    'ogc.collections.index': { paramsTuple?: []; params?: {} }
    'ogc.collections.show': { paramsTuple: [ParamValue]; params: {'collection': ParamValue} }
    'ogc.schemas.show': { paramsTuple: [ParamValue]; params: {'collection': ParamValue} }
    'ogc.items.index': { paramsTuple: [ParamValue]; params: {'collection': ParamValue} }
    'ogc.items.show': { paramsTuple: [ParamValue,ParamValue]; params: {'collection': ParamValue,'feature': ParamValue} }
    'registry.assets.create': { paramsTuple?: []; params?: {} }
    'registry.changes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.correction.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.boundary.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.reclassify.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.custody.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.verification.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.split.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.merge.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.classes.index': { paramsTuple?: []; params?: {} }
    'registry.classes.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.new_parties.create': { paramsTuple?: []; params?: {} }
    'registry.bulk_changes.create': { paramsTuple?: []; params?: {} }
    'registry.custodies.index': { paramsTuple?: []; params?: {} }
    'registry.custodies.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.paper': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.index': { paramsTuple?: []; params?: {} }
    'rules.changes.index': { paramsTuple?: []; params?: {} }
    'rules.changes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.subject': { paramsTuple: [ParamValue]; params: {'subject': ParamValue} }
    'rules.create': { paramsTuple: [ParamValue]; params: {'subject': ParamValue} }
    'rules.show': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'rules.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'identity.sign_in': { paramsTuple?: []; params?: {} }
    'identity.account.show': { paramsTuple?: []; params?: {} }
    'identity.password.edit': { paramsTuple?: []; params?: {} }
    'identity.sessions.index': { paramsTuple?: []; params?: {} }
    'identity.tokens.index': { paramsTuple?: []; params?: {} }
    'identity.units.index': { paramsTuple?: []; params?: {} }
    'identity.units.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.units.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_names.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_places.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.people.index': { paramsTuple?: []; params?: {} }
    'identity.people.create': { paramsTuple?: []; params?: {} }
    'identity.people.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.people.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.roles.index': { paramsTuple?: []; params?: {} }
    'identity.roles.create': { paramsTuple?: []; params?: {} }
    'identity.roles.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.roles.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.grants.index': { paramsTuple?: []; params?: {} }
    'identity.grants.create': { paramsTuple?: []; params?: {} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.create': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.events': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.reading.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.mapping.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  POST: {
    'jobs.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'kit.store': { paramsTuple?: []; params?: {} }
    'reporting.reports.store': { paramsTuple?: []; params?: {} }
    'reporting.trail_verifications.store': { paramsTuple?: []; params?: {} }
    'revenue.bills.store': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.store': { paramsTuple?: []; params?: {} }
    'revenue.suggestion_decisions.store': { paramsTuple?: []; params?: {} }
    'revenue.difference_assignments.store': { paramsTuple?: []; params?: {} }
    'revenue.difference_explanations.store': { paramsTuple?: []; params?: {} }
    'revenue.difference_notes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.folios.store': { paramsTuple?: []; params?: {} }
    'accounts.folios.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.folios.audit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.folios.reopen': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.store': { paramsTuple?: []; params?: {} }
    'accounts.period_accounts.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.control': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.endorse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.control_back': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.approve_back': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.endorse_back': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.period_accounts.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.store': { paramsTuple?: []; params?: {} }
    'accounts.year_closings.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.year_closings.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.bank_accounts.store': { paramsTuple?: []; params?: {} }
    'budget.codes.store': { paramsTuple?: []; params?: {} }
    'budget.code_decisions.confirm': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.code_decisions.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.store': { paramsTuple?: []; params?: {} }
    'accounts.daily_reckonings.steps.anew': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.cashier': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.accountant': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.head': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.accountantBack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.headBack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.daily_reckonings.steps.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.fund_shares.store': { paramsTuple?: []; params?: {} }
    'budget.fund_shares.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.fund_shares.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.fund_shares.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.store': { paramsTuple?: []; params?: {} }
    'budget.budgets.call': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.discuss': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.open': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.budgets.reconsider': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.ceilings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.discussions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.store': { paramsTuple?: []; params?: {} }
    'budget.proposals.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.accept': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.proposals.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.orders.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiaries.store': { paramsTuple?: []; params?: {} }
    'accounts.beneficiary_accounts.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.account_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.account_decisions.stop': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.account_decisions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.figures': { paramsTuple?: []; params?: {} }
    'accounts.payments.store': { paramsTuple?: []; params?: {} }
    'accounts.payments.steps.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.papers': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.giveBack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.register': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.clear': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.post': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.order': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.archive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.steps.void': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.replace': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.orders.sign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.orders.execute': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.orders.reject': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.store_order': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.printers.store': { paramsTuple?: []; params?: {} }
    'accounts.banking.batches.store': { paramsTuple?: []; params?: {} }
    'accounts.banking.batches.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.batches.sign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.batches.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.debits.match': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.debits.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.debits.unmatch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.debits.explain': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.store': { paramsTuple?: []; params?: {} }
    'accounts.banking.reconciliations.sign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.banking.reconciliations.giveBack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.journals.store': { paramsTuple?: []; params?: {} }
    'accounts.journal_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.journal_decisions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.reversals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.periods.store': { paramsTuple?: []; params?: {} }
    'accounts.periods.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.store': { paramsTuple?: []; params?: {} }
    'accounts.advances.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advances.settle': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advance_settlements.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.advance_settlements.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantees.store': { paramsTuple?: []; params?: {} }
    'accounts.guarantees.void': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantee_acts.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantee_acts.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.guarantee_acts.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.store': { paramsTuple?: []; params?: {} }
    'accounts.penalties.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.execute': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalties.appeal': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.penalty_appeals.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cheque_books.store': { paramsTuple?: []; params?: {} }
    'accounts.cheque_books.issue': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cheque_books.leaf': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cheque_books.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_transfers.store': { paramsTuple?: []; params?: {} }
    'accounts.cash_arrivals.receive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.cash_arrivals.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.sureties.store': { paramsTuple?: []; params?: {} }
    'accounts.sureties.release': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitments.check': { paramsTuple?: []; params?: {} }
    'budget.commitments.store': { paramsTuple?: []; params?: {} }
    'budget.commitment_steps.reserve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitment_steps.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitment_steps.change': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitment_steps.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.commitment_steps.carry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.virements.preview': { paramsTuple?: []; params?: {} }
    'budget.virements.store': { paramsTuple?: []; params?: {} }
    'budget.virement_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.virement_decisions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.arrivals.store': { paramsTuple?: []; params?: {} }
    'registry.transaction_decisions.store': { paramsTuple?: []; params?: {} }
    'registry.transaction_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transaction_steps.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transaction_withdrawals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transaction_cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.store': { paramsTuple?: []; params?: {} }
    'registry.right_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_steps.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_renewals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.occupancies.store': { paramsTuple?: []; params?: {} }
    'registry.valuations.store': { paramsTuple?: []; params?: {} }
    'registry.valuation_approvals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.valuation_refusals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.observations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposals.store': { paramsTuple?: []; params?: {} }
    'registry.disposal_steps.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposal_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposal_bids.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.disposal_payments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.depreciation_books.store': { paramsTuple?: []; params?: {} }
    'registry.depreciation_books.methods.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.depreciation_books.closure.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_orders.store': { paramsTuple?: []; params?: {} }
    'registry.depreciations.store': { paramsTuple?: []; params?: {} }
    'registry.book_order_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.depreciations.reverse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_order_decisions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round-lines.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachments.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display-objections.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.store': { paramsTuple?: []; params?: {} }
    'registry.displays.display': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.displays.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display_objections.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachments.store': { paramsTuple?: []; params?: {} }
    'registry.encroachment_steps.find_lawful.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_duplicate.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.find_unlawful.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.take_back.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.write_minutes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.answer_title.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.draft_order.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.issue_order.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.refuse_order.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.withdraw_order.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.serve_notice.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.set_security.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.execute.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.restore.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.hand_over.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reinspect.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.file.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_fees.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.inspect_file.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.value.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.accept.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.reject.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.grieve.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.uphold_grievance.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.dismiss_grievance.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.contract.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.pay_price.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.abandon.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.fall_back.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.sue.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.win.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.lose.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.encroachment_steps.relapse.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.store': { paramsTuple?: []; params?: {} }
    'registry.field.findings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.field.photos.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.start': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.team': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.assign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.propose': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.return_lines': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round_lines.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.coordinates.store': { paramsTuple?: []; params?: {} }
    'registry.limits.store': { paramsTuple?: []; params?: {} }
    'registry.assets.store': { paramsTuple?: []; params?: {} }
    'registry.returned_forms.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.correction.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.boundary.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.reclassify.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.custody.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.verification.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.split.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.merge.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.new_parties.store': { paramsTuple?: []; params?: {} }
    'registry.bulk_changes.store': { paramsTuple?: []; params?: {} }
    'registry.saved_filters.store': { paramsTuple?: []; params?: {} }
    'registry.custodies.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.sign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.changes.approve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.changes.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.changes.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.store': { paramsTuple: [ParamValue]; params: {'subject': ParamValue} }
    'rules.update': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'rules.end': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'rules.confirm': { paramsTuple: [ParamValue,ParamValue]; params: {'subject': ParamValue,'id': ParamValue} }
    'identity.sign_in.store': { paramsTuple?: []; params?: {} }
    'identity.sign_out': { paramsTuple?: []; params?: {} }
    'preferences': { paramsTuple?: []; params?: {} }
    'identity.tokens.store': { paramsTuple?: []; params?: {} }
    'identity.units.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_closures.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.people.store': { paramsTuple?: []; params?: {} }
    'identity.suspensions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.password_resets.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.roles.store': { paramsTuple?: []; params?: {} }
    'identity.grants.store': { paramsTuple?: []; params?: {} }
    'imports.store': { paramsTuple?: []; params?: {} }
    'imports.approval.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.commit.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.cancellation.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.undoing.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  DELETE: {
    'revenue.suggestion_decisions.destroy': { paramsTuple?: []; params?: {} }
    'accounts.account_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.prints.printers.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.journal_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.periods.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'budget.virement_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transaction_approvals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_approvals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.valuations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.book_order_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.saved_filters.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.sessions.clear': { paramsTuple?: []; params?: {} }
    'identity.sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_closures.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.suspensions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.grants.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PUT: {
    'budget.proposals.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.beneficiaries.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.payments.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.occupancies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.display_objections.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rounds.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.coordinates.choice': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.classes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.password.update': { paramsTuple?: []; params?: {} }
    'identity.unit_names.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_places.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.people.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.roles.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.reading.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.mapping.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}