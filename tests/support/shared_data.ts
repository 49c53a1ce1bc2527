import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import app from '@adonisjs/core/services/app'

/** The folder of real public files beside the checkout, or null where it is not. */
export function sharedData(): string | null {
  const folder = process.env.SHARED_DATA ?? resolve(app.makePath(), '../shared/data')
  return existsSync(folder) ? folder : null
}

/** Every file below a folder, in order of name. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? filesBelow(path) : [path]
    })
}
