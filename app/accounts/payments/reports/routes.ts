import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.payments.reports
const READ = 'accounts.payments.read'

router
  .group(() => {
    router.get('/', [c.PaymentReports, 'index']).as('index').may(READ, 'list')
    router.get('/:name', [c.PaymentReports, 'show']).as('show').may(READ, 'list')
  })
  .prefix('accounts/payments/reports')
  .as('accounts.payment_reports')
