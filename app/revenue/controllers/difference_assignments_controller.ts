import type { HttpContext } from '@adonisjs/core/http'
import { safeBackPath } from '#core/safe_back'
import User from '#identity/models/user'
import AssignDifferences from '#revenue/actions/assign_differences'
import { AssigneeNotAllowedError } from '#revenue/errors'
import { tickedDifferences } from '#revenue/queries/of_units'
import { assignmentForm } from '#revenue/validators/differences'

/** Gives ticked differences to somebody, or takes them back. */
export default class DifferenceAssignmentsController {
  async store({ auth, request, response, session, i18n }: HttpContext) {
    const { ids, assignee } = await request.validateUsing(assignmentForm)
    const user = auth.user!
    const differences = await tickedDifferences(ids, user, 'revenue.differences.assign')
    const person = assignee === undefined ? null : await User.withAccess(assignee)
    const beyond =
      person && differences.find(({ unitId }) => !person.can('revenue.differences.explain', unitId))
    if (person && (beyond || !person.isActive)) throw new AssigneeNotAllowedError(person.fullName)
    const count = await new AssignDifferences().handle(ids, {
      to: person && { id: person.id, name: person.fullName },
      by: user.asActor(request.id()),
    })
    session.flash('success', i18n.t('revenue.differences.assigned_done', { count }))
    return response
      .redirect()
      .status(303)
      .toPath(safeBackPath(request) ?? '/revenue/differences')
  }
}
