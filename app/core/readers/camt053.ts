import FileError from '#core/readers/file_error'
import {
  addLine,
  negative,
  newStatement,
  settle,
  type BankStatement,
} from '#core/readers/bank_rows'
import { finishBankTable } from '#core/readers/bank_table'
import { CamtEntry } from '#core/readers/camt053_entry'
import { withTwoDecimals } from '#core/readers/decimal_text'
import { decodeStream } from '#core/readers/encoding'
import { pumpXml, xmlEncoding } from '#core/readers/xml_pump'
import type { ByteSource } from '#core/readers/byte_source'
import type { OpenOptions, TableSource } from '#core/readers/types'

const AMOUNT = /^[-+]?\d{1,18}(\.\d{1,5})?$/

/**
 * ISO 20022 camt.053 bank statements of any version, read as a stream. One row per booked entry
 * (Ntry), which is what the balance moves by; the columns are `BANK_COLUMNS`.
 * @throws FileError `camt053_no_statement`, `xml_broken`, `xml_doctype`
 */
export async function openCamt053(
  source: ByteSource,
  options: OpenOptions = {}
): Promise<TableSource> {
  const encoding = await xmlEncoding(source, options.encoding)
  return finishBankTable(
    'camt053',
    () => readStatements(source, encoding),
    encoding,
    () =>
      new FileError('camt053_no_statement', {
        ar: 'الملف بصيغة camt.053 لكن لا يوجد فيه أي كشف حساب. اطلب من البنك الملف كاملاً.',
        en: 'The file is camt.053 but holds no statement. Ask the bank for the whole file.',
      })
  )
}

async function* readStatements(source: ByteSource, encoding: string): AsyncIterable<BankStatement> {
  const reader = new StatementReader()
  const pieces = decodeStream(source, encoding)
  for await (const statements of pumpXml(pieces, reader, () => reader.ready.splice(0))) {
    yield* statements
  }
}

class StatementReader {
  readonly ready: BankStatement[] = []
  private readonly path: string[] = []
  private statement: BankStatement | null = null
  private entry: CamtEntry | null = null
  private balance = { code: '', amount: '', sign: '' }
  private balances = new Map<string, string>()
  private currency: string | null = null

  open(name: string, attributes: Record<string, string>, line: number): void {
    this.path.push(name)
    if (name === 'Stmt') {
      this.statement = newStatement(line)
      this.balances = new Map()
    } else if (name === 'Ntry' && this.statement) this.entry = new CamtEntry(line)
    else if (name === 'Bal') this.balance = { code: '', amount: '', sign: '' }
    if (name === 'Amt') this.currency = attributes.Ccy ?? null
  }

  close(name: string, raw: string): void {
    const statement = this.statement
    const text = raw.trim()
    if (statement && this.entry) this.closeInEntry(statement, this.entry, name, text)
    else if (statement) this.closeInStatement(statement, name, text)
    this.path.pop()
  }

  private closeInEntry(
    statement: BankStatement,
    entry: CamtEntry,
    name: string,
    text: string
  ): void {
    if (name !== 'Ntry') {
      entry.take(this.path.slice(this.path.lastIndexOf('Ntry') + 1).join('/'), text, this.currency)
      return
    }
    const line = entry.finish()
    if (line.problem?.code === 'not_booked') statement.pending.push(line)
    else addLine(statement, line)
    statement.currency ??= line.cells.currency ?? null
    this.entry = null
  }

  private closeInStatement(statement: BankStatement, name: string, text: string): void {
    const path = this.path.slice(this.path.lastIndexOf('Stmt') + 1).join('/')
    if (name === 'Stmt') {
      this.finish(statement)
      return
    }
    if (path === 'Acct/Id/IBAN' || path === 'Acct/Id/Othr/Id') statement.account ??= text || null
    else if (path === 'Acct/Ccy') statement.currency = text || null
    else if (path === 'ElctrncSeqNb' || path === 'LglSeqNb') statement.statementNo = text || null
    else if (path === 'Id') statement.statementNo ??= text || null
    else if (path === 'Bal/Tp/CdOrPrtry/Cd' || path === 'Bal/Tp/Cd') this.balance.code = text
    else if (path === 'Bal/Amt') this.takeBalance(statement, text)
    else if (path === 'Bal/CdtDbtInd') this.balance.sign = text
    else if (path === 'Bal') this.endBalance()
  }

  private takeBalance(statement: BankStatement, text: string): void {
    this.balance.amount = AMOUNT.test(text) ? withTwoDecimals(text) : ''
    statement.currency ??= this.currency
  }

  private endBalance(): void {
    const { code, amount, sign } = this.balance
    if (!code || !amount) return
    // Interim balances open and close the pages of a long statement: the first and the last.
    const key = code === 'ITBD' && this.balances.has('ITBD') ? 'ITBD last' : code
    this.balances.set(key, sign === 'DBIT' ? negative(amount) : amount)
  }

  private finish(statement: BankStatement): void {
    const of = (...codes: string[]) =>
      codes.map((code) => this.balances.get(code)).find((amount) => amount !== undefined) ?? null
    statement.openingBalance = of('OPBD', 'PRCD', 'ITBD')
    statement.closingBalance = of('CLBD', 'ITBD last')
    this.ready.push(settle(statement))
    this.statement = null
  }
}
