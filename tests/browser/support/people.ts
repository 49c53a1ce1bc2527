import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { BrowserContext } from 'playwright'
import User from '#identity/models/user'
import type { Permission } from '#identity/permissions'

/**
 * Signs the browser in as a new person who holds the permissions at the top of the tree. Use it in a
 * group wrapped in a global transaction: nothing of it stays.
 */
export async function signInAs(
  context: BrowserContext,
  permissions: readonly Permission[],
  name = 'سامية عبد الرحمن'
): Promise<User> {
  const mark = randomUUID().slice(0, 8)
  const unitId = await topUnit(mark)
  const user = await User.create({
    email: `person-${mark}@example.test`,
    fullName: name,
    homeUnitId: unitId,
    password: randomUUID(),
  } as never)
  const [roleId] = await db.table('roles').insert(roleRow(mark))
  if (permissions.length) {
    await db
      .table('role_permissions')
      .multiInsert(permissions.map((permission) => ({ role_id: roleId, permission })))
  }
  await db.table('grants').insert({
    user_id: user.id,
    role_id: roleId,
    unit_id: unitId,
    valid_from: '2020-01-01',
  })
  await context.loginAs(user)
  return user
}

async function topUnit(mark: string): Promise<number> {
  const known = await db.from('units').whereNull('parent_id').first()
  if (known) return known.id
  const kind = `top-${mark}`
  await db.table('unit_kinds').insert({ code: kind, name_ar: 'وزارة', name_en: 'Ministry' })
  const [unitId] = await db.table('units').insert({
    code: `EG-${mark.toUpperCase()}`,
    kind,
    name_ar: 'محافظة الفيوم',
    name_en: 'Fayoum Governorate',
    search_text: mark,
  })
  await db.table('unit_closure').insert({ ancestor_id: unitId, descendant_id: unitId, depth: 0 })
  return unitId
}

function roleRow(mark: string) {
  return { code: `role-${mark}`, name_ar: 'دور للاختبار', name_en: 'Role of a test' }
}

/** Sets the language and the appearance as the menu of the person does. */
export async function prefer(
  context: BrowserContext,
  choice: { locale?: 'ar' | 'en'; theme?: 'light' | 'dark' }
) {
  const url = `http://${process.env.HOST}:${process.env.PORT}`
  await context.addCookies(Object.entries(choice).map(([name, value]) => ({ name, value, url })))
}
