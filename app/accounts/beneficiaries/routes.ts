import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.beneficiaries
const beneficiary = { param: 'id', of: 'beneficiaries' } as const
const account = { param: 'id', of: 'beneficiary_accounts' } as const
const number = router.matchers.number()

router
  .group(() => {
    router
      .get('/beneficiaries', [c.Beneficiaries, 'index'])
      .as('beneficiaries.index')
      .may('accounts.beneficiaries.read', 'list')
    router
      .get('/beneficiaries/create', [c.Beneficiaries, 'create'])
      .as('beneficiaries.create')
      .may('accounts.beneficiaries.manage', 'list')
    router
      .post('/beneficiaries', [c.Beneficiaries, 'store'])
      .as('beneficiaries.store')
      .may('accounts.beneficiaries.manage', { input: 'unit_id', of: 'units' })
    router
      .get('/beneficiaries/:id', [c.Beneficiaries, 'show'])
      .where('id', number)
      .as('beneficiaries.show')
      .may('accounts.beneficiaries.read', beneficiary)
    router
      .put('/beneficiaries/:id', [c.Beneficiaries, 'update'])
      .where('id', number)
      .as('beneficiaries.update')
      .may('accounts.beneficiaries.manage', beneficiary)
    router
      .get('/beneficiaries/:id/accounts/create', [c.BeneficiaryAccounts, 'create'])
      .where('id', number)
      .as('beneficiary_accounts.create')
      .may('accounts.beneficiaries.manage', beneficiary)
    router
      .post('/beneficiaries/:id/accounts', [c.BeneficiaryAccounts, 'store'])
      .where('id', number)
      .as('beneficiary_accounts.store')
      .may('accounts.beneficiaries.manage', beneficiary)
    router
      .get('/beneficiary-accounts', [c.BeneficiaryAccounts, 'index'])
      .as('beneficiary_accounts.index')
      .may('accounts.beneficiaries.read', 'list')
    router
      .get('/beneficiary-accounts/:id', [c.BeneficiaryAccounts, 'show'])
      .where('id', number)
      .as('beneficiary_accounts.show')
      .may('accounts.beneficiaries.read', account)
    router
      .post('/beneficiary-accounts/:id/decision', [c.AccountDecisions, 'store'])
      .where('id', number)
      .as('account_decisions.store')
      .may('accounts.beneficiaries.approve', account)
    router
      .delete('/beneficiary-accounts/:id/decision', [c.AccountDecisions, 'destroy'])
      .where('id', number)
      .as('account_decisions.destroy')
      .may('accounts.beneficiaries.approve', account)
    router
      .post('/beneficiary-accounts/:id/stop', [c.AccountDecisions, 'stop'])
      .where('id', number)
      .as('account_decisions.stop')
      .may('accounts.beneficiaries.approve', account)
    router
      .post('/beneficiary-accounts/:id/withdrawal', [c.AccountDecisions, 'withdraw'])
      .where('id', number)
      .as('account_decisions.withdraw')
      .may('accounts.beneficiaries.manage', account)
    router
      .get('/historical-payments', [c.HistoricalPayments, 'index'])
      .as('historical_payments.index')
      .may('accounts.beneficiaries.read', 'list')
  })
  .prefix('accounts')
  .as('accounts')
