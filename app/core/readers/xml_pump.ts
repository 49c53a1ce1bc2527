import { SaxesParser } from 'saxes'
import FileError from '#core/readers/file_error'
import { detectEncoding, knownEncoding } from '#core/readers/encoding'
import type { ByteSource } from '#core/readers/byte_source'

/** Text between two tags beyond this is an attack or a damaged file, never a cell or a name. */
const SILENT_CHARS = 4 * 1024 * 1024
/** Tags inside one another beyond this are an attack. */
const DEPTH = 200

export interface XmlHandlers {
  /** A tag opens; names come without their namespace prefix. */
  open(name: string, attributes: Record<string, string>, line: number): void
  /** A tag closes; `text` is what stood directly in it. */
  close(name: string, text: string, line: number): void
}

/**
 * Feeds XML to handlers as it arrives and hands on what they have made ready after every piece.
 * A document type is refused, which leaves no place to define entities, neither external nor
 * multiplying ones.
 * @throws FileError `xml_broken`, `xml_doctype`, `xml_too_long`
 */
export async function* pumpXml<T>(
  pieces: AsyncIterable<string>,
  handlers: XmlHandlers,
  ready: () => T[]
): AsyncGenerator<T[]> {
  const parser = new SaxesParser({ position: true })
  const texts: string[] = []
  let silent = 0
  parser.on('doctype', () => {
    throw doctype()
  })
  parser.on('opentag', (tag) => {
    silent = 0
    if (texts.push('') > DEPTH) throw tooLong(parser.line)
    handlers.open(localName(tag.name), tag.attributes as Record<string, string>, parser.line)
  })
  parser.on('closetag', (tag) => {
    silent = 0
    handlers.close(localName(tag.name), texts.pop()!, parser.line)
  })
  const addText = (text: string) => {
    if (texts.length) texts[texts.length - 1] += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    for await (const piece of pieces) {
      // A declaration of another encoding means nothing any more: the text is decoded already.
      parser.write(piece)
      silent += piece.length
      if (silent > SILENT_CHARS) throw tooLong(parser.line)
      const made = ready()
      if (made.length) yield made
    }
    parser.close()
    const last = ready()
    if (last.length) yield last
  } catch (error) {
    throw error instanceof FileError ? error : brokenXml(parser.line, error)
  }
}

/** Feeds all of an XML text to handlers. */
export async function walkXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const steps = pumpXml(pieces, handlers, () => [])
  while (!(await steps.next()).done);
}

/** A name without its prefix: `x:row` → `row`. */
export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** The encoding of XML: what the bytes are if that is certain, else what its first line says. */
export async function xmlEncoding(source: ByteSource, chosen?: string): Promise<string> {
  if (chosen) return knownEncoding(chosen)
  const { encoding } = await detectEncoding(source)
  if (encoding.startsWith('utf-')) return encoding
  for await (const chunk of source.stream()) {
    const declared = /encoding\s*=\s*["']([\w.-]+)["']/.exec(
      chunk.subarray(0, 200).toString('latin1')
    )
    return declared ? knownEncoding(declared[1]!) : encoding
  }
  return encoding
}

function brokenXml(line: number, cause: unknown): FileError {
  return new FileError(
    'xml_broken',
    {
      ar: `الملف تالف أو غير مكتمل عند السطر ${line}. اطلبه من مصدره من جديد، أو افتحه واحفظه مرة أخرى.`,
      en: `The file is damaged or incomplete at line ${line}. Ask its source for it again, or open and save it once more.`,
    },
    { line, cause }
  )
}

function doctype(): FileError {
  return new FileError('xml_doctype', {
    ar: 'الملف يعرّف كيانات خاصة به (DOCTYPE)، وهذا غير مقبول لأسباب أمنية. اطلب من المصدر ملفاً بدونها.',
    en: 'The file defines entities of its own (DOCTYPE), which is refused for safety. Ask its source for a file without it.',
  })
}

function tooLong(line: number): FileError {
  return new FileError(
    'xml_too_long',
    {
      ar: `في الملف نص أو تداخل أطول من المعقول عند السطر ${line}، فهو تالف أو غير سليم. اطلبه من مصدره من جديد.`,
      en: `The file holds text or nesting beyond reason at line ${line}: it is damaged. Ask its source for it again.`,
    },
    { line }
  )
}
