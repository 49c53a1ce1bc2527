import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

router
  .group(() => {
    router
      .get('/charges', [controllers.revenue.Charges, 'index'])
      .as('charges.index')
      .may('revenue.charges.read', 'list')
  })
  .prefix('revenue')
  .as('revenue')
