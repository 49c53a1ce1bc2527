import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { Steerer } from '#core/jobs/journal'
import { failureText, progressOf } from '#core/jobs/progress'
import { cancelJob, retryJob } from '#core/jobs/steering'
import { JOB_TONES, jobsList, kindOf, noteOf } from '#core/lists/jobs_list'
import { wordsOf } from '#core/lists/list'
import listPage from '#core/lists/list_page'
import { streamJob } from '#core/web/event_stream'
import { viewerOf } from '#core/web/viewer'

/** Long work as people see it: what runs, how far it is, why it failed; try again, stop. */
export default class JobsController {
  index(ctx: HttpContext) {
    return listPage(ctx, jobsList, 'pages/core/jobs/index')
  }

  async show(ctx: HttpContext) {
    const id = Number(ctx.params.id)
    const job = await jobWithNames(id)
    const words = wordsOf(ctx)
    const now = await progressOf(id)
    const steps = await db.from('jobs').where('parent_id', id).orderBy('id').limit(500)
    return ctx.view.render('pages/core/jobs/show', {
      job: { ...job, kindName: kindOf(job.kind, words), tone: toneOf(job.state) },
      now: { ...now, note: noteOf(now?.note ?? null, words) },
      failure: failureText(job.error, words.locale),
      result: plainEntries(job.result),
      steps: steps.map((step) => ({
        ...step,
        kindName: kindOf(step.kind, words),
        tone: toneOf(step.state),
        failure: failureText(step.error, words.locale),
        note: noteOf(step.progress_note, words),
      })),
    })
  }

  /** The live progress of one job, as server-sent events. */
  events(ctx: HttpContext) {
    return streamJob(ctx, Number(ctx.params.id))
  }

  async retry(ctx: HttpContext) {
    await retryJob(Number(ctx.params.id), steererOf(ctx))
    ctx.session.flash('success', ctx.i18n.t('core.jobs.retried'))
    return ctx.response.redirect().status(303).toPath(`/jobs/${ctx.params.id}`)
  }

  async cancel(ctx: HttpContext) {
    await cancelJob(Number(ctx.params.id), steererOf(ctx))
    ctx.session.flash('success', ctx.i18n.t('core.jobs.cancelled'))
    return ctx.response.redirect().status(303).toPath(`/jobs/${ctx.params.id}`)
  }
}

function steererOf(ctx: HttpContext): Steerer {
  const { id, fullName, homeUnitId } = viewerOf(ctx)!
  return { id, name: fullName, homeUnitId, requestId: ctx.request.id() }
}

function jobWithNames(id: number) {
  return db
    .from('jobs')
    .leftJoin('users', 'users.id', 'jobs.created_by')
    .leftJoin('units', 'units.id', 'jobs.unit_id')
    .where('jobs.id', id)
    .select(
      'jobs.*',
      'users.full_name as person',
      'units.name_ar as unitAr',
      'units.name_en as unitEn'
    )
    .firstOrFail()
}

function toneOf(state: string) {
  return JOB_TONES[state as keyof typeof JOB_TONES]
}

/** The figures of a result that are one value each; lists and files are shown by their own pages. */
function plainEntries(result: unknown): [string, string][] {
  const parsed = typeof result === 'string' ? JSON.parse(result) : result
  if (!parsed || typeof parsed !== 'object') return []
  return Object.entries(parsed)
    .filter(([, value]) => value === null || typeof value !== 'object')
    .map(([key, value]) => [key, String(value ?? '—')])
}
