import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.bankAccounts

router
  .group(() => {
    router.get('/', [c.BankAccounts, 'index']).as('index').may('accounts.bank.read', 'list')
    router
      .get('/create', [c.BankAccounts, 'create'])
      .as('create')
      .may('accounts.bank.manage', 'list')
    router
      .post('/', [c.BankAccounts, 'store'])
      .as('store')
      .may('accounts.bank.manage', { input: 'unit_id', of: 'units' })
  })
  .prefix('accounts/bank-accounts')
  .as('accounts.bank_accounts')
