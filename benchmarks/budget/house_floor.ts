/**
 * The second floor: the same bare conditional update, through the application's own server: session,
 * person, permission, forgery check, form and answer are the house's; the work is one statement in a
 * transaction. Started as a process of its own in place of bin/server.ts.
 */
process.env.TZ = 'UTC'

import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { TAKE } from './bare.js'

const APP_ROOT = new URL('../../', import.meta.url)

const IMPORTER = (filePath: string) =>
  filePath.startsWith('.') ? import(new URL(filePath, APP_ROOT).href) : import(filePath)

void new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    void app.booting(async () => {
      await import('#start/env')
    })
    void app.booted(async () => {
      const [router, db] = [
        await app.container.make('router'),
        await app.container.make('lucid.db'),
      ]
      router
        .post('/bench/take/:id', async ({ response, session }: HttpContext) => {
          const [changed] = await db.transaction((trx) => trx.rawQuery(TAKE))
          if (changed.affectedRows !== 1) return response.status(422).send({ refused: true })
          session.flash('success', 'taken')
          return response.redirect().status(303).toPath('/budget/commitments/1')
        })
        .may('budget.commitments.approve', { param: 'id', of: 'commitments' })
    })
    app.listen('SIGTERM', () => (app.isReady ? app.terminate() : process.exit(143)))
  })
  .httpServer()
  .start()
  .catch((error) => {
    process.exitCode = 1
    void prettyPrintError(error)
  })
