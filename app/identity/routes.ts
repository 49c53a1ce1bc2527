import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.identity

// The door
router.get('/sign-in', [c.SignIns, 'create']).as('identity.sign_in').forEveryone()
router.post('/sign-in', [c.SignIns, 'store']).as('identity.sign_in.store').forEveryone()
router
  .post('/sign-out', [c.SignIns, 'destroy'])
  .as('identity.sign_out')
  .forSignedIn({ whilePasswordDue: true })

// My account
router.post('/preferences', [c.Preferences, 'store']).as('preferences').forEveryone()
router.get('/account', [c.Accounts, 'show']).as('identity.account.show').forSignedIn()
router
  .get('/account/password', [c.Passwords, 'edit'])
  .as('identity.password.edit')
  .forSignedIn({ whilePasswordDue: true })
router
  .put('/account/password', [c.Passwords, 'update'])
  .as('identity.password.update')
  .forSignedIn({ whilePasswordDue: true })
router.get('/account/sessions', [c.Sessions, 'index']).as('identity.sessions.index').forSignedIn()
router
  .delete('/account/sessions', [c.Sessions, 'clear'])
  .as('identity.sessions.clear')
  .forSignedIn()
router
  .delete('/account/sessions/:id', [c.Sessions, 'destroy'])
  .as('identity.sessions.destroy')
  .forSignedIn()
router.get('/account/tokens', [c.Tokens, 'index']).as('identity.tokens.index').forSignedIn()
router.post('/account/tokens', [c.Tokens, 'store']).as('identity.tokens.store').forSignedIn()
router
  .delete('/account/tokens/:id', [c.Tokens, 'destroy'])
  .as('identity.tokens.destroy')
  .forSignedIn()

// Units
const unit = { param: 'id', of: 'units' } as const
router
  .get('/units', [c.Units, 'index'])
  .as('identity.units.index')
  .may('identity.units.read', 'list')
router
  .get('/units/:id', [c.Units, 'show'])
  .as('identity.units.show')
  .may('identity.units.read', unit)
router
  .get('/units/:id/children/create', [c.Units, 'create'])
  .as('identity.units.create')
  .may('identity.units.manage', unit)
router
  .post('/units/:id/children', [c.Units, 'store'])
  .as('identity.units.store')
  .may('identity.units.manage', unit)
router
  .get('/units/:id/name', [c.UnitNames, 'edit'])
  .as('identity.unit_names.edit')
  .may('identity.units.manage', unit)
router
  .put('/units/:id/name', [c.UnitNames, 'update'])
  .as('identity.unit_names.update')
  .may('identity.units.manage', unit)
router
  .get('/units/:id/place', [c.UnitPlaces, 'edit'])
  .as('identity.unit_places.edit')
  .may('identity.units.manage', unit)
router
  .put('/units/:id/place', [c.UnitPlaces, 'update'])
  .as('identity.unit_places.update')
  .may('identity.units.manage', [unit, { input: 'parent_id', of: 'units' }])
router
  .post('/units/:id/closure', [c.UnitClosures, 'store'])
  .as('identity.unit_closures.store')
  .may('identity.units.manage', unit)
router
  .delete('/units/:id/closure', [c.UnitClosures, 'destroy'])
  .as('identity.unit_closures.destroy')
  .may('identity.units.manage', unit)

// People
const person = { param: 'id', of: 'users' } as const
const homeUnit = { input: 'home_unit_id', of: 'units' } as const
router
  .get('/people', [c.People, 'index'])
  .as('identity.people.index')
  .may('identity.people.read', 'list')
router
  .get('/people/create', [c.People, 'create'])
  .as('identity.people.create')
  .may('identity.people.manage', 'list')
router
  .post('/people', [c.People, 'store'])
  .as('identity.people.store')
  .may('identity.people.manage', homeUnit)
router
  .get('/people/:id', [c.People, 'show'])
  .as('identity.people.show')
  .may('identity.people.read', person)
router
  .get('/people/:id/edit', [c.People, 'edit'])
  .as('identity.people.edit')
  .may('identity.people.manage', person)
router
  .put('/people/:id', [c.People, 'update'])
  .as('identity.people.update')
  .may('identity.people.manage', [person, homeUnit])
router
  .post('/people/:id/suspension', [c.Suspensions, 'store'])
  .as('identity.suspensions.store')
  .may('identity.people.manage', person)
router
  .delete('/people/:id/suspension', [c.Suspensions, 'destroy'])
  .as('identity.suspensions.destroy')
  .may('identity.people.manage', person)
router
  .post('/people/:id/password-reset', [c.PasswordResets, 'store'])
  .as('identity.password_resets.store')
  .may('identity.people.manage', person)

// Roles
const role = { param: 'id', of: 'roles' } as const
router
  .get('/roles', [c.Roles, 'index'])
  .as('identity.roles.index')
  .may('identity.roles.read', 'none')
router
  .get('/roles/create', [c.Roles, 'create'])
  .as('identity.roles.create')
  .may('identity.roles.manage', 'none')
router
  .post('/roles', [c.Roles, 'store'])
  .as('identity.roles.store')
  .may('identity.roles.manage', 'none')
router
  .get('/roles/:id', [c.Roles, 'show'])
  .as('identity.roles.show')
  .may('identity.roles.read', role)
router
  .get('/roles/:id/edit', [c.Roles, 'edit'])
  .as('identity.roles.edit')
  .may('identity.roles.manage', role)
router
  .put('/roles/:id', [c.Roles, 'update'])
  .as('identity.roles.update')
  .may('identity.roles.manage', role)

// Grants
router
  .get('/grants', [c.Grants, 'index'])
  .as('identity.grants.index')
  .may('identity.grants.read', 'list')
router
  .get('/grants/create', [c.Grants, 'create'])
  .as('identity.grants.create')
  .may('identity.grants.manage', 'list')
router
  .post('/grants', [c.Grants, 'store'])
  .as('identity.grants.store')
  .may('identity.grants.manage', [
    { input: 'user_id', of: 'users' },
    { input: 'unit_id', of: 'units' },
  ])
router
  .delete('/grants/:id', [c.Grants, 'destroy'])
  .as('identity.grants.destroy')
  .may('identity.grants.manage', { param: 'id', of: 'grants' })
