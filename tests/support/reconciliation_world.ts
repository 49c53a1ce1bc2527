import { createHash, randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { SYSTEM } from '#audit/actor'
import StartReconciliation from '#revenue/actions/start_reconciliation'
import type { RunFigures } from '#revenue/reconciliation/figures'
import type { MatchRule } from '#revenue/reconciliation/rules'
import { reconciliationRules } from '#database/reference/reconciliation_rules'
import { aUnit } from '#tests/support/units'

type Value = string | number | boolean | null | Buffer

export interface ReceiptFacts {
  unit?: number
  book?: string
  number?: number
  on?: string
  amount: string
  method?: 'cash' | 'cheque' | 'electronic'
  ref?: string | null
  head?: string | null
  right?: string | null
  site?: string | null
  period?: string | null
  payer?: string
  payerIndex?: Buffer | null
  cheque?: string | null
  slip?: string | null
  batch?: string | null
  void?: boolean
}

/** A governorate of its own for one test, filled row by row with SQL: nothing is imported. */
export class ReconciliationWorld {
  readonly #books = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  #serial = 0

  private constructor(
    readonly gov: number,
    readonly unit: number,
    readonly account: number,
    readonly accountNo: string
  ) {}

  /** A governorate with one city, one bank account of the city and the house's own rules. */
  static async make(
    rules: readonly MatchRule[] = reconciliationRules
  ): Promise<ReconciliationWorld> {
    await db.rawQuery(
      "INSERT IGNORE INTO unit_kinds (code, name_ar, name_en, sort_order) VALUES ('governorate', 'محافظة', 'Governorate', 20)"
    )
    const gov = await aUnit()
    await db.rawQuery("UPDATE units SET kind = 'governorate' WHERE id = ?", [gov])
    const unit = await aUnit(gov)
    await insert('dated_settings', {
      name: 'reconciliation.rules',
      unit_id: gov,
      value: JSON.stringify(rules),
      valid_from: '2000-07-01',
      legal_reference: 'test',
    })
    for (const [code, ar] of [
      ['ADV-USE', 'إعلان'],
      ['OCC-USE', 'إشغال'],
    ] as const) {
      await db.rawQuery(
        `INSERT IGNORE INTO ledger_accounts (code, name_ar, name_en, class) VALUES ('T-REV', 'إيراد', 'Revenue', 'revenue')`
      )
      await db.rawQuery(
        `INSERT IGNORE INTO revenue_heads (code, name_ar, name_en, purpose, ledger_account_id, legal_reference)
         SELECT ?, ?, ?, 'advertising', id, 'test' FROM ledger_accounts WHERE code = 'T-REV'`,
        [code, ar, code]
      )
    }
    const accountNo = `EG${randomBytes(8).toString('hex').toUpperCase()}`
    const account = await bankAccount(unit, accountNo)
    return new ReconciliationWorld(gov, unit, account, accountNo)
  }

  /** Another unit of the governorate. */
  async city(): Promise<number> {
    return aUnit(this.gov)
  }

  async account2(unit = this.unit): Promise<{ id: number; no: string }> {
    const no = `EG${randomBytes(8).toString('hex').toUpperCase()}`
    return { id: await bankAccount(unit, no), no }
  }

  async charge(facts: {
    unit?: number
    ref?: string
    amount: string
    due?: string
    period?: string
    head?: string
    right?: number | null
    asset?: number | null
    party?: number | null
    status?: string
  }): Promise<number> {
    const due = facts.due ?? '2026-10-05'
    return insert('charges', {
      unit_id: facts.unit ?? this.unit,
      head_id: await headId(facts.head ?? 'ADV-USE'),
      right_id: facts.right ?? null,
      asset_id: facts.asset ?? null,
      party_id: facts.party ?? null,
      payment_ref: facts.ref ?? `C${++this.#serial}`,
      period: facts.period ?? `${due.slice(0, 7)}-01`,
      due_on: due,
      amount: facts.amount,
      status: facts.status ?? 'open',
    })
  }

  async receipt(facts: ReceiptFacts): Promise<number> {
    const unit = facts.unit ?? this.unit
    const book = facts.book ?? 'B1'
    const number = facts.number ?? (this.#numbers.get(`${unit}/${book}`) ?? 0) + 1
    this.#numbers.set(
      `${unit}/${book}`,
      Math.max(number, this.#numbers.get(`${unit}/${book}`) ?? 0)
    )
    return insert('receipts', {
      unit_id: unit,
      book_id: await this.#book(unit, book),
      number,
      received_on: facts.on ?? '2026-10-06',
      method: facts.method ?? 'cash',
      amount: facts.amount,
      head_code: facts.head ?? null,
      payer_name: facts.payer ?? '',
      payer_folded: facts.payer ?? '',
      payer_index: facts.payerIndex ?? null,
      payment_ref: facts.ref ?? null,
      right_no: facts.right ?? null,
      site_no: facts.site ?? null,
      period: facts.period ?? null,
      cheque_no: facts.cheque ?? null,
      slip_no: facts.slip ?? null,
      batch_no: facts.batch ?? null,
      is_void: facts.void ? 1 : 0,
      void_reason: facts.void ? 'test' : null,
    })
  }

  async slip(facts: {
    unit?: number
    number: string
    amount: string
    on?: string
    account?: number
  }): Promise<number> {
    return insert('deposit_slips', {
      unit_id: facts.unit ?? this.unit,
      number: facts.number,
      bank_account_id: facts.account ?? this.account,
      deposited_on: facts.on ?? '2026-10-07',
      amount: facts.amount,
    })
  }

  async batch(facts: {
    unit?: number
    number: string
    gross: string
    commission?: string
    on?: string
    account?: number
  }): Promise<number> {
    const [[{ net }]] = await db.rawQuery(
      'SELECT CAST(? AS DECIMAL(18,2)) - CAST(? AS DECIMAL(18,2)) AS net',
      [facts.gross, facts.commission ?? '0.00']
    )
    return insert('settlements', {
      unit_id: facts.unit ?? this.unit,
      batch_no: facts.number,
      bank_account_id: facts.account ?? this.account,
      settled_on: facts.on ?? '2026-10-07',
      gross: facts.gross,
      commission: facts.commission ?? '0.00',
      net,
    })
  }

  async line(facts: {
    amount: string
    on?: string
    reference?: string
    narrative?: string
    account?: number
    identity?: string
  }): Promise<number> {
    const account = facts.account ?? this.account
    const [[{ unit }]] = await db.rawQuery(
      'SELECT unit_id AS unit FROM bank_accounts WHERE id = ?',
      [account]
    )
    const text = facts.identity ?? `${account}/${++this.#serial}`
    return insert('bank_lines', {
      bank_account_id: account,
      unit_id: unit,
      booked_on: facts.on ?? '2026-10-08',
      amount: facts.amount,
      reference: facts.reference ?? '',
      narrative: facts.narrative ?? '',
      identity: createHash('md5').update(text).digest(),
    })
  }

  async asset(
    facts: { unit?: number; site?: string; inUse?: boolean | null; seen?: string | null } = {}
  ) {
    await db.rawQuery(
      "INSERT IGNORE INTO asset_classes (code, name_ar, name_en, purpose) VALUES ('t-site', 'موقع', 'Site', 'advertising')"
    )
    const [[cls]] = await db.rawQuery("SELECT id FROM asset_classes WHERE code = 't-site'")
    const serial = ++this.#serial
    return insert('assets', {
      code: `T-${this.unit}-${serial}`,
      unit_id: facts.unit ?? this.unit,
      class_id: cls.id,
      site_no: facts.site ?? `S${serial}`,
      name: 'موقع',
      is_in_use: facts.inUse === undefined ? null : facts.inUse ? 1 : 0,
      in_use_on: facts.seen ?? null,
      search_text: '',
    })
  }

  async party(
    facts: { unit?: number; name?: string; nationalIndex?: Buffer } = {}
  ): Promise<number> {
    const serial = ++this.#serial
    return insert('parties', {
      unit_id: facts.unit ?? this.unit,
      party_no: `P${serial}`,
      kind: 'person',
      name: facts.name ?? `منتفع ${serial}`,
      folded_name: facts.name ?? `منتفع ${serial}`,
      national_id_index: facts.nationalIndex ?? null,
    })
  }

  async right(facts: {
    unit?: number
    asset: number
    party?: number
    no?: string
    from?: string
    to?: string
    billing?: string
    amount?: string
    status?: string
  }): Promise<number> {
    return insert('rights', {
      unit_id: facts.unit ?? this.unit,
      asset_id: facts.asset,
      party_id: facts.party ?? (await this.party({ unit: facts.unit })),
      right_no: facts.no ?? `L${++this.#serial}`,
      kind: 'licence',
      valid_from: facts.from ?? '2026-01-01',
      valid_to: facts.to ?? '2027-01-01',
      status: facts.status ?? 'active',
      billing: facts.billing ?? 'annual',
      period_amount: facts.amount ?? '1200.00',
    })
  }

  /** A charge paid in full, deposited and found in the bank: raises nothing. */
  async clean(
    amount = '100.00',
    { on = '2026-10-06' } = {}
  ): Promise<{ charge: number; receipt: number }> {
    const n = ++this.#serial
    const charge = await this.charge({ ref: `OK${n}`, amount, due: on })
    const receipt = await this.receipt({ ref: `OK${n}`, amount, on, slip: `SLIP-${n}` })
    await this.slip({ number: `SLIP-${n}`, amount, on })
    await this.line({ amount, on, reference: `DEP SLIP-${n}` })
    return { charge, receipt }
  }

  run(month = '2026-10', unit = this.gov): Promise<RunFigures> {
    return new StartReconciliation().runHere({ unitId: unit, month: Month.of(month), by: SYSTEM })
  }

  /** Open differences of the governorate as `code subject_key amount`, sorted. */
  async differences(month?: string): Promise<string[]> {
    const rows = await this.rows<{ text: string }>(
      `SELECT CONCAT_WS(' ', d.code, d.subject_key, d.amount) AS text FROM differences d
       JOIN unit_closure c ON c.descendant_id = d.unit_id AND c.ancestor_id = :gov
       WHERE d.state <> 'cleared' AND (:month IS NULL OR d.month = :month)
       ORDER BY text`,
      { month: month ? `${month}-01` : null }
    )
    return rows.map((row) => row.text)
  }

  /** The disposition of one fact. */
  async disposition(kind: string, id: number): Promise<string | undefined> {
    const [[row]] = await db.rawQuery(
      'SELECT disposition FROM dispositions WHERE kind = ? AND fact_id = ?',
      [kind, id]
    )
    return row?.disposition
  }

  async rows<T = Record<string, unknown>>(
    sql: string,
    bindings: Record<string, Value> = {}
  ): Promise<T[]> {
    const [rows] = await db.rawQuery(sql, { gov: this.gov, unit: this.unit, ...bindings } as never)
    return rows as T[]
  }

  async #book(unit: number, bookNo: string): Promise<number> {
    const key = `${unit}/${bookNo}`
    const known = this.#books.get(key)
    if (known) return known
    const id = await insert('receipt_books', {
      unit_id: unit,
      book_no: bookNo,
      first_no: 1,
      last_no: 1_000_000,
    })
    this.#books.set(key, id)
    return id
  }
}

const heads = new Map<string, number>()

async function headId(code: string): Promise<number> {
  if (!heads.has(code)) {
    const [[row]] = await db.rawQuery('SELECT id FROM revenue_heads WHERE code = ?', [code])
    heads.set(code, Number(row.id))
  }
  return heads.get(code)!
}

async function bankAccount(unit: number, no: string): Promise<number> {
  const [[ledger]] = await db.rawQuery("SELECT id FROM ledger_accounts WHERE code = 'T-REV'")
  return insert('bank_accounts', {
    unit_id: unit,
    account_no: no,
    name_ar: 'حساب',
    bank_name: 'بنك',
    ledger_account_id: ledger.id,
    opened_on: '2020-01-01',
  })
}

async function insert(table: string, row: Record<string, Value>): Promise<number> {
  const columns = Object.keys(row)
  const [made] = await db.rawQuery(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    Object.values(row) as string[]
  )
  return Number(made.insertId)
}
