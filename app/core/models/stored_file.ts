import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, isAbsolute, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import app from '@adonisjs/core/services/app'
import { column } from '@adonisjs/lucid/orm'
import env from '#start/env'
import { StoredFileSchema } from '#database/schema'
import { clock } from '#core/clock'
import type { Trx } from '#core/within'

export interface FileToKeep {
  /** Where the bytes are now; they are copied. */
  from: string
  unitId: number
  /** `import`, `report`, `document`, … */
  purpose: string
  /** As the person named it; shown, never used as a path. */
  originalName: string
  mediaType: string
  by: { id: number | null }
}

/** Where files are kept, outside the web's reach. */
export function storageDirectory(): string {
  const directory = env.get('STORAGE_DIR')
  return isAbsolute(directory) ? directory : app.makePath(directory)
}

/** A file kept by the house under a name of its own, with its SHA-256. */
export default class StoredFile extends StoredFileSchema {
  static override table = 'stored_files'

  // The naming strategy would look for `sha_256`.
  @column({ columnName: 'sha256' })
  declare sha256: Buffer

  /** Copies a file into the storage, flushed to the disk, and records it in the caller's transaction. */
  static async keep(file: FileToKeep, trx?: Trx): Promise<StoredFile> {
    const day = clock.now().toISOString().slice(0, 10)
    const path = `${file.purpose}/${day}/${randomUUID()}`
    const target = resolve(storageDirectory(), path)
    await mkdir(dirname(target), { recursive: true })
    const hash = createHash('sha256')
    const hashing = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    await pipeline(createReadStream(file.from), hashing, createWriteStream(`${target}.part`))
    const handle = await open(`${target}.part`, 'r')
    await handle.sync()
    await handle.close()
    await rename(`${target}.part`, target)
    return StoredFile.create(
      {
        unitId: file.unitId,
        purpose: file.purpose,
        originalName: file.originalName.slice(0, 255),
        mediaType: file.mediaType,
        bytes: (await stat(target)).size,
        sha256: hash.digest(),
        path,
        createdBy: file.by.id,
      },
      trx ? { client: trx } : undefined
    )
  }

  /** Where the bytes lie on this machine. */
  get absolutePath(): string {
    return resolve(storageDirectory(), this.path)
  }
}
