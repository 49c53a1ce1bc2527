import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

router
  .group(() => {
    router
      .get('/receipts', [controllers.accounts.Receipts, 'index'])
      .as('receipts.index')
      .may('accounts.receipts.read', 'list')
    router
      .get('/deposits', [controllers.accounts.Deposits, 'index'])
      .as('deposits.index')
      .may('accounts.deposits.read', 'list')
    router
      .get('/settlements', [controllers.accounts.Settlements, 'index'])
      .as('settlements.index')
      .may('accounts.settlements.read', 'list')
    router
      .get('/bank', [controllers.accounts.BankLines, 'index'])
      .as('bank_lines.index')
      .may('accounts.bank.read', 'list')
    router
      .get('/ledger', [controllers.accounts.LedgerEntries, 'index'])
      .as('ledger_entries.index')
      .may('accounts.ledger.read', 'list')
  })
  .prefix('accounts')
  .as('accounts')
