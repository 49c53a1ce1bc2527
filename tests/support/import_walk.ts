import { basename } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import RunImportJob from '#core/jobs/run_import_job'
import { runHere } from '#core/jobs/run'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'

export const MAKER: readonly Permission[] = [
  'core.imports.read',
  'core.imports.create',
  'core.imports.undo',
  'registry.assets.manage',
  'registry.parties.manage',
  'revenue.charges.manage',
  'accounts.bank.manage',
]
export const APPROVER: readonly Permission[] = ['core.imports.read', 'core.imports.approve']

/** Runs what the pages handed to the worker, with the worker's own code. */
export async function runImportJobs(importId: number): Promise<string> {
  const [jobs] = await db.rawQuery(
    "SELECT id FROM jobs WHERE effect_key = ? AND state IN ('waiting', 'queued') ORDER BY id",
    [`import/${importId}`]
  )
  for (const { id } of jobs) await runHere(Number(id), new RunImportJob()).catch(() => {})
  const [[batch]] = await db.rawQuery('SELECT state FROM imports WHERE id = ?', [importId])
  return batch.state
}

export interface ShownFigures {
  rows: number
  landed: number
  updated: number
  unchanged: number
  rejected: number
  blank: number
  /** Control totals as the page prints them, by what became of the rows. */
  totals: Record<string, string>
}

/** One file walking through the pages, by the forms and texts of the pages alone. */
export class ImportWalk {
  id = 0
  /** The form of the mapping page as it was last sent. */
  chosen: Record<string, string> = {}

  constructor(
    readonly client: ApiClient,
    readonly maker: User,
    readonly approver: User
  ) {}

  async upload(kind: string, unitId: number, path: string): Promise<ApiResponse> {
    const response = await this.client
      .post('/imports')
      .loginAs(this.maker)
      .withCsrfToken()
      .redirects(0)
      .header('accept', 'text/html')
      .fields({ kind, unit_id: String(unitId) })
      .file('file', path, { filename: basename(path) })
    this.id = Number(/^\/imports\/(\d+)\//.exec(response.header('location') ?? '')?.[1] ?? 0)
    return response
  }

  /** Chooses on the mapping page; what is not named keeps what the page proposes. */
  async map(chosen: Record<string, string | { value: string } | null> = {}): Promise<ApiResponse> {
    const answer = await this.get('mapping')
    if (answer.status() !== 200) throw new Error(`The mapping page answers ${answer.status()}`)
    const page = answer.text()
    const form: Record<string, string> = {}
    for (const [, name, options] of page.matchAll(
      /<select[^>]*name="source_([a-z0-9_]+)"[^>]*>([\s\S]*?)<\/select>/g
    )) {
      form[`source_${name}`] = /value="([^"]*)"\s+selected/.exec(options!)?.[1] ?? ''
      const source = chosen[name!]
      if (source === null) form[`source_${name}`] = ''
      else if (typeof source === 'object') {
        form[`source_${name}`] = 'constant'
        form[`constant_${name}`] = source.value
      } else if (source !== undefined) {
        const column = [...options!.matchAll(/value="(c\d+)"[^>]*>([^<]*)</g)].find(
          ([, , heading]) => decoded(heading!.trim()) === source
        )
        if (!column) throw new Error(`The page offers no column "${source}" for ${name}`)
        form[`source_${name}`] = column[1]!
      }
    }
    this.chosen = form
    return this.send('mapping?_method=PUT', form, this.maker)
  }

  async approve(by = this.approver): Promise<ApiResponse> {
    return this.send('approval', {}, by)
  }

  async commit(): Promise<ApiResponse> {
    return this.send('commit', {}, this.maker)
  }

  async undo(reason: string): Promise<ApiResponse> {
    return this.send('undoing', { reason }, this.maker)
  }

  work(): Promise<string> {
    return runImportJobs(this.id)
  }

  get(page = '', by = this.maker): Promise<ApiResponse> {
    return this.client
      .get(`/imports/${this.id}${page && !page.startsWith('?') ? `/${page}` : page}`)
      .loginAs(by)
      .redirects(0)
  }

  send(page: string, form: Record<string, string>, by: User): Promise<ApiResponse> {
    return this.client
      .post(`/imports/${this.id}/${page}`)
      .loginAs(by)
      .withCsrfToken()
      .redirects(0)
      .header('accept', 'text/html')
      .header('referer', `http://${process.env.HOST}:${process.env.PORT}/imports/${this.id}`)
      .form(form)
  }

  /** The figures of the page, as a person reads them. */
  async figures(): Promise<ShownFigures> {
    const page = (await this.get()).text()
    const count = (name: string) => {
      const said = new RegExp(`data-count="${name}"[\\s\\S]*?<bdi>([\\d,]+)</bdi>`).exec(page)
      if (!said) throw new Error(`The page of import ${this.id} shows no ${name}`)
      return Number(said[1]!.replaceAll(',', ''))
    }
    const totals = [...page.matchAll(/data-total="(\w+)"\s*>\s*<bdi>([^<]*)</g)]
    return {
      rows: count('rows'),
      landed: count('landed'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      rejected: count('rejected'),
      blank: count('blank'),
      totals: Object.fromEntries(totals.map(([, part, value]) => [part!, value!])),
    }
  }
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
