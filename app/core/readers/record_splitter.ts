import FileError from '#core/readers/file_error'

/** What was odd about the quotes of one record. */
export type Flaw = 'stray_quote' | 'unclosed_quote'

/** Receives one record: the line it starts on, its fields as written, and what was odd. */
export type OnRecord = (line: number, fields: string[], flaw?: Flaw) => void

/** Limits that keep a damaged or hostile file from filling the memory or the hour. */
export const RECORD_LIMITS = {
  recordChars: 4 * 1024 * 1024,
  quotedChars: 64 * 1024,
  quotedLines: 200,
  repairs: 1000,
}

const LF = 10
const SPACE = 32
const TAB = 9
const CR = 13
const QUOTE = 34

type Parsed = { next: number; lines: number; fields: string[]; flaw?: Flaw }

/**
 * Cuts separated text into records as it arrives. Lines without a quote, nearly all of them, are
 * cut by the engine's own `split`; only a record with a quote is walked character by character.
 *
 * A quote that opens a field and is never closed, by the end of the file or within
 * `quotedChars`/`quotedLines`, is taken as an ordinary character, so one lost quote spoils one
 * record and not the rest of the file.
 */
export default class RecordSplitter {
  private carry = ''
  private line = 1
  private repairs = 0
  private readonly separator: number

  constructor(
    private readonly delimiter: string,
    private readonly onRecord: OnRecord
  ) {
    this.separator = delimiter.charCodeAt(0)
  }

  /** Takes the next piece of text; line ends are LF or CRLF. */
  push(piece: string): void {
    this.consume(this.carry ? this.carry + piece : piece, false)
  }

  /** The text is over: what is left is the last record. */
  end(): void {
    if (this.carry) this.consume(this.carry, true)
  }

  private consume(text: string, ending: boolean): void {
    let at = 0
    let quote = text.indexOf('"')
    while (at < text.length) {
      const newline = text.indexOf('\n', at)
      if (newline === -1 && !ending) break
      const lineEnd = newline === -1 ? text.length : newline
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at)
      if (quote === -1 || quote > lineEnd) {
        this.onRecord(this.line, text.slice(at, lineEnd).split(this.delimiter))
        this.line++
        at = lineEnd + 1
        continue
      }
      const record = this.walk(text, at, ending)
      if (!record) break
      this.onRecord(this.line, record.fields, record.flaw)
      this.line += record.lines
      at = record.next
    }
    this.carry = at === 0 ? text : text.slice(at)
    if (ending) this.carry = ''
    if (this.carry.length > RECORD_LIMITS.recordChars) throw tooLong(this.line)
  }

  /** One record with quotes in it; null when its end has not arrived yet. */
  private walk(text: string, start: number, ending: boolean): Parsed | null {
    const fields: string[] = []
    let flaw: Flaw | undefined
    let lines = 1
    let at = start
    for (;;) {
      let open = at
      while (text.charCodeAt(open) === SPACE || this.isPadding(text.charCodeAt(open))) open++
      if (text.charCodeAt(open) === QUOTE) {
        const closed = this.quoted(text, open, ending)
        if (closed === null) return null
        if (closed !== 'unclosed') {
          fields.push(closed.value)
          if (closed.stray) flaw ??= 'stray_quote'
          lines += closed.newlines
          if (closed.end >= text.length || text.charCodeAt(closed.end) === LF) {
            return { next: closed.end + 1, lines, fields, flaw }
          }
          at = closed.end + 1
          continue
        }
        flaw = 'unclosed_quote'
        this.repairs++
      }
      let end = at
      let code = text.charCodeAt(end)
      while (end < text.length && code !== this.separator && code !== LF) {
        code = text.charCodeAt(++end)
      }
      if (end >= text.length && !ending) return null
      fields.push(text.slice(at, end))
      if (end >= text.length || code === LF) return { next: end + 1, lines, fields, flaw }
      at = end + 1
    }
  }

  /** A quoted field from its opening quote; a quote inside it that ends nothing is kept. */
  private quoted(text: string, open: number, ending: boolean) {
    const withinLine = this.repairs >= RECORD_LIMITS.repairs
    let stray = false
    let from = open + 1
    let newlineSeen = false
    for (;;) {
      const quote = text.indexOf('"', from)
      const reach = quote === -1 ? text.length : quote
      newlineSeen ||= text
        .slice(from, Math.min(reach, open + RECORD_LIMITS.quotedChars))
        .includes('\n')
      const tooFar = reach - open > RECORD_LIMITS.quotedChars
      if (tooFar || (newlineSeen && (stray || withinLine))) return 'unclosed' as const
      if (quote === -1) return ending ? ('unclosed' as const) : null
      if (text.charCodeAt(quote + 1) === QUOTE) {
        from = quote + 2
        continue
      }
      let end = quote + 1
      let code = text.charCodeAt(end)
      while (code === SPACE || code === CR || this.isPadding(code)) code = text.charCodeAt(++end)
      if (end >= text.length && !ending) return null
      if (end >= text.length || code === LF || code === this.separator) {
        const value = text.slice(open + 1, quote)
        const newlines = newlineSeen ? countNewlines(value) : 0
        if (newlines > RECORD_LIMITS.quotedLines) return 'unclosed' as const
        return {
          value: value.includes('""') ? value.replaceAll('""', '"') : value,
          end,
          stray,
          newlines,
        }
      }
      stray = true
      from = quote + 1
    }
  }

  private isPadding(code: number): boolean {
    return code === TAB && this.separator !== TAB
  }
}

function countNewlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

function tooLong(line: number): FileError {
  return new FileError(
    'line_too_long',
    {
      ar: `السطر ${line} أطول من أربعة ملايين حرف، فالملف ليس جدولاً أو فُقدت نهايات سطوره. احفظه من برنامجه بصيغة CSV من جديد.`,
      en: `Line ${line} is longer than four million characters: the file is not a table or has lost its line ends. Save it as CSV again from its own program.`,
    },
    { line }
  )
}
