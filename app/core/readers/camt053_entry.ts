import { negative, type BankCells, type BankLine } from '#core/readers/bank_rows'
import { withTwoDecimals } from '#core/readers/decimal_text'

const AMOUNT = /^\d{1,18}(\.\d{1,5})?$/
const EMPTY = /^(NOTPROVIDED|NONREF)$/i
/** Texts kept per kind; a batch entry may list thousands of payments. */
const KEPT = 20

/** One entry (Ntry) of a statement while its tags arrive. */
export class CamtEntry {
  private amount = ''
  private currency: string | null = null
  private sign = ''
  private status = ''
  private reversal = false
  private readonly first = new Map<string, string>()
  private readonly texts: string[] = []
  private readonly names = { Dbtr: [] as string[], Cdtr: [] as string[] }

  constructor(private readonly line: number) {}

  /**
   * A tag closed inside the entry.
   * @param path tags below Ntry, `NtryDtls/TxDtls/Refs/EndToEndId`
   */
  take(path: string, text: string, currency: string | null): void {
    if (!text) return
    if (path === 'Amt') {
      this.amount = text
      this.currency = currency
    } else if (path === 'CdtDbtInd') this.sign = text
    else if (path === 'RvslInd') this.reversal = text === 'true' || text === '1'
    else if (path === 'Sts' || path === 'Sts/Cd') this.status = text
    else if (/(RmtInf\/Ustrd|AddtlTxInf|AddtlNtryInf)$/.test(path)) this.keep(this.texts, text)
    else if (/\/RmtInf\/Strd\/CdtrRefInf\/Ref$/.test(path)) this.once('structured', text)
    else {
      const party = /\/(?:Ultmt)?(Dbtr|Cdtr)(?:\/Pty)?\/Nm$/.exec(path)
      if (party) this.keep(this.names[party[1] as 'Dbtr' | 'Cdtr'], text)
      else this.once(path.replace('NtryDtls/TxDtls/', ''), text)
    }
  }

  private once(key: string, text: string): void {
    if (!this.first.has(key) && !EMPTY.test(text)) this.first.set(key, text)
  }

  private keep(list: string[], text: string): void {
    if (list.length < KEPT && !list.includes(text)) list.push(text)
  }

  private of(...keys: string[]): string | null {
    return keys.map((key) => this.first.get(key)).find(Boolean) ?? null
  }

  /** The entry as a line. Direction comes from the entry itself: a reversal already says it. */
  finish(): BankLine {
    const readable = AMOUNT.test(this.amount) && /^(CRDT|DBIT)$/.test(this.sign)
    const plain = readable ? withTwoDecimals(this.amount) : null
    const out = this.sign === 'DBIT'
    const cells: BankCells = {
      currency: this.currency,
      booked_on:
        this.of('BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm')?.slice(0, 10) ?? null,
      value_on:
        this.of('ValDt/Dt', 'ValDt/DtTm', 'BookgDt/Dt', 'BookgDt/DtTm')?.slice(0, 10) ?? null,
      amount: plain && out ? negative(plain) : plain,
      type: this.bankCode(),
      reference: this.of('Refs/EndToEndId', 'structured', 'Refs/InstrId', 'NtryRef', 'Refs/MsgId'),
      bank_reference: this.of('AcctSvcrRef', 'Refs/AcctSvcrRef', 'Refs/TxId'),
      counterparty: (out ? this.names.Cdtr : this.names.Dbtr)[0] ?? null,
      narrative: [this.of('structured'), ...this.texts].filter(Boolean).join(' ') || null,
      reversal: String(this.reversal),
    }
    const line: BankLine = { number: this.line, cells }
    if (!readable) line.problem = unreadable(this.line)
    else if (this.status && this.status !== 'BOOK') line.problem = notBooked(this.line, this.status)
    return line
  }

  private bankCode(): string | null {
    const domain = ['BkTxCd/Domn/Cd', 'BkTxCd/Domn/Fmly/Cd', 'BkTxCd/Domn/Fmly/SubFmlyCd']
    const parts = domain.map((key) => this.first.get(key)).filter(Boolean)
    return parts.join('-') || this.of('BkTxCd/Prtry/Cd')
  }
}

function unreadable(line: number) {
  return {
    code: 'movement_unreadable',
    ar: `السطر ${line}: الحركة بلا مبلغ مفهوم أو بلا اتجاه (دائن/مدين). اطلب الملف من البنك من جديد.`,
    en: `Line ${line}: the entry has no readable amount or no direction (credit/debit). Ask the bank for the file again.`,
  }
}

function notBooked(line: number, status: string) {
  return {
    code: 'not_booked',
    ar: `السطر ${line}: الحركة لم تُقيد بعد (${status}) فلا تدخل في الرصيد. استوردها من الكشف الذي تُقيد فيه.`,
    en: `Line ${line}: the entry is not booked yet (${status}) and is not in the balance. Import it from the statement that books it.`,
  }
}
