import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'

export interface MadeFile {
  /** Its media type. */
  type: string
  /** Name it is saved under; no quotes. */
  name: string
  /** Shown in the browser; else saved. */
  inline?: boolean
}

/** So much is made before the head is sent: a failure until then is told in a sentence. */
const HELD_BYTES = 1 << 16
const BUFFER_BYTES = 1 << 20

/**
 * Sends a file while it is made. What fails before the head is sent is thrown here and becomes a page
 * that says so; what fails later cuts the connection, which is how a browser learns that the file is
 * not whole (a file that merely stops would look complete or never end).
 *
 * @param make writes the whole file; it is done when the file is ended
 */
export async function sendMadeFile(
  { response, logger }: HttpContext,
  { type, name, inline = false }: MadeFile,
  make: (output: PassThrough) => Promise<unknown>
): Promise<void> {
  let held = 0
  let onHeld!: () => void
  const isHeld = new Promise<void>((resolve) => (onHeld = resolve))
  const output = new PassThrough({
    highWaterMark: BUFFER_BYTES,
    transform(chunk: Buffer, _encoding, done) {
      held += chunk.length
      if (held > HELD_BYTES) onHeld()
      done(null, chunk)
    },
  })
  // The maker is told of it too, and answers by failing.
  output.on('error', () => {})
  const made = make(output)
  try {
    await Promise.race([made, isHeld])
  } catch (error) {
    output.destroy()
    throw error
  }
  const { response: socket } = response
  made.catch((error) => {
    if (!socket.destroyed) logger.error({ err: error, file: name }, 'a file broke off')
    output.destroy()
    socket.destroy()
  })
  response
    .header('Content-Type', type)
    .header('Content-Disposition', `${inline ? 'inline' : 'attachment'}; filename="${name}"`)
    .header('Cache-Control', 'private, no-store')
    .stream(output)
}
