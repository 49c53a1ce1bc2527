import FileError from '#core/readers/file_error'
import { decodeStream, detectEncoding } from '#core/readers/encoding'
import { finishBankTable } from '#core/readers/bank_table'
import {
  addLine,
  newStatement,
  settle,
  type BankLine,
  type BankStatement,
} from '#core/readers/bank_rows'
import { readBalance, readMovement } from '#core/readers/mt940_fields'
import { readDetails } from '#core/readers/mt940_details'
import { textLines } from '#core/readers/text_lines'
import type { ByteSource } from '#core/readers/byte_source'
import type { OpenOptions, RowProblem, TableSource } from '#core/readers/types'

const TAG = /^:(\d{2}[A-Z]?|NS|940):(.*)$/s

/** A statement is held until it ends; one longer than this is not a statement. */
const MAX_LINES = 200_000

/**
 * SWIFT MT940 customer statements, in the dialects banks really send: with or without SWIFT
 * blocks, several statements in a file, structured or free text in :86:, intermediate balances.
 * One row per :61:; the columns are `BANK_COLUMNS`.
 * @throws FileError `mt940_no_statement`
 */
export async function openMt940(
  source: ByteSource,
  options: OpenOptions = {}
): Promise<TableSource> {
  const encoding = options.encoding ?? (await detectEncoding(source)).encoding
  return finishBankTable(
    'mt940',
    () => readStatements(source, encoding),
    encoding,
    () =>
      new FileError('mt940_no_statement', {
        ar: 'الملف فيه رموز MT940 لكن لا يوجد فيه كشف حساب كامل (حساب :25: ورصيد :60: أو حركة :61:). اطلب من البنك الملف كاملاً.',
        en: 'The file has MT940 tags but no complete statement (account :25: with a balance :60: or a movement :61:). Ask the bank for the whole file.',
      })
  )
}

async function* readStatements(source: ByteSource, encoding: string): AsyncIterable<BankStatement> {
  const reader = new StatementReader()
  let tag: string | null = null
  let value = ''
  let tagLine = 0
  for await (const { number, text } of textLines(decodeStream(source, encoding))) {
    const { body, ends } = outOfBlocks(text)
    const match = TAG.exec(body)
    if (match || ends) {
      if (tag) yield* reader.take(tag, value, tagLine)
      tag = null
    }
    if (match) {
      tag = match[1]!
      value = match[2]!
      tagLine = number
    } else if (tag && !ends && value.length < 16_384) {
      value += `\n${body}`
    }
    if (ends) yield* reader.finish()
  }
  if (tag) yield* reader.take(tag, value, tagLine)
  yield* reader.finish()
}

/** A line without the SWIFT block braces around it, and whether it closes the message. */
function outOfBlocks(line: string): { body: string; ends: boolean } {
  if (/^-\}?\s*$/.test(line) || line.startsWith('-}')) return { body: '', ends: true }
  const opened = /^(?:\{[1-3]:.*?\}\s*)*\{4:\s*(.*)$/s.exec(line)
  if (opened) return { body: opened[1]!, ends: false }
  if (/^\{[1-35]:/.test(line)) return { body: '', ends: true }
  return { body: line.replace(/^\s+(?=:\d{2}[A-Z]?:)/, ''), ends: false }
}

/** Collects tags into statements. */
class StatementReader {
  private current: BankStatement | null = null
  private movement: BankLine | null = null
  private details = ''
  private closed = false;

  *take(tag: string, value: string, line: number): Iterable<BankStatement> {
    if (
      tag === '20' ||
      (this.closed && (tag === '25' || tag.startsWith('28') || tag.startsWith('60')))
    ) {
      yield* this.finish()
      this.current = newStatement(line)
      return tag === '20' ? undefined : this.apply(this.current, tag, value, line)
    }
    this.current ??= newStatement(line)
    this.apply(this.current, tag, value, line)
    return undefined
  }

  private apply(statement: BankStatement, tag: string, value: string, line: number): void {
    if (tag === '86') {
      // Text after the closing balance speaks of the statement, not of its last movement.
      if (this.movement && !this.closed) this.details += this.details ? `\n${value}` : value
      return
    }
    if (tag === 'NS') return
    this.endMovement()
    if (tag === '25') this.readAccount(statement, value)
    else if (tag === '28' || tag === '28C') statement.statementNo = value.trim() || null
    else if (tag === '60F' || tag === '60M') this.readOpening(statement, value)
    else if (tag === '61') this.readMovement(statement, value, line)
    else if (tag === '62F' || tag === '62M') {
      statement.closingBalance = readBalance(value)?.amount ?? null
      statement.currency ??= readBalance(value)?.currency ?? null
      this.closed = true
    }
  }

  private readAccount(statement: BankStatement, value: string): void {
    statement.account = value.split('\n')[0]!.trim() || null
  }

  private readOpening(statement: BankStatement, value: string): void {
    const balance = readBalance(value)
    statement.openingBalance = balance?.amount ?? null
    statement.currency = balance?.currency ?? statement.currency
  }

  private readMovement(statement: BankStatement, value: string, line: number): void {
    const cells = readMovement(value)
    this.movement = { number: line, cells: cells ?? { narrative: value.replaceAll('\n', ' ') } }
    if (!cells) this.movement.problem = unreadable(line)
    if (statement.lines >= MAX_LINES) throw tooMany(line)
    addLine(statement, this.movement)
  }

  private endMovement(): void {
    if (this.movement && this.details.trim()) {
      const details = readDetails(this.details)
      const cells = this.movement.cells
      const extra = cells.narrative
      cells.narrative = [extra, details.narrative].filter(Boolean).join(' ') || null
      cells.counterparty = details.counterparty
      if (details.reference && !cells.reference) cells.reference = details.reference
    }
    this.movement = null
    this.details = ''
  }

  *finish(): Iterable<BankStatement> {
    this.endMovement()
    const statement = this.current
    if (statement?.account && statement.currency && /^[\d. -]+[A-Z]{3}$/.test(statement.account)) {
      // Some banks write the currency behind the account number.
      statement.account = statement.account.replace(statement.currency, '').trim()
    }
    this.current = null
    this.closed = false
    if (statement && (statement.account || statement.lines)) {
      if (statement.openingBalance !== null || statement.lines) yield settle(statement)
    }
  }
}

function unreadable(line: number): RowProblem {
  return {
    code: 'movement_unreadable',
    ar: `السطر ${line}: تعذر فهم الحركة (:61:) لأن التاريخ أو المبلغ غير مكتوب كما يجب. صححه أو اطلب الملف من البنك من جديد.`,
    en: `Line ${line}: the movement (:61:) cannot be read; its date or amount is not written as it should be. Correct it or ask the bank for the file again.`,
  }
}

function tooMany(line: number): FileError {
  return new FileError(
    'statement_too_long',
    {
      ar: `كشف حساب واحد فيه أكثر من ${MAX_LINES} حركة. اطلب من البنك كشفاً لكل يوم.`,
      en: `One statement holds more than ${MAX_LINES} movements. Ask the bank for one statement per day.`,
    },
    { line }
  )
}
