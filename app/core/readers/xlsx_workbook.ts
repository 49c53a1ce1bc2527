import FileError from '#core/readers/file_error'
import { decodeStream } from '#core/readers/encoding'
import { walkXml, xmlEncoding, type XmlHandlers } from '#core/readers/xml_pump'
import { encrypted, zipEntrySource, type ZipEntry } from '#core/readers/zip'
import { cellKind, type CellKind } from '#core/readers/xlsx_formats'
import type { ByteSource, RandomSource } from '#core/readers/byte_source'

/** Limits of what is held in memory for one workbook. */
const MAX_SHARED = 4_000_000
const MAX_SHARED_CHARS = 100_000_000

export interface SheetRef {
  name: string
  path: string
  hidden: boolean
}

export interface Workbook {
  sheets: SheetRef[]
  /** Serial days count from 1904 instead of 1900. */
  from1904: boolean
  /** What each cell style shows: a number, a day, a time, a duration. */
  styles: CellKind[]
  shared: string[]
  part(path: string): ByteSource | null
}

/**
 * Everything of a workbook but its sheets: names, styles and shared texts. Parts that programs
 * leave out are done without; only a workbook with no sheet at all is refused.
 */
export async function openWorkbook(source: RandomSource, entries: ZipEntry[]): Promise<Workbook> {
  const byPath = new Map<string, ZipEntry>()
  for (const entry of entries) byPath.set(normal(entry.name), entry)
  if (entries.some((entry) => entry.encrypted)) throw encrypted('xlsx')
  const part = (path: string) => {
    const entry = byPath.get(normal(path))
    return entry ? zipEntrySource(source, entry) : null
  }
  const main = await mainPart(part)
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : ''
  const targets = await relations(part, folder, main.slice(folder.length))
  const { listed, from1904 } = await readMain(part(main))
  const sheets = resolveSheets(listed, targets, byPath)
  if (!sheets.length) throw noSheets()
  const find = (kind: string) =>
    [...targets.values()].find((target) => target.kind === kind)?.path ?? `${folder}${kind}.xml`
  return {
    sheets,
    from1904,
    part,
    styles: await readStyles(part(find('styles'))),
    shared: await readShared(part(find('sharedStrings'))),
  }
}

type Part = (path: string) => ByteSource | null
type Targets = Map<string, { kind: string; path: string }>

async function mainPart(part: Part): Promise<string> {
  let main = 'xl/workbook.xml'
  await walk(part('_rels/.rels'), {
    open(name, attributes) {
      if (name === 'Relationship' && attributes.Type?.endsWith('/officeDocument')) {
        main = normal(attributes.Target ?? main)
      }
    },
    close() {},
  })
  return main
}

async function relations(part: Part, folder: string, file: string): Promise<Targets> {
  const targets: Targets = new Map()
  await walk(part(`${folder}_rels/${file}.rels`), {
    open(name, attributes) {
      if (name !== 'Relationship' || !attributes.Target) return
      const target = attributes.Target
      const path = target.startsWith('/') ? normal(target) : joinPath(folder, target)
      targets.set(attributes.Id ?? path, { kind: attributes.Type?.split('/').at(-1) ?? '', path })
    },
    close() {},
  })
  return targets
}

interface Listed {
  name: string
  id: string
  hidden: boolean
}

async function readMain(source: ByteSource | null) {
  const listed: Listed[] = []
  let from1904 = false
  await walk(source, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 ||= /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const hidden = /hidden/i.test(attributes.state ?? '')
      listed.push({ name: attributes.name ?? `Sheet${listed.length + 1}`, id, hidden })
    },
    close() {},
  })
  return { listed, from1904 }
}

/** Sheets with cells only; without a list, whatever sheet parts there are. */
function resolveSheets(
  listed: Listed[],
  targets: Targets,
  parts: Map<string, ZipEntry>
): SheetRef[] {
  const sheets: SheetRef[] = []
  listed.forEach(({ name, id, hidden }, index) => {
    const target = targets.get(id)
    if (target && target.kind !== 'worksheet') return
    const path = target?.path ?? `xl/worksheets/sheet${index + 1}.xml`
    if (parts.has(normal(path))) sheets.push({ name, path, hidden })
  })
  if (sheets.length) return sheets
  const loose = [...parts.keys()].filter((path) => /^xl\/worksheets\/[^/]+\.xml$/.test(path)).sort()
  return loose.map((path, index) => ({ name: `Sheet${index + 1}`, path, hidden: false }))
}

async function readStyles(source: ByteSource | null): Promise<CellKind[]> {
  const custom = new Map<number, string>()
  const styles: CellKind[] = []
  let inCells = false
  await walk(source, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0)
        styles.push(cellKind(id, custom.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** Shared texts; the reading aids (rPh) of East Asian texts are not part of them. */
async function readShared(source: ByteSource | null): Promise<string[]> {
  const shared: string[] = []
  let text = ''
  let chars = 0
  let aside = 0
  await walk(source, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') aside++
    },
    close(name, inner) {
      if (name === 't' && !aside) text += inner
      else if (name === 'rPh') aside--
      else if (name === 'si') {
        chars += text.length
        if (shared.push(unescapeText(text)) > MAX_SHARED || chars > MAX_SHARED_CHARS) throw tooBig()
      }
    },
  })
  return shared
}

/** `_x000D_` stands for a character XML cannot hold; `_x005F_` for the underscore itself. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code === 0 ? '' : String.fromCharCode(code)
  })
}

async function walk(source: ByteSource | null, handlers: XmlHandlers): Promise<void> {
  if (!source) return
  const pieces = decodeStream(source, await xmlEncoding(source))
  await walkXml(pieces, handlers)
}

function normal(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function joinPath(folder: string, target: string): string {
  const parts = folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step && step !== '.') parts.push(step)
  }
  return parts.join('/')
}

function noSheets(): FileError {
  return new FileError('xlsx_broken', {
    ar: 'مصنف إكسل تالف: لا توجد فيه أي ورقة بيانات. افتحه في إكسل واحفظه من جديد ثم أعد رفعه.',
    en: 'The workbook is damaged: it has no sheet of cells. Open it in Excel, save it again and upload it.',
  })
}

function tooBig(): FileError {
  return new FileError('xlsx_too_big', {
    ar: 'في المصنف نصوص أكثر مما يُقبل. قسّمه إلى مصنفات أصغر أو احفظه بصيغة CSV.',
    en: 'The workbook holds more text than is accepted. Split it into smaller workbooks or save it as CSV.',
  })
}
