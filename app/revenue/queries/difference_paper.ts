import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { dayOf, daysBetween } from '#core/days'
import type { Locale } from '#core/domain_error'

/**
 * A difference with its notes and all that was done to it. The route has proved that it exists and may
 * be seen.
 */
export async function differencePaper(id: number, locale: Locale) {
  const difference = await db
    .from('differences')
    .join('units', 'units.id', 'differences.unit_id')
    .leftJoin('revenue_heads', 'revenue_heads.id', 'differences.head_id')
    .leftJoin('users', 'users.id', 'differences.assigned_to')
    .leftJoin('reconciliation_runs as opened', 'opened.id', 'differences.opened_run_id')
    .leftJoin('reconciliation_runs as cleared', 'cleared.id', 'differences.cleared_run_id')
    .where('differences.id', id)
    .select(
      'differences.*',
      `units.name_${locale} as unit`,
      `revenue_heads.name_${locale} as head`,
      'users.full_name as assignee',
      'opened.run_no as opened_no',
      'cleared.run_no as cleared_no'
    )
    .firstOrFail()
  difference.age = Math.max(0, daysBetween(difference.arose_on, dayOf(clock.now())))

  const notes = await db
    .from('difference_notes')
    .leftJoin('users', 'users.id', 'difference_notes.user_id')
    .where('difference_id', id)
    .orderBy('difference_notes.id', 'desc')
    .select('difference_notes.text', 'difference_notes.created_at', 'users.full_name as person')

  const history = await db
    .from('trail')
    .where('subject_type', 'difference')
    .where('subject_id', id)
    .orderBy('id', 'desc')
    .select('occurred_at', 'actor_name', 'action', 'reason', 'after_value')
  return { difference, notes, history }
}
