import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.payments
const voucher = { param: 'id', of: 'payment_vouchers' } as const
const order = { param: 'id', of: 'payment_orders' } as const
const number = router.matchers.number()
const READ = 'accounts.payments.read'
const MANAGE = 'accounts.payments.manage'
const APPROVE = 'accounts.payments.approve'
const SIGN = 'accounts.payments.sign'

/** Steps of a form 50 and who takes them. */
const STEPS = [
  ['submit', MANAGE],
  ['papers', MANAGE],
  ['giveBack', APPROVE],
  ['approve', APPROVE],
  ['register', MANAGE],
  ['clear', APPROVE],
  ['post', MANAGE],
  ['order', MANAGE],
  ['archive', MANAGE],
  ['void', MANAGE],
] as const

router
  .group(() => {
    router.get('/', [c.Vouchers, 'index']).as('index').may(READ, 'list')
    router.get('/waiting', [c.Vouchers, 'waiting']).as('waiting').may(READ, 'list')
    router.get('/payees', [c.PayeeChoices, 'index']).as('payees').may(MANAGE, 'list')
    router.get('/create', [c.VoucherForms, 'create']).as('create').may(MANAGE, 'list')
    router.post('/figures', [c.VoucherFigures, 'store']).as('figures').may(MANAGE, 'none')
    // Where a refused check of the figures comes back to.
    router.get('/figures', [c.VoucherForms, 'create']).as('figured').may(MANAGE, 'list')
    router
      .post('/', [c.VoucherForms, 'store'])
      .as('store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router.get('/:id', [c.Vouchers, 'show']).where('id', number).as('show').may(READ, voucher)
    router
      .get('/:id/edit', [c.VoucherForms, 'edit'])
      .where('id', number)
      .as('edit')
      .may(MANAGE, voucher)
    router
      .put('/:id', [c.VoucherForms, 'update'])
      .where('id', number)
      .as('update')
      .may(MANAGE, voucher)
    for (const [step, permission] of STEPS) {
      router
        .post(`/:id/${step === 'giveBack' ? 'return' : step}`, [c.VoucherSteps, step])
        .where('id', number)
        .as(`steps.${step}`)
        .may(permission, voucher)
    }
    router
      .post('/:id/replacement', [c.VoucherReplacements, 'store'])
      .where('id', number)
      .as('replace')
      .may(MANAGE, voucher)
    router
      .post('/orders/:id/sign', [c.PaymentOrders, 'sign'])
      .where('id', number)
      .as('orders.sign')
      .may(SIGN, order)
    router
      .post('/orders/:id/execute', [c.PaymentOrders, 'execute'])
      .where('id', number)
      .as('orders.execute')
      .may(MANAGE, order)
    router
      .post('/orders/:id/reject', [c.PaymentOrders, 'reject'])
      .where('id', number)
      .as('orders.reject')
      .may(MANAGE, order)
  })
  .prefix('accounts/payments')
  .as('accounts.payments')
