import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.ledger
const number = router.matchers.number()
const journal = { param: 'id', of: 'journals' } as const
const entry = { param: 'id', of: 'ledger_entries' } as const
const decision = { param: 'id', of: 'period_decisions' } as const
const ofUnit = { input: 'unit', of: 'units' } as const

router
  .group(() => {
    router
      .get('/journals', [c.Journals, 'index'])
      .as('journals.index')
      .may('accounts.ledger.read', 'list')
    router
      .get('/journals/create', [c.Journals, 'create'])
      .as('journals.create')
      .may('accounts.ledger.manage', 'list')
    router
      .post('/journals', [c.Journals, 'store'])
      .as('journals.store')
      .may('accounts.ledger.manage', ofUnit)
    router
      .get('/journals/:id', [c.Journals, 'show'])
      .where('id', number)
      .as('journals.show')
      .may('accounts.ledger.read', journal)
    router
      .post('/journals/:id/decision', [c.JournalDecisions, 'store'])
      .as('journal_decisions.store')
      .may('accounts.ledger.approve', journal)
    router
      .delete('/journals/:id/decision', [c.JournalDecisions, 'destroy'])
      .as('journal_decisions.destroy')
      .may('accounts.ledger.approve', journal)
    router
      .post('/journals/:id/withdrawal', [c.JournalDecisions, 'withdraw'])
      .as('journal_decisions.withdraw')
      .may('accounts.ledger.manage', journal)
    router
      .get('/ledger/:id/reversal', [c.Reversals, 'create'])
      .where('id', number)
      .as('reversals.create')
      .may('accounts.ledger.manage', entry)
    router
      .post('/ledger/:id/reversal', [c.Reversals, 'store'])
      .where('id', number)
      .as('reversals.store')
      .may('accounts.ledger.manage', entry)
    router
      .get('/statement', [c.Statements, 'index'])
      .as('statements.index')
      .may('accounts.ledger.read', 'list')
    router
      .get('/periods', [c.Periods, 'index'])
      .as('periods.index')
      .may('accounts.ledger.read', 'list')
    router
      .get('/periods/create', [c.Periods, 'create'])
      .as('periods.create')
      .may('accounts.ledger.manage', 'list')
    router
      .post('/periods', [c.Periods, 'store'])
      .as('periods.store')
      .may('accounts.ledger.manage', ofUnit)
    router
      .get('/periods/:id', [c.Periods, 'show'])
      .where('id', number)
      .as('periods.show')
      .may('accounts.ledger.read', decision)
    router
      .post('/periods/:id/decision', [c.Periods, 'approve'])
      .as('periods.approve')
      .may('accounts.periods.lock', decision)
    router
      .delete('/periods/:id/decision', [c.Periods, 'refuse'])
      .as('periods.refuse')
      .may('accounts.periods.lock', decision)
  })
  .prefix('accounts')
  .as('accounts')
