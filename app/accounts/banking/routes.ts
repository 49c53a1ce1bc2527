import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.banking
const number = router.matchers.number()
const batch = { param: 'id', of: 'order_batches' } as const
const line = { param: 'id', of: 'bank_lines' } as const
const statement = { param: 'id', of: 'bank_reconciliations' } as const
const ofAccount = { input: 'bank_account_id', of: 'bank_accounts' } as const
const READ = 'accounts.payments.read'
const MANAGE = 'accounts.payments.manage'
const SIGN = 'accounts.payments.sign'
const SEE_BANK = 'accounts.bank.read'
const KEEP_BANK = 'accounts.bank.manage'
const CONTROL = 'accounts.books.control'

router
  .group(() => {
    router.get('/batches', [c.OrderBatches, 'index']).as('batches.index').may(READ, 'list')
    router
      .get('/batches/create', [c.OrderBatches, 'create'])
      .as('batches.create')
      .may(MANAGE, 'list')
    router.post('/batches', [c.OrderBatches, 'store']).as('batches.store').may(MANAGE, ofAccount)
    router
      .get('/batches/:id', [c.OrderBatches, 'show'])
      .where('id', number)
      .as('batches.show')
      .may(READ, batch)
    router
      .post('/batches/:id/file', [c.OrderBatches, 'file'])
      .where('id', number)
      .as('batches.file')
      .may(MANAGE, batch)
    router
      .post('/batches/:id/signature', [c.BatchSteps, 'sign'])
      .where('id', number)
      .as('batches.sign')
      .may(SIGN, batch)
    router
      .post('/batches/:id/cancellation', [c.BatchSteps, 'cancel'])
      .where('id', number)
      .as('batches.cancel')
      .may(MANAGE, batch)

    router.get('/answers', [c.BankAnswers, 'index']).as('answers.index').may(READ, 'list')
    router.get('/stubs', [c.BankAnswers, 'stubs']).as('stubs.index').may(READ, 'list')

    router.get('/debits', [c.BankDebits, 'index']).as('debits.index').may(SEE_BANK, 'list')
    router
      .get('/debits/:id', [c.BankDebits, 'show'])
      .where('id', number)
      .as('debits.show')
      .may(SEE_BANK, line)
    for (const [path, method] of [
      ['match', 'match'],
      ['refusal', 'refuse'],
      ['unmatching', 'unmatch'],
      ['explanation', 'explain'],
    ] as const) {
      router
        .post(`/debits/:id/${path}`, [c.BankDebits, method])
        .where('id', number)
        .as(`debits.${method}`)
        .may(KEEP_BANK, line)
    }

    router
      .get('/reconciliations', [c.BankReconciliations, 'index'])
      .as('reconciliations.index')
      .may(SEE_BANK, 'list')
    router
      .get('/reconciliations/create', [c.BankReconciliations, 'create'])
      .as('reconciliations.create')
      .may(KEEP_BANK, 'list')
    router
      .post('/reconciliations', [c.BankReconciliations, 'store'])
      .as('reconciliations.store')
      .may(KEEP_BANK, ofAccount)
    for (const [path, method] of [
      ['', 'show'],
      ['/paper', 'print'],
      ['/sheet', 'sheet'],
    ] as const) {
      router
        .get(`/reconciliations/:id${path}`, [c.BankReconciliations, method])
        .where('id', number)
        .as(`reconciliations.${method}`)
        .may(SEE_BANK, statement)
    }
    for (const [path, method, permission] of [
      ['signature', 'sign', KEEP_BANK],
      ['closure', 'close', CONTROL],
      ['return', 'giveBack', CONTROL],
    ] as const) {
      router
        .post(`/reconciliations/:id/${path}`, [c.ReconciliationSteps, method])
        .where('id', number)
        .as(`reconciliations.${method}`)
        .may(permission, statement)
    }
  })
  .prefix('accounts/banking')
  .as('accounts.banking')
