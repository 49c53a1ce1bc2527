import { satisfies, type Declaration, type RowScope } from '#identity/access/declaration'
import { unitOfRow } from '#identity/access/row_units'
import { NotFoundError } from '#identity/errors'
import type User from '#identity/models/user'

/**
 * Refuses a row outside the units where the person holds what the route asks for; to him it is as if it
 * did not exist.
 * @throws NotFoundError
 */
export async function assertWithin(
  user: User,
  declaration: Declaration & { for: 'holders' },
  scope: RowScope,
  value: string
): Promise<void> {
  const unit = await unitOfRow(scope, value)
  const within =
    unit === 'shared' ||
    (unit !== undefined && satisfies(declaration, (name) => user.can(name, unit)))
  if (!within) throw new NotFoundError()
}
