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
    router
      .get('/ledger-lines', [controllers.accounts.LedgerLines, 'index'])
      .as('ledger_lines.index')
      .may('accounts.ledger.read', 'list')
    router
      .get('/trial-balance', [controllers.accounts.TrialBalance, 'index'])
      .as('trial_balance.index')
      .may('accounts.ledger.read', 'list')
    router
      .get('/trial-balance/memo', [controllers.accounts.TrialBalance, 'memo'])
      .as('trial_balance.memo')
      .may('accounts.ledger.read', 'list')
    // The chart is one for every unit.
    router
      .get('/chart', [controllers.accounts.Chart, 'index'])
      .as('chart.index')
      .may('accounts.ledger.read', 'none')
  })
  .prefix('accounts')
  .as('accounts')
