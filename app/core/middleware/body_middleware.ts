import { rm } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import { Exception } from '@adonisjs/core/exceptions'
import type { NextFn } from '@adonisjs/core/types/http'
import bodyConfig from '#config/bodyparser'
import { uploadLimit } from '#core/web/uploads'

/** A file came to an address that takes none. */
export class NoFileTakenError extends Exception {
  static override status = 415
  static override code = 'E_NO_FILE_TAKEN'
  static override message = 'This address takes no file'
}

const parsers = new Map<number, BodyParserMiddleware>()

/**
 * Reads the form that was sent, after it is known that its sender may come in: of who may not, nothing
 * is read and nothing is kept. A file is read only where the route declares one, up to its limit.
 */
export default class BodyMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    if (ctx.refusal) return next()
    // The sender has gone: what he typed next is on its way, and nobody waits for this answer.
    if (ctx.request.request.socket.destroyed) return
    const megabytes = uploadLimit(ctx.route!)
    if (megabytes === null && isMultipart(ctx)) throw new NoFileTakenError()
    return parserFor(megabytes ?? 0).handle(ctx, async () => {
      try {
        await next()
      } finally {
        if (megabytes !== null) await forget(ctx)
      }
    })
  }
}

/** What came and was kept was copied; of what was refused nothing may stay behind. */
async function forget({ request }: HttpContext): Promise<void> {
  const files = Object.values(request.allFiles()).flat()
  await Promise.all(files.map((file) => file.tmpPath && rm(file.tmpPath, { force: true })))
}

function parserFor(megabytes: number): BodyParserMiddleware {
  let parser = parsers.get(megabytes)
  if (!parser) {
    const multipart = { ...bodyConfig.multipart, limit: megabytes * 1024 * 1024 }
    parsers.set(megabytes, (parser = new BodyParserMiddleware({ ...bodyConfig, multipart })))
  }
  return parser
}

function isMultipart({ request }: HttpContext): boolean {
  return request.hasBody() && Boolean(request.is(bodyConfig.multipart.types))
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Set at the door when the sender may not come in: what he is answered instead. */
    refusal?: () => unknown
  }
}
