import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.books
const folio = { param: 'id', of: 'book_folios' } as const
const account = { param: 'id', of: 'period_accounts' } as const
const closing = { param: 'id', of: 'year_closings' } as const
const ofUnit = { input: 'unit_id', of: 'units' } as const
const number = router.matchers.number()
const READ = 'accounts.books.read'
const MANAGE = 'accounts.books.manage'
const CONTROL = 'accounts.books.control'
const APPROVE = 'accounts.books.approve'
const ENDORSE = 'accounts.books.endorse'

router
  .group(() => {
    router.get('/folios', [c.Folios, 'index']).as('folios.index').may(READ, 'list')
    router.get('/folios/create', [c.Folios, 'create']).as('folios.create').may(MANAGE, 'list')
    router.post('/folios', [c.Folios, 'store']).as('folios.store').may(MANAGE, ofUnit)
    router
      .get('/folios/:id', [c.Folios, 'show'])
      .where('id', number)
      .as('folios.show')
      .may(READ, folio)
    router
      .get('/folios/:id/paper', [c.Folios, 'print'])
      .where('id', number)
      .as('folios.print')
      .may(READ, folio)
    router
      .post('/folios/:id/close', [c.FolioSteps, 'close'])
      .where('id', number)
      .as('folios.close')
      .may(MANAGE, folio)
    router
      .post('/folios/:id/audit', [c.FolioSteps, 'audit'])
      .where('id', number)
      .as('folios.audit')
      .may(CONTROL, folio)
    router
      .post('/folios/:id/reopen', [c.FolioSteps, 'reopen'])
      .where('id', number)
      .as('folios.reopen')
      .may(CONTROL, folio)

    router
      .get('/period-accounts', [c.PeriodAccounts, 'index'])
      .as('period_accounts.index')
      .may(READ, 'list')
    router
      .get('/period-accounts/create', [c.PeriodAccounts, 'create'])
      .as('period_accounts.create')
      .may(MANAGE, 'list')
    router
      .post('/period-accounts', [c.PeriodAccounts, 'store'])
      .as('period_accounts.store')
      .may(MANAGE, ofUnit)
    router
      .get('/period-accounts/:id', [c.PeriodAccounts, 'show'])
      .where('id', number)
      .as('period_accounts.show')
      .may(READ, account)
    router
      .get('/period-accounts/:id/paper', [c.PeriodAccounts, 'print'])
      .where('id', number)
      .as('period_accounts.print')
      .may(READ, account)
    router
      .post('/period-accounts/:id/submit', [c.PeriodAccountSteps, 'submit'])
      .where('id', number)
      .as('period_accounts.submit')
      .may(MANAGE, account)
    router
      .post('/period-accounts/:id/controller', [c.PeriodAccountSteps, 'control'])
      .where('id', number)
      .as('period_accounts.control')
      .may(CONTROL, account)
    router
      .post('/period-accounts/:id/manager', [c.PeriodAccountSteps, 'approve'])
      .where('id', number)
      .as('period_accounts.approve')
      .may(APPROVE, account)
    router
      .post('/period-accounts/:id/head', [c.PeriodAccountSteps, 'endorse'])
      .where('id', number)
      .as('period_accounts.endorse')
      .may(ENDORSE, account)
    router
      .post('/period-accounts/:id/controller/back', [c.PeriodAccountSteps, 'controlBack'])
      .where('id', number)
      .as('period_accounts.control_back')
      .may(CONTROL, account)
    router
      .post('/period-accounts/:id/manager/back', [c.PeriodAccountSteps, 'approveBack'])
      .where('id', number)
      .as('period_accounts.approve_back')
      .may(APPROVE, account)
    router
      .post('/period-accounts/:id/head/back', [c.PeriodAccountSteps, 'endorseBack'])
      .where('id', number)
      .as('period_accounts.endorse_back')
      .may(ENDORSE, account)
    router
      .post('/period-accounts/:id/withdrawal', [c.PeriodAccountSteps, 'withdraw'])
      .where('id', number)
      .as('period_accounts.withdraw')
      .may(ENDORSE, account)

    router
      .get('/year-closings', [c.YearClosings, 'index'])
      .as('year_closings.index')
      .may(READ, 'list')
    router
      .get('/year-closings/create', [c.YearReadiness, 'show'])
      .as('year_closings.create')
      .may(APPROVE, 'list')
    router
      .post('/year-closings', [c.YearClosings, 'store'])
      .as('year_closings.store')
      .may(APPROVE, ofUnit)
    router
      .get('/year-closings/:id', [c.YearClosings, 'show'])
      .where('id', number)
      .as('year_closings.show')
      .may(READ, closing)
    router
      .get('/year-closings/:id/paper', [c.YearClosings, 'print'])
      .where('id', number)
      .as('year_closings.print')
      .may(READ, closing)
    router
      .post('/year-closings/:id/undo', [c.YearClosings, 'undo'])
      .where('id', number)
      .as('year_closings.undo')
      .may(APPROVE, closing)
    router
      .post('/year-closings/:id/approve', [c.YearClosings, 'approve'])
      .where('id', number)
      .as('year_closings.approve')
      .may(ENDORSE, closing)
  })
  .prefix('accounts')
  .as('accounts')
