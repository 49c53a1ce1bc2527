import FileError from '#core/readers/file_error'
import {
  addLine,
  newStatement,
  settle,
  type BankCells,
  type BankStatement,
} from '#core/readers/bank_rows'
import { finishBankTable } from '#core/readers/bank_table'
import { addDecimals, withTwoDecimals } from '#core/readers/decimal_text'
import { decodeStream, detectEncoding } from '#core/readers/encoding'
import { negative } from '#core/readers/bank_rows'
import type { ByteSource } from '#core/readers/byte_source'
import type { OpenOptions, TableSource } from '#core/readers/types'

const MAX_CHARS = 64 * 1024 * 1024
const TAG = /<(\/?)([A-Za-z0-9._]+)\s*(\/?)>([^<]*)/g

/**
 * OFX 1 (SGML, tags often not closed) and OFX 2 (XML) bank and card statements. OFX states only
 * the closing (ledger) balance; the opening one is what is left of it without the movements, so
 * an OFX statement can never prove itself complete.
 * @throws FileError `ofx_no_statement`, `ofx_too_big`
 */
export async function openOfx(source: ByteSource, options: OpenOptions = {}): Promise<TableSource> {
  const encoding = options.encoding ?? (await detectEncoding(source)).encoding
  return finishBankTable(
    'ofx',
    () => readStatements(source, encoding),
    encoding,
    () =>
      new FileError('ofx_no_statement', {
        ar: 'ملف OFX لا يوجد فيه كشف حساب بنكي (قد يكون كشف استثمارات). اطلب من البنك كشف الحساب الجاري.',
        en: 'The OFX file holds no bank statement (it may be one of investments). Ask the bank for the account statement.',
      })
  )
}

async function* readStatements(source: ByteSource, encoding: string): AsyncIterable<BankStatement> {
  if (source.size > MAX_CHARS) throw tooBig()
  let text = ''
  for await (const piece of decodeStream(source, encoding)) {
    text += piece
    if (text.length > MAX_CHARS) throw tooBig()
  }
  const reader = new StatementReader()
  let line = 1
  let counted = 0
  for (const match of text.matchAll(TAG)) {
    for (
      let at = text.indexOf('\n', counted);
      at !== -1 && at < match.index;
      at = text.indexOf('\n', counted)
    ) {
      line++
      counted = at + 1
    }
    const done = reader.take(match[2]!.toUpperCase(), match[1] === '/', unescape(match[4]!), line)
    if (done) yield done
  }
  const last = reader.finish()
  if (last) yield last
}

/** Tags in the order they come; a value belongs to the tag it follows, closed or not. */
class StatementReader {
  private statement: BankStatement | null = null
  private movement: { line: number; values: Map<string, string> } | null = null
  private inLedger = false

  take(tag: string, closing: boolean, value: string, line: number): BankStatement | null {
    if (tag === 'STMTRS' || tag === 'CCSTMTRS') {
      const done = this.finish()
      if (!closing) this.statement = newStatement(line)
      return done
    }
    const statement = this.statement
    if (!statement) return null
    if (tag === 'STMTTRN') {
      this.endMovement(statement)
      if (!closing) this.movement = { line, values: new Map() }
    } else if (tag === 'BANKTRANLIST' && closing) this.endMovement(statement)
    else if (tag === 'LEDGERBAL') {
      this.endMovement(statement)
      this.inLedger = !closing
    } else if (tag === 'AVAILBAL') this.inLedger = false
    else if (!closing && value) this.takeValue(statement, tag, value)
    return null
  }

  private takeValue(statement: BankStatement, tag: string, value: string): void {
    if (this.movement) {
      if (!this.movement.values.has(tag)) this.movement.values.set(tag, value)
    } else if (tag === 'ACCTID') statement.account ??= value
    else if (tag === 'CURDEF') statement.currency = value
    else if (tag === 'BALAMT' && this.inLedger) statement.closingBalance = readAmount(value)
  }

  private endMovement(statement: BankStatement): void {
    if (!this.movement) return
    const { line, values } = this.movement
    this.movement = null
    const amount = readAmount(values.get('TRNAMT') ?? '')
    const day = readOfxDay(values.get('DTPOSTED'))
    const cells: BankCells = {
      booked_on: day,
      value_on: readOfxDay(values.get('DTAVAIL')) ?? readOfxDay(values.get('DTUSER')) ?? day,
      amount,
      type: values.get('TRNTYPE') ?? null,
      reference: values.get('CHECKNUM') ?? values.get('REFNUM') ?? null,
      bank_reference: values.get('FITID') ?? null,
      counterparty: values.get('NAME') ?? null,
      narrative: values.get('MEMO') ?? values.get('NAME') ?? null,
      reversal: 'false',
    }
    addLine(
      statement,
      amount && day ? { number: line, cells } : { number: line, cells, problem: unreadable(line) }
    )
  }

  finish(): BankStatement | null {
    const statement = this.statement
    if (!statement) return null
    this.endMovement(statement)
    this.statement = null
    this.inLedger = false
    const done = settle(statement)
    if (done.closingBalance !== null) {
      done.openingBalance = addDecimals(done.closingBalance, negative(done.movement))
    }
    return done
  }
}

function readAmount(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^\+/, '')
    .replace(/,(\d{1,2})$/, '.$1')
    .replaceAll(',', '')
  return /^-?\d{1,18}(\.\d{0,5})?$/.test(plain) || /^-?\.\d{1,5}$/.test(plain)
    ? withTwoDecimals(plain.replace(/^(-?)\./, '$10.').replace(/\.$/, ''))
    : null
}

/** `20071015021529.000[-8:PST]` → `2007-10-15`, the day the bank itself wrote. */
function readOfxDay(text: string | undefined): string | null {
  const match = /^\s*(\d{4})-?(\d{2})-?(\d{2})/.exec(text ?? '')
  if (!match) return null
  const iso = `${match[1]}-${match[2]}-${match[3]}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

function unescape(text: string): string {
  const plain = text.trim()
  if (!plain.includes('&')) return plain
  return plain
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function unreadable(line: number) {
  return {
    code: 'movement_unreadable',
    ar: `السطر ${line}: حركة بلا تاريخ أو بلا مبلغ مفهوم. صححها أو اطلب الملف من البنك من جديد.`,
    en: `Line ${line}: a movement without a readable date or amount. Correct it or ask the bank for the file again.`,
  }
}

function tooBig(): FileError {
  return new FileError('ofx_too_big', {
    ar: 'ملف OFX أكبر من 64 ميجابايت. اطلب من البنك كشفاً لكل شهر.',
    en: 'The OFX file is larger than 64 MB. Ask the bank for one statement per month.',
  })
}
