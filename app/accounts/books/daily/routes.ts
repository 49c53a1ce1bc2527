import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.books
const reckoning = { param: 'id', of: 'daily_reckonings' } as const
const number = router.matchers.number()
const READ = 'accounts.books.read'
const CASH = 'accounts.books.cash'
const MANAGE = 'accounts.books.manage'
const CONTROL = 'accounts.books.control'

/** Steps of form 69 by the end of their address, and who takes them. */
const STEPS = [
  ['anew', 'anew', MANAGE],
  ['cashier', 'cashier', CASH],
  ['accountant', 'accountant', MANAGE],
  ['head', 'head', CONTROL],
  ['accountant/back', 'accountantBack', MANAGE],
  ['head/back', 'headBack', CONTROL],
  ['withdrawal', 'withdraw', CONTROL],
] as const

router
  .group(() => {
    router.get('/', [c.DailyReckonings, 'index']).as('index').may(READ, 'list')
    router.get('/create', [c.DailyReckonings, 'create']).as('create').may(MANAGE, 'list')
    router
      .post('/', [c.DailyReckonings, 'store'])
      .as('store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router
      .get('/:id', [c.DailyReckonings, 'show'])
      .where('id', number)
      .as('show')
      .may(READ, reckoning)
    router
      .get('/:id/paper', [c.DailyReckonings, 'print'])
      .where('id', number)
      .as('print')
      .may(READ, reckoning)
    for (const [address, step, permission] of STEPS) {
      router
        .post(`/:id/${address}`, [c.DailyReckoningSteps, step])
        .where('id', number)
        .as(`steps.${step}`)
        .may(permission, reckoning)
    }
  })
  .prefix('accounts/daily-reckonings')
  .as('accounts.daily_reckonings')
