import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.payments.prints
const number = router.matchers.number()
const READ = 'accounts.payments.read'
/** Who works on a payment hands its papers out. */
const WORKS = [
  'accounts.payments.manage',
  'accounts.payments.approve',
  'accounts.payments.sign',
] as const

router
  .group(() => {
    router.get('/prints', [c.FormPrints, 'index']).as('index').may(READ, 'list')
    router
      .get('/payments/:id/preview', [c.FormPrints, 'preview'])
      .where('id', number)
      .as('preview')
      .may(READ, { param: 'id', of: 'payment_vouchers' })
    router
      .post('/payments/:id/prints', [c.FormPrints, 'store'])
      .where('id', number)
      .as('store')
      .may([...WORKS], { param: 'id', of: 'payment_vouchers' })
    router
      .post('/payments/orders/:id/prints', [c.FormPrints, 'storeOrder'])
      .where('id', number)
      .as('store_order')
      .may([...WORKS], { param: 'id', of: 'payment_orders' })
    router.get('/printers', [c.Printers, 'index']).as('printers.index').may(READ, 'none')
    router.post('/printers', [c.Printers, 'store']).as('printers.store').may(READ, 'none')
    router.get('/printers/sheet', [c.Printers, 'sheet']).as('printers.sheet').may(READ, 'none')
    router
      .get('/form-layouts/:id/sheet', [c.LayoutSheets, 'show'])
      .where('id', number)
      .as('layouts.sheet')
      .may('core.settings.read', 'none')
    router
      .delete('/printers/:id', [c.Printers, 'destroy'])
      .where('id', number)
      .as('printers.destroy')
      .may(READ, 'none')
  })
  .prefix('accounts')
  .as('accounts.prints')
