/**
 * The kinds of imports of the house and the trail they are recorded in. Kept here because the
 * pipeline in core may know neither the domains above it nor the trail.
 */
import { importKinds } from '#core/imports/kinds'
import { Trail } from '#audit/trail'
import { noteOutdated } from '#revenue/reconciliation/outdated'

importKinds.register('parties', () => import('#registry/imports/parties'))
importKinds.register('land-register', () => import('#registry/imports/land_register'))
importKinds.register('spatial-changes', () => import('#registry/imports/spatial_changes'))
importKinds.register(
  'legalisation-requests',
  () => import('#registry/imports/legalisation_requests')
)
importKinds.register('sites-and-licences', () => import('#registry/imports/sites_and_licences'))
importKinds.register('budget-codes', () => import('#budget/imports/budget_codes'))
importKinds.register('budget-estimates', () => import('#budget/imports/budget_estimates'))
importKinds.register('charges', () => import('#revenue/imports/charges'))
importKinds.register('receipts', () => import('#accounts/imports/receipts'))
importKinds.register('deposit-slips', () => import('#accounts/imports/deposit_slips'))
importKinds.register('settlements', () => import('#accounts/imports/settlements'))
importKinds.register('chart-of-accounts', () => import('#accounts/imports/chart_of_accounts'))
importKinds.register('opening-balances', () => import('#accounts/imports/opening_balances'))
importKinds.register('bank-statement', () => import('#accounts/imports/bank_statement'))
importKinds.register('payment-results', () => import('#accounts/banking/imports/payment_results'))
importKinds.register('beneficiaries', () => import('#accounts/beneficiaries/imports/beneficiaries'))
importKinds.register(
  'historical-payments',
  () => import('#accounts/beneficiaries/imports/historical_payments')
)

importKinds.journalBy(async (event, by, trx) => {
  await Trail.record(
    {
      action: event.action,
      unitId: event.unitId,
      subjectType: 'import',
      subjectId: event.importId,
      label: `${event.kind} ${event.fileName}`,
      after: { ...event.outcome, sha256: event.sha256 },
      reason: event.reason,
    },
    { by, trx }
  )
})

importKinds.beforeUndo(noteOutdated)
