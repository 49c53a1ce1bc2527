import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.coordinates
const reading = { param: 'id', of: 'coordinate_readings' } as const
const number = router.matchers.number()

router
  .group(() => {
    router
      .get('/coordinates', [c.CoordinateReadings, 'create'])
      .as('coordinates.create')
      .may('registry.assets.read', 'none')
    router
      .post('/coordinates', [c.CoordinateReadings, 'store'])
      .as('coordinates.store')
      .may('registry.assets.read', { input: 'unit_id', of: 'units' })
    router
      .get('/coordinates/:id', [c.CoordinateReadings, 'show'])
      .where('id', number)
      .as('coordinates.show')
      .may('registry.assets.read', reading)
    router
      .put('/coordinates/:id/choice', [c.CoordinateChoices, 'update'])
      .where('id', number)
      .as('coordinates.choice')
      .may('registry.assets.read', reading)
  })
  .prefix('registry')
  .as('registry')
