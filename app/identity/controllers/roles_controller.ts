import type { HttpContext } from '@adonisjs/core/http'
import ChangeRole from '#identity/actions/change_role'
import Role from '#identity/models/role'
import { permissionGroups } from '#identity/queries/permission_groups'
import { rolesWithCounts } from '#identity/queries/roles_with_counts'
import { newRoleForm, roleForm } from '#identity/validators/person'

/** Roles: named sets of permissions. */
export default class RolesController {
  async index({ view }: HttpContext) {
    return view.render('pages/identity/roles/index', { roles: await rolesWithCounts() })
  }

  async show({ params, view, i18n }: HttpContext) {
    const role = await Role.findOrFail(params.id)
    return view.render('pages/identity/roles/show', {
      role,
      groups: permissionGroups(i18n.locale, await role.permissions()),
    })
  }

  /** A blank role, or one after the example of another (`?after=ID`). */
  async create({ view, request, i18n }: HttpContext) {
    const after = Number(request.input('after', 0)) || 0
    const example = after ? await Role.find(after) : null
    return view.render('pages/identity/roles/form', {
      role: null,
      groups: permissionGroups(i18n.locale, (await example?.permissions()) ?? []),
    })
  }

  async store({ request, response, auth, session, i18n }: HttpContext) {
    const input = await request.validateUsing(newRoleForm)
    const role = await new ChangeRole().create(input.code, factsOf(input), {
      by: auth.user!,
      requestId: request.id(),
    })
    session.flash('success', i18n.t('identity.roles.created'))
    return response.redirect().toRoute('identity.roles.show', { id: role.id })
  }

  async edit({ params, view, i18n }: HttpContext) {
    const role = await Role.findOrFail(params.id)
    return view.render('pages/identity/roles/form', {
      role,
      groups: permissionGroups(i18n.locale, await role.permissions()),
    })
  }

  async update({ params, request, response, auth, session, i18n }: HttpContext) {
    const input = await request.validateUsing(roleForm)
    await new ChangeRole().change(Number(params.id), factsOf(input), {
      by: auth.user!,
      requestId: request.id(),
    })
    session.flash('success', i18n.t('identity.roles.changed'))
    return response.redirect().toRoute('identity.roles.show', { id: params.id })
  }
}

function factsOf(input: Awaited<ReturnType<typeof roleForm.validate>>) {
  return {
    nameAr: input.name_ar,
    nameEn: input.name_en,
    descriptionAr: input.description_ar ?? '',
    descriptionEn: input.description_en ?? '',
    permissions: input.permissions,
  }
}
