import { satisfies, type Declaration, type RowScope } from '#identity/access/declaration'
import { placeOfRow } from '#identity/access/row_units'
import { NotFoundError } from '#identity/errors'
import type User from '#identity/models/user'

/**
 * Refuses a row outside the units where the person holds what the route asks for, and a secret one to
 * who is not trusted with it; to him it is as if it did not exist.
 * @throws NotFoundError
 */
export async function assertWithin(
  user: User,
  declaration: Declaration & { for: 'holders' },
  scope: RowScope,
  value: string
): Promise<void> {
  const place = await placeOfRow(scope, value)
  if (!place) throw new NotFoundError()
  const { unit, needs } = place
  if (unit === 'shared') return
  const within = satisfies(declaration, (name) => user.can(name, unit))
  if (!within || (needs && !user.can(needs, unit))) throw new NotFoundError()
}
