import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import app from '@adonisjs/core/services/app'

/** Said by every test that is skipped because the files are not there. */
export const ABSENT =
  'SKIPPED ALOUD: the folder of real public files (../shared/data, or SHARED_DATA) is not here'

/** A path below the folder of real public files beside the checkout, present or not. */
export function sharedPath(...parts: string[]): string {
  return join(resolve(process.env.SHARED_DATA ?? app.makePath('../shared/data')), ...parts)
}

/** Whether the folder, or a file below it, is here. */
export function isShared(...parts: string[]): boolean {
  return existsSync(sharedPath(...parts))
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
