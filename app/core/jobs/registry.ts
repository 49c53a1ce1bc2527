import { glob } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import app from '@adonisjs/core/services/app'
import type { Job, JobClass } from '#core/jobs/job'

/** Finds every job class of the house by its place: `app/DOMAIN/jobs/*_job.ts`. */
export async function jobClasses(): Promise<Map<string, JobClass>> {
  const found = new Map<string, JobClass>()
  for await (const file of glob('app/*/jobs/*_job.{ts,js}', { cwd: app.makePath() })) {
    const { default: job } = (await import(pathToFileURL(app.makePath(file)).href)) as {
      default: JobClass
    }
    if (found.has(job.kind)) throw new Error(`Two jobs are called ${job.kind}`)
    found.set(job.kind, job)
  }
  return found
}

/** A job of a recorded kind. */
export function makeJob(classes: Map<string, JobClass>, kind: string): Job {
  const Found = classes.get(kind)
  if (!Found) throw new Error(`No job is called ${kind}`)
  return new Found()
}
