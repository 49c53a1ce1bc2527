import type { WaitingKind } from '#identity/waiting'

/** Files that others checked and that a second person lets into the books. */
export const importWaits: readonly WaitingKind[] = [
  {
    ...{ kind: 'import', step: 'approve', permission: 'core.imports.approve' },
    from: 'imports AS m JOIN stored_files AS f ON f.id = m.file_id',
    ...{ where: "m.state = 'checked' AND m.needs_approval = 1", path: '/imports/' },
    ...{ id: 'm.id', unit: 'm.unit_id', number: 'CAST(m.id AS CHAR)', about: 'f.original_name' },
    ...{ amount: 'NULL', since: 'm.checked_at', notBy: ['m.created_by'] },
  },
]
