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
    'revenue.charges.index': { paramsTuple?: []; params?: {} }
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
    'registry.assets.index': { paramsTuple?: []; params?: {} }
    'registry.rights.index': { paramsTuple?: []; params?: {} }
    'registry.parties.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.waiting': { paramsTuple?: []; params?: {} }
    'registry.transaction_decisions.store': { paramsTuple?: []; params?: {} }
    'registry.transactions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
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
    'registry.coordinates.create': { paramsTuple?: []; params?: {} }
    'registry.coordinates.store': { paramsTuple?: []; params?: {} }
    'registry.coordinates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.coordinates.choice': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.sketch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.limits.index': { paramsTuple?: []; params?: {} }
    'registry.limits.create': { paramsTuple?: []; params?: {} }
    'registry.limits.store': { paramsTuple?: []; params?: {} }
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
    'revenue.charges.index': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.index': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'revenue.differences.index': { paramsTuple?: []; params?: {} }
    'revenue.differences.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.receipts.index': { paramsTuple?: []; params?: {} }
    'accounts.deposits.index': { paramsTuple?: []; params?: {} }
    'accounts.settlements.index': { paramsTuple?: []; params?: {} }
    'accounts.bank_lines.index': { paramsTuple?: []; params?: {} }
    'accounts.ledger_entries.index': { paramsTuple?: []; params?: {} }
    'registry.assets.index': { paramsTuple?: []; params?: {} }
    'registry.rights.index': { paramsTuple?: []; params?: {} }
    'registry.parties.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.waiting': { paramsTuple?: []; params?: {} }
    'registry.transactions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
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
    'registry.documents.index': { paramsTuple?: []; params?: {} }
    'registry.documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.document_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round-lines.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.coordinates.create': { paramsTuple?: []; params?: {} }
    'registry.coordinates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.sketch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.limits.index': { paramsTuple?: []; params?: {} }
    'registry.limits.create': { paramsTuple?: []; params?: {} }
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
    'registry.bulk_changes.create': { paramsTuple?: []; params?: {} }
    'registry.custodies.index': { paramsTuple?: []; params?: {} }
    'registry.custodies.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.paper': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
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
    'revenue.charges.index': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.index': { paramsTuple?: []; params?: {} }
    'revenue.reconciliations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'revenue.differences.index': { paramsTuple?: []; params?: {} }
    'revenue.differences.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.receipts.index': { paramsTuple?: []; params?: {} }
    'accounts.deposits.index': { paramsTuple?: []; params?: {} }
    'accounts.settlements.index': { paramsTuple?: []; params?: {} }
    'accounts.bank_lines.index': { paramsTuple?: []; params?: {} }
    'accounts.ledger_entries.index': { paramsTuple?: []; params?: {} }
    'registry.assets.index': { paramsTuple?: []; params?: {} }
    'registry.rights.index': { paramsTuple?: []; params?: {} }
    'registry.parties.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.index': { paramsTuple?: []; params?: {} }
    'registry.transactions.waiting': { paramsTuple?: []; params?: {} }
    'registry.transactions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
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
    'registry.documents.index': { paramsTuple?: []; params?: {} }
    'registry.documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.document_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round-lines.documents.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.coordinates.create': { paramsTuple?: []; params?: {} }
    'registry.coordinates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.sketch': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.limits.index': { paramsTuple?: []; params?: {} }
    'registry.limits.create': { paramsTuple?: []; params?: {} }
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
    'registry.bulk_changes.create': { paramsTuple?: []; params?: {} }
    'registry.custodies.index': { paramsTuple?: []; params?: {} }
    'registry.custodies.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.assets.paper': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
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
    'revenue.reconciliations.store': { paramsTuple?: []; params?: {} }
    'revenue.suggestion_decisions.store': { paramsTuple?: []; params?: {} }
    'revenue.difference_assignments.store': { paramsTuple?: []; params?: {} }
    'revenue.difference_explanations.store': { paramsTuple?: []; params?: {} }
    'revenue.difference_notes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
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
    'registry.assets.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.rights.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.transactions.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.round-lines.documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.coordinates.store': { paramsTuple?: []; params?: {} }
    'registry.limits.store': { paramsTuple?: []; params?: {} }
    'registry.assets.store': { paramsTuple?: []; params?: {} }
    'registry.changes.correction.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.boundary.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.reclassify.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.custody.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.verification.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.split.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.changes.merge.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.bulk_changes.store': { paramsTuple?: []; params?: {} }
    'registry.saved_filters.store': { paramsTuple?: []; params?: {} }
    'registry.custodies.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.sign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.custodies.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
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
    'registry.transaction_approvals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.right_approvals.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.valuations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.saved_filters.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.sessions.clear': { paramsTuple?: []; params?: {} }
    'identity.sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.unit_closures.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.suspensions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'identity.grants.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PUT: {
    'registry.rights.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registry.occupancies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
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