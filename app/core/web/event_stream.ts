import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { ENDED, progressOf, type JobProgress } from '#core/jobs/progress'
import { noteOf } from '#core/lists/jobs_list'
import { wordsOf } from '#core/lists/list'

export interface StreamOptions {
  /** Milliseconds between two looks. */
  every?: number
  /** Milliseconds of silence after which a heartbeat keeps proxies from hanging up. */
  heartbeat?: number
  /** Milliseconds after which the browser is asked to come again, so that no stream lives for ever. */
  longest?: number
}

/**
 * Sends a job's progress as server-sent events until it ends: `progress` when something changed, `end`
 * with the last state. It looks into MariaDB, so any web process can serve any job.
 */
export function streamJob(ctx: HttpContext, id: number, options: StreamOptions = {}) {
  const words = wordsOf(ctx)
  const look = async () => {
    const now = await progressOf(id)
    return now && { ...now, note: noteOf(now.note, words) }
  }
  const events = Readable.from(jobEvents(id, look, options), { objectMode: false })
  ctx.response
    .header('Content-Type', 'text/event-stream; charset=utf-8')
    .header('Cache-Control', 'no-store')
    // Reverse proxies hold small answers back unless told not to.
    .header('X-Accel-Buffering', 'no')
  return ctx.response.stream(events)
}

/** The events of a job as texts of the event-stream format. */
export async function* jobEvents(
  id: number,
  look: () => Promise<JobProgress | null>,
  { every = 1000, heartbeat = 15_000, longest = 300_000 }: StreamOptions = {}
): AsyncGenerator<string> {
  const started = Date.now()
  let told = ''
  let toldAt = started
  yield `retry: ${every * 2}\n\n`
  for (;;) {
    const now = await look()
    if (!now) return yield event('end', { state: 'cancelled', progress: 0, note: null })
    const text = JSON.stringify(now)
    if (text !== told) {
      yield event('progress', now)
      told = text
      toldAt = Date.now()
    } else if (Date.now() - toldAt >= heartbeat) {
      yield ': still here\n\n'
      toldAt = Date.now()
    }
    if (ENDED.includes(now.state)) return yield event('end', now)
    if (Date.now() - started >= longest) return
    await pause(every)
  }

  function event(name: string, data: JobProgress) {
    return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`
  }
}
