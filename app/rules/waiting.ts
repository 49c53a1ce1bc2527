import type { WaitingKind } from '#identity/waiting'

/** Changes of rules that wait for a second person. */
export const rulesWaits: readonly WaitingKind[] = [
  {
    ...{ kind: 'rule_change', step: 'approve', permission: 'core.settings.approve' },
    ...{ from: 'rule_changes AS m', where: "m.status = 'proposed'", path: '/rules/changes/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: 'm.id', about: 'm.name_ar' },
    ...{ amount: 'NULL', since: 'm.made_at', notBy: ['m.made_by'] },
  },
]
