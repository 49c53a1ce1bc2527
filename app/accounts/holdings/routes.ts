import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.holdings

router
  .group(() => {
    router
      .get('/holders', [c.HolderChoices, 'index'])
      .as('holders')
      .may(
        ['accounts.advances.manage', 'accounts.guarantees.manage', 'accounts.penalties.manage'],
        'list'
      )
    router
      .get('/expiries', [c.HoldingDiary, 'index'])
      .as('holding_diary.index')
      .may(['accounts.guarantees.read', 'accounts.advances.read', 'accounts.safes.read'], 'list')
    router
      .get('/holding-reports', [c.HoldingReports, 'index'])
      .as('holding_reports.index')
      .may(['accounts.advances.read', 'accounts.guarantees.read'], 'none')
    router
      .get('/holding-reports/advances-by-age', [c.HoldingReports, 'advances'])
      .as('holding_reports.advances')
      .may('accounts.advances.read', 'list')
    router
      .get('/holding-reports/guarantees-by-expiry', [c.HoldingReports, 'guarantees'])
      .as('holding_reports.guarantees')
      .may('accounts.guarantees.read', 'list')
  })
  .prefix('accounts')
  .as('accounts')
