import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createDeflateRaw } from 'node:zlib'
import { COLUMNS, registerRows } from './rows.js'

const CHUNK = 1 << 18

/** The least a compressed export can cost: the bare values, compressed as lightly as ours, on disk. */
export async function writeFloor(file: string, rows: number): Promise<void> {
  await pipeline(
    Readable.from(lines(rows)),
    createDeflateRaw({ level: 1 }),
    createWriteStream(file)
  )
}

function* lines(rows: number): Generator<Buffer> {
  let text = ''
  for (const row of registerRows(rows) as Iterable<Record<string, unknown>>) {
    for (const { key } of COLUMNS) text += `${row[key]}\t`
    text += '\n'
    if (text.length < CHUNK) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
