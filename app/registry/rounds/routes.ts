import router from '@adonisjs/core/services/router'
import '#core/web/uploads'
import { controllers } from '#generated/controllers'

const c = controllers.registry.rounds
const round = { param: 'id', of: 'rounds' } as const
const line = { param: 'id', of: 'round_lines' } as const
const unit = { input: 'unit', of: 'units' } as const
const number = router.matchers.number()

/** Steps of who manages a round. */
const STEPS = [
  ['start', 'start'],
  ['cancellation', 'cancel'],
  ['teams', 'team'],
  ['assignments', 'assign'],
  ['differences', 'propose'],
  ['closure', 'close'],
] as const

router
  .group(() => {
    router
      .get('/rounds', [c.Rounds, 'index'])
      .as('rounds.index')
      .may('registry.rounds.read', 'list')
    router
      .get('/rounds/create', [c.Plans, 'create'])
      .as('rounds.create')
      .may('registry.rounds.manage', unit)
    router
      .post('/rounds', [c.Plans, 'store'])
      .as('rounds.store')
      .may('registry.rounds.manage', unit)

    router
      .get('/rounds/waiting', [c.Waiting, 'index'])
      .as('rounds.waiting')
      .may(['registry.rounds.count', 'registry.rounds.manage', 'registry.rounds.approve'], 'list')
    // The field: which lines are whose is asked of the assignment, not of the unit alone.
    router
      .get('/rounds/field', [c.Field, 'index'])
      .as('field.index')
      .may('registry.rounds.count', 'list')
    router
      .get('/rounds/:id/field', [c.Field, 'show'])
      .where('id', number)
      .as('field.show')
      .may('registry.rounds.count', 'list')
    router
      .get('/rounds/:id/field/lines', [c.Field, 'lines'])
      .where('id', number)
      .as('field.lines')
      .may('registry.rounds.count', 'list')
    router
      .post('/rounds/:id/field/findings', [c.Field, 'storeFinding'])
      .where('id', number)
      .as('field.findings.store')
      .may('registry.rounds.count', 'list')
    router
      .post('/rounds/:id/field/photos', [c.Field, 'storePhoto'])
      .where('id', number)
      .as('field.photos.store')
      .takesFile(30)
      .may('registry.rounds.count', 'list')

    router
      .get('/rounds/:id', [c.Rounds, 'show'])
      .where('id', number)
      .as('rounds.show')
      .may('registry.rounds.read', round)
    router
      .get('/rounds/:id/minutes', [c.Minutes, 'show'])
      .where('id', number)
      .as('rounds.minutes')
      .may('registry.rounds.read', round)
    router
      .get('/rounds/:id/edit', [c.Plans, 'edit'])
      .where('id', number)
      .as('rounds.edit')
      .may('registry.rounds.manage', round)
    router
      .put('/rounds/:id', [c.Plans, 'update'])
      .where('id', number)
      .as('rounds.update')
      .may('registry.rounds.manage', round)
    router
      .get('/rounds/:id/assignments', [c.Assignments, 'show'])
      .where('id', number)
      .as('rounds.assignments')
      .may('registry.rounds.manage', round)
    for (const [path, step] of STEPS) {
      router
        .post(`/rounds/:id/${path}`, [c.Steps, step])
        .where('id', number)
        .as(`rounds.${step}`)
        .may('registry.rounds.manage', round)
    }
    router
      .get('/rounds/:id/approval', [c.Approvals, 'show'])
      .where('id', number)
      .as('rounds.approval')
      .may('registry.rounds.approve', round)
    router
      .post('/rounds/:id/approval', [c.Approvals, 'store'])
      .where('id', number)
      .as('rounds.approve')
      .may('registry.rounds.approve', round)
    router
      .post('/rounds/:id/returns', [c.Approvals, 'returnLines'])
      .where('id', number)
      .as('rounds.return_lines')
      .may('registry.rounds.approve', round)

    router
      .get('/round-lines', [c.Lines, 'index'])
      .as('round_lines.index')
      .may('registry.rounds.read', 'list')
    router
      .get('/round-lines/:id', [c.Lines, 'show'])
      .where('id', number)
      .as('round_lines.show')
      .may('registry.rounds.read', line)
    router
      .post('/round-lines/:id/decision', [c.Lines, 'decide'])
      .where('id', number)
      .as('round_lines.decide')
      .may('registry.rounds.manage', line)

    router
      .get('/labels', [c.Labels, 'create'])
      .as('labels.create')
      .may('registry.assets.read', 'list')
    router
      .get('/labels/sheet', [c.Labels, 'show'])
      .as('labels.show')
      .may('registry.assets.read', 'list')
    router
      .get('/q/:code', [c.Labels, 'scan'])
      .as('labels.scan')
      .may(['registry.assets.read', 'registry.rounds.count'], 'list')
  })
  .prefix('registry')
  .as('registry')
