import { test } from '@japa/runner'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'
import Role from '#identity/models/role'

test.group('Identity pages', () => {
  test('a system supervisor sees every page of units, people, roles and grants in both languages', async ({
    client,
    assert,
  }) => {
    const unitId = await aUnit()
    const childId = await aUnit(unitId)
    const user = await aPerson({ unitId, roles: ['system_supervisor'] })
    const other = await aPerson({ unitId: childId, roles: ['cashier'] })
    const role = await Role.findByOrFail('code', 'cashier')
    const paths = [
      '/',
      '/account',
      '/account/password',
      '/account/sessions',
      '/units',
      '/units?search=Unit',
      `/units/${unitId}`,
      `/units/${childId}/children/create`,
      `/units/${childId}/name`,
      `/units/${childId}/place`,
      '/people',
      '/people/create',
      `/people/${other.id}`,
      `/people/${other.id}/edit`,
      '/roles',
      '/roles/create',
      `/roles/${role.id}`,
      '/grants',
      '/grants/create',
    ]
    for (const path of paths) {
      for (const locale of ['ar', 'en']) {
        const response = await client.get(path).loginAs(user).withPlainCookie('locale', locale)
        assert.equal(response.status(), 200, `${locale} ${path}: ${response.text().slice(0, 2000)}`)
        assert.include(response.text(), `lang="${locale}"`)
        const missing = response.text().match(/translation missing: [\w.,\s-]+/gi)
        assert.isNull(missing, `${locale} ${path}`)
      }
    }
  }).timeout(60_000)
})
