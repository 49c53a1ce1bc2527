import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { NotAScanError, ScanTooLargeError } from '#registry/documents/errors'
import { LARGEST_DOCUMENT_MB } from '#registry/documents/kinds'
import { mediaTypeOf, type MediaType } from '#registry/documents/media_type'
import { photoFacts, type PhotoFacts } from '#registry/documents/photo_facts'

export interface Scan {
  from: string
  originalName: string
  mediaType: MediaType
  sha256: Buffer
  photo: PhotoFacts
}

/**
 * Reads and checks a file before any transaction: what it is, how large, and what a picture says.
 * @throws ScanTooLargeError, NotAScanError
 */
export async function readScan(file: { from: string; originalName: string }): Promise<Scan> {
  const { size } = await stat(file.from)
  if (size > LARGEST_DOCUMENT_MB * 1024 * 1024) {
    throw new ScanTooLargeError(size, LARGEST_DOCUMENT_MB)
  }
  const bytes = await readFile(file.from)
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) throw new NotAScanError(file.originalName)
  const photo = await photoFacts(mediaType.startsWith('image/') ? bytes : Buffer.alloc(0))
  return { ...file, mediaType, sha256: createHash('sha256').update(bytes).digest(), photo }
}
