import type { BrowserContext } from 'playwright'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'
import { aHolder } from '#tests/support/holders'

/**
 * Signs the browser in as a new person who holds the permissions in a unit of his own at the top. Use
 * it in a group wrapped in a global transaction: nothing of it stays.
 */
export async function signInAs(
  context: BrowserContext,
  permissions: readonly Permission[],
  fullName = 'سامية عبد الرحمن'
): Promise<User> {
  const user = await aHolder(permissions, { fullName })
  await context.loginAs(user)
  return user
}

/** Sets the language and the appearance as the menu of the person does. */
export async function prefer(
  context: BrowserContext,
  choice: { locale?: 'ar' | 'en'; theme?: 'light' | 'dark' }
) {
  const url = `http://${process.env.HOST}:${process.env.PORT}`
  await context.addCookies(Object.entries(choice).map(([name, value]) => ({ name, value, url })))
}
