import { accountsWaits } from '#accounts/waiting'
import { budgetWaits } from '#budget/waiting'
import { rulesWaits } from '#rules/waiting'
import { registryWaits } from '#registry/waiting'
import { importWaits } from '#reporting/waiting/imports'
import type { WaitingKind } from '#identity/waiting'

/** Everything that may wait for somebody, of every domain. */
export const WAITS: readonly WaitingKind[] = [
  ...budgetWaits,
  ...accountsWaits,
  ...registryWaits,
  ...rulesWaits,
  ...importWaits,
]
