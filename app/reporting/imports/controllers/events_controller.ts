import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { progressOf } from '#core/jobs/progress'
import { wordsOf } from '#core/lists/list'
import { jobEvents } from '#core/web/event_stream'
import { importJob } from '#reporting/imports/queries/import_job'
import { noteText } from '#reporting/imports/queries/import_page'

/** The live progress of an import's last step, in the person's language. */
export default class EventsController {
  async index(ctx: HttpContext) {
    const words = wordsOf(ctx)
    const job = await importJob(ctx.params.id)
    const look = async () => {
      const now = job && (await progressOf(job.id))
      return now && { ...now, note: noteText(now.note, words) }
    }
    ctx.response
      .header('Content-Type', 'text/event-stream; charset=utf-8')
      .header('Cache-Control', 'no-store')
      // Reverse proxies hold small answers back unless told not to.
      .header('X-Accel-Buffering', 'no')
    const events = jobEvents(job?.id ?? 0, look)
    return ctx.response.stream(Readable.from(events, { objectMode: false }))
  }
}
