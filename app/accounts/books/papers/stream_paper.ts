import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'

/** Sends a PDF while it is being written; a break on the way ends the answer. */
export function streamPaper(
  { response, logger }: HttpContext,
  name: string,
  write: (target: PassThrough) => Promise<void>
): void {
  const target = new PassThrough({ highWaterMark: 1 << 20 })
  response
    .header('Content-Type', 'application/pdf')
    .header('Content-Disposition', `inline; filename="${name}.pdf"`)
    .header('Cache-Control', 'no-store')
  response.stream(target)
  write(target).catch((error) => {
    logger.error({ err: error }, 'a paper of the books broke off')
    target.destroy(error)
  })
}
