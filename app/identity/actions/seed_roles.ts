import type { Loaded } from '#core/reference'
import type { Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import Role from '#identity/models/role'
import Unit from '#identity/models/unit'
import type { Permission } from '#identity/permissions'

interface Seed {
  code: string
  ar: string
  en: string
  descriptionAr: string
  descriptionEn: string
  permissions: readonly Permission[]
}

/**
 * Brings the seeded roles to what the house says of them: their names and exactly their permissions.
 * Roles that people made stay as they are.
 */
export default class SeedRoles {
  async handle(seeds: readonly Seed[], trx: Trx): Promise<Loaded> {
    const loaded: Loaded = { created: 0, changed: 0, unchanged: 0 }
    for (const seed of seeds) loaded[await this.#bring(seed, trx)] += 1
    return loaded
  }

  async #bring(seed: Seed, trx: Trx): Promise<keyof Loaded> {
    const existing = await Role.findBy('code', seed.code, { client: trx })
    const role = existing ?? new Role().useTransaction(trx)
    role.merge({
      code: seed.code,
      nameAr: seed.ar,
      nameEn: seed.en,
      descriptionAr: seed.descriptionAr,
      descriptionEn: seed.descriptionEn,
      isSeeded: true,
    })
    const renamed = role.$isDirty
    await role.save()
    const { before, after } = await role.setPermissions(seed.permissions, trx)
    const permissionsChanged = before.join() !== after.join()
    if (!renamed && !permissionsChanged) return 'unchanged'

    const root = await Unit.findByOrFail('code', 'EG', { client: trx })
    await Trail.record(
      {
        action: existing ? 'role.changed' : 'role.created',
        unitId: root.id,
        subjectType: 'role',
        subjectId: role.id,
        label: role.code,
        before: existing ? { permissions: before } : undefined,
        after: { permissions: after },
      },
      { by: SYSTEM, trx }
    )
    return existing ? 'changed' : 'created'
  }
}
