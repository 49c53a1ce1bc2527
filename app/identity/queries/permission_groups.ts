import { permissionName, PERMISSIONS, type Permission } from '#identity/permissions'

export interface PermissionGroup {
  domain: string
  permissions: { name: Permission; label: string; held: boolean }[]
}

/** The whole catalogue by domain, with those held marked. */
export function permissionGroups(locale: string, held: readonly Permission[]): PermissionGroup[] {
  const groups = new Map<string, PermissionGroup>()
  for (const name of PERMISSIONS) {
    const domain = name.slice(0, name.indexOf('.'))
    const group = groups.get(domain) ?? { domain, permissions: [] }
    const label = permissionName(name)[locale === 'en' ? 'en' : 'ar']
    group.permissions.push({ name, label, held: held.includes(name) })
    groups.set(domain, group)
  }
  return [...groups.values()]
}
