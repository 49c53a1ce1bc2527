/**
 * docs/reconciliation.md once more, in plain JavaScript over a handful of facts, written from the page
 * and not from the engine: the two must agree. Amounts are piastres.
 */
export interface ModelCharge {
  unit: string
  ref: string
  amount: number
  due: string
  period: string
  head: string
  right: string | null
  party: string | null
  open: boolean
}
export interface ModelReceipt {
  unit: string
  book: string
  number: number
  on: string
  method: 'cash' | 'cheque' | 'electronic'
  amount: number
  head: string | null
  payer: string
  ref: string | null
  right: string | null
  period: string | null
  cheque: string | null
  slip: string | null
  batch: string | null
  void: boolean
}
export interface ModelPaper {
  unit: string
  number: string
  account: string
  on: string
  amount: number
  /** Of a batch: what the bank gets. */
  net: number
  kind: 'slip' | 'settlement'
}
export interface ModelLine {
  account: string
  on: string
  amount: number
  text: string
  identity: string
}
export interface ModelRight {
  unit: string
  no: string
  site: string
  party: string
  from: string
  to: string
  billing: 'monthly' | 'quarterly' | 'annual'
  amount: number
}
export interface ModelSite {
  unit: string
  site: string
  inUse: boolean | null
  seen: string | null
}
export interface ModelWorld {
  /** Unit of each account. */
  accounts: Record<string, string>
  charges: ModelCharge[]
  receipts: ModelReceipt[]
  papers: ModelPaper[]
  lines: ModelLine[]
  rights: ModelRight[]
  sites: ModelSite[]
}

export interface ModelResult {
  dispositions: string[]
  differences: string[]
  suggestions: string[]
}

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000
const monthOf = (text: string) => text.slice(0, 7)
const lastOf = (month: string) => {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10)
}
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const money = (amount: number) => (amount / 100).toFixed(2)
const sum = (list: number[]) => list.reduce((total, one) => total + one, 0)
const word = (text: string, wanted: string) => text.split(/[^A-Za-z0-9]+/).includes(wanted)

/** What a reconciliation of all the months must end in. */
export function reconcileByHand(world: ModelWorld, months: string[]): ModelResult {
  const { charges, receipts, papers, lines } = world
  const receiptOrder = (a: ModelReceipt, b: ModelReceipt) =>
    byText(a.on, b.on) || byText(a.book, b.book) || a.number - b.number
  const lineOrder = (a: ModelLine, b: ModelLine) =>
    byText(a.account, b.account) ||
    byText(a.on, b.on) ||
    byText(a.text, b.text) ||
    a.amount - b.amount ||
    byText(a.identity, b.identity)

  // Rule 10.
  const returnedBy = new Map<ModelReceipt, ModelLine>()
  const debits = [...lines]
    .filter((line) => line.amount < 0)
    .sort(
      (a, b) => byText(a.on, b.on) || byText(a.account, b.account) || byText(a.identity, b.identity)
    )
  for (const line of debits) {
    const [latest] = receipts
      .filter(
        (one) =>
          one.method === 'cheque' &&
          !one.void &&
          one.cheque &&
          word(line.text, one.cheque) &&
          one.amount === -line.amount &&
          day(line.on) >= day(one.on) &&
          day(line.on) <= day(one.on) + 180
      )
      .sort(
        (a, b) =>
          byText(b.on, a.on) ||
          byText(a.unit, b.unit) ||
          byText(a.book, b.book) ||
          a.number - b.number
      )
    if (latest && !returnedBy.has(latest)) returnedBy.set(latest, line)
  }
  const valid = (one: ModelReceipt) => !one.void && !returnedBy.has(one)

  // Rules 1–3.
  const named = new Map<ModelReceipt, { charge: ModelCharge; rule: number }>()
  for (const receipt of receipts.filter(valid)) {
    if (receipt.ref !== null) {
      const charge = charges.find(
        (one) => one.open && one.unit === receipt.unit && one.ref === receipt.ref
      )
      if (charge) named.set(receipt, { charge, rule: charge.amount === receipt.amount ? 1 : 2 })
    } else if (receipt.right && receipt.head && receipt.period) {
      const found = charges.filter(
        (one) =>
          one.open &&
          one.unit === receipt.unit &&
          one.right === receipt.right &&
          one.head === receipt.head &&
          one.period === receipt.period
      )
      if (found.length === 1) named.set(receipt, { charge: found[0]!, rule: 3 })
    }
  }
  const allocated = new Map<ModelCharge, { receipt: ModelReceipt; amount: number }[]>()
  for (const charge of charges.filter((one) => one.open)) {
    const claims = [...named].filter(([, { charge: c }]) => c === charge)
    claims.sort(([a, x], [b, y]) => x.rule - y.rule || receiptOrder(a, b))
    let left = charge.amount
    const shares: { receipt: ModelReceipt; amount: number }[] = []
    for (const [receipt] of claims) {
      const amount = Math.min(left, receipt.amount)
      if (amount > 0) shares.push({ receipt, amount })
      left -= amount
    }
    allocated.set(charge, shares)
  }
  const paidBy = (receipt: ModelReceipt) =>
    sum(
      [...allocated.values()]
        .flat()
        .filter((one) => one.receipt === receipt)
        .map((one) => one.amount)
    )
  const paidOf = (charge: ModelCharge) =>
    sum((allocated.get(charge) ?? []).map((one) => one.amount))

  // Rule 4 (payers are names here).
  const suggestions: string[] = []
  const freeReceipts = receipts.filter((one) => valid(one) && !named.has(one) && one.payer)
  const freeCharges = charges.filter(
    (one) => one.open && one.party && ![...named.values()].some((name) => name.charge === one)
  )
  const fits = (r: ModelReceipt, c: ModelCharge) =>
    r.unit === c.unit &&
    r.payer === c.party &&
    r.amount === c.amount &&
    day(r.on) >= day(c.due) - 10 &&
    day(r.on) <= day(c.due) + 60
  for (const r of freeReceipts) {
    const [c, ...more] = freeCharges.filter((one) => fits(r, one))
    if (c && more.length === 0 && freeReceipts.filter((one) => fits(one, c)).length === 1)
      if (months.includes(monthOf(r.on)) || months.includes(monthOf(c.due)))
        suggestions.push(`${r.unit} ${r.book}/${r.number} ${c.ref}`)
  }

  // Leg 2.
  const paperOf = (one: ModelReceipt) =>
    papers.find(
      (paper) =>
        paper.unit === one.unit &&
        (one.method === 'electronic'
          ? paper.kind === 'settlement' && paper.number === one.batch
          : paper.kind === 'slip' && paper.number === one.slip)
    )
  const receiptsOf = (paper: ModelPaper) => receipts.filter((one) => paperOf(one) === paper)

  // Rule 7.
  const edges: [ModelLine, ModelPaper][] = []
  for (const line of lines.filter((one) => one.amount > 0)) {
    for (const number of new Set(papers.map((paper) => paper.number))) {
      if (!word(line.text, number)) continue
      const near = papers.filter(
        (paper) =>
          paper.number === number &&
          day(line.on) >= day(paper.on) - 1 &&
          day(line.on) <= day(paper.on) + 10
      )
      const own = near.filter((paper) => paper.account === line.account)
      const rivals = own.length > 0 ? own : near
      const alike = rivals.filter((paper) => paper.net === line.amount)
      if (rivals.length === 1) edges.push([line, rivals[0]!])
      else if (alike.length === 1) edges.push([line, alike[0]!])
    }
  }
  const groups: { lines: Set<ModelLine>; papers: Set<ModelPaper> }[] = []
  for (const [line, paper] of edges) {
    const touching = groups.filter((group) => group.lines.has(line) || group.papers.has(paper))
    const merged = { lines: new Set([line]), papers: new Set([paper]) }
    for (const group of touching) {
      for (const one of group.lines) merged.lines.add(one)
      for (const one of group.papers) merged.papers.add(one)
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(merged)
  }
  const groupOfLine = (line: ModelLine) => groups.find((group) => group.lines.has(line))
  const groupOfPaper = (paper: ModelPaper) => groups.find((group) => group.papers.has(paper))
  const banked = (group: (typeof groups)[number]) => sum([...group.lines].map((one) => one.amount))
  const deposited = (group: (typeof groups)[number]) => sum([...group.papers].map((one) => one.net))

  const dispositions: string[] = []
  const differences: string[] = []
  const dispose = (unit: string, on: string, what: string, disposition: string) => {
    if (months.includes(monthOf(on))) dispositions.push(`${unit} ${what} ${disposition}`)
  }
  const raise = (unit: string, month: string, code: string, key: string, amount: number) => {
    if (months.includes(month)) differences.push(`${unit} ${month} ${code} ${key} ${money(amount)}`)
  }

  for (const charge of charges.filter((one) => one.open)) {
    const paid = paidOf(charge)
    const disposition = paid === charge.amount ? 'paid' : paid > 0 ? 'part_paid' : 'unpaid'
    dispose(charge.unit, charge.due, `charge ${charge.ref}`, disposition)
    if (disposition !== 'paid')
      raise(charge.unit, monthOf(charge.due), disposition, charge.ref, charge.amount - paid)
  }

  for (const receipt of receipts) {
    const key = `${receipt.book}/${receipt.number}`
    const month = monthOf(receipt.on)
    const tell = (code: string, amount = receipt.amount) =>
      raise(receipt.unit, month, code, key, amount)
    const paper = paperOf(receipt)
    const paid = paidBy(receipt)
    const name = named.get(receipt)
    const duplicate =
      valid(receipt) &&
      paid === 0 &&
      name !== undefined &&
      receipt.ref !== null &&
      (allocated.get(name.charge) ?? []).some(
        (share) =>
          share.amount === name.charge.amount &&
          share.receipt.amount === receipt.amount &&
          receiptOrder(share.receipt, receipt) < 0
      )
    const right = world.rights.find((one) => one.unit === receipt.unit && one.no === receipt.right)
    const expired =
      valid(receipt) &&
      paid === 0 &&
      !duplicate &&
      right !== undefined &&
      right.to <= receipt.on &&
      (receipt.period ?? `${month}-01`) >= right.to &&
      !world.rights.some(
        (one) =>
          one !== right &&
          one.unit === right.unit &&
          one.site === right.site &&
          one.party === right.party &&
          one.from <= receipt.on &&
          one.to > receipt.on
      )
    const over =
      valid(receipt) &&
      paid === 0 &&
      !duplicate &&
      name !== undefined &&
      paidOf(name.charge) === name.charge.amount
    const disposition = returnedBy.has(receipt)
      ? 'returned'
      : receipt.void
        ? paper
          ? 'voided_banked'
          : 'voided'
        : duplicate
          ? 'duplicate'
          : expired
            ? 'expired_right'
            : paid === 0
              ? 'without_charge'
              : !paper
                ? 'not_deposited'
                : paid < receipt.amount
                  ? 'overpaid'
                  : 'matched'
    dispose(receipt.unit, receipt.on, `receipt ${key}`, disposition)
    if (disposition === 'returned') tell('returned_cheque')
    if (disposition === 'voided_banked') tell('voided_receipt_banked')
    if (!valid(receipt)) continue
    if (duplicate) tell('duplicate_receipt')
    if (paid > 0 && paid < receipt.amount) tell('overpaid', receipt.amount - paid)
    if (over) tell('overpaid')
    if (expired) tell('receipt_on_expired_right')
    if (paid === 0 && !duplicate && !over && !expired) tell('receipt_without_charge')
    if (!paper) tell('cash_not_deposited')
  }

  const books = Map.groupBy(receipts, (one) => `${one.unit}|${one.book}`)
  for (const list of books.values()) {
    const ordered = [...list].sort((a, b) => a.number - b.number)
    for (const [place, next] of ordered.entries()) {
      const before = ordered[place - 1]
      for (let n = before ? before.number + 1 : next.number; n < next.number; n++)
        raise(next.unit, monthOf(next.on), 'receipt_number_gap', `${next.book}/${n}`, 0)
    }
  }

  for (const paper of papers) {
    const group = groupOfPaper(paper)
    const inside = sum(receiptsOf(paper).map((one) => one.amount))
    const disposition = !group
      ? 'not_in_bank'
      : ![...group.lines].some((one) => one.account === paper.account)
        ? 'wrong_account'
        : deposited(group) !== banked(group)
          ? 'amount_differs'
          : paper.amount < inside
            ? 'short'
            : paper.amount > inside
              ? 'over'
              : 'matched'
    dispose(paper.unit, paper.on, `${paper.kind} ${paper.number}`, disposition)
    const tell = (code: string, amount: number) =>
      raise(paper.unit, monthOf(paper.on), code, paper.number, amount)
    if (paper.amount < inside) tell('slip_short', inside - paper.amount)
    if (paper.amount > inside) tell('slip_over', paper.amount - inside)
    if (!group) tell('slip_not_in_bank', paper.net)
  }

  for (const line of lines) {
    const group = groupOfLine(line)
    const unit = world.accounts[line.account]!
    const equal = lines
      .filter(
        (one) =>
          one.account === line.account &&
          one.on === line.on &&
          one.text === line.text &&
          one.amount === line.amount
      )
      .sort((a, b) => byText(a.identity, b.identity))
    const key = `${line.account}/${line.on}/${line.text}/${money(line.amount)}/${equal.indexOf(line) + 1}`
    const tell = (code: string, amount: number) => raise(unit, monthOf(line.on), code, key, amount)
    const wrong = group && ![...group.papers].some((one) => one.account === line.account)
    const disposition = [...returnedBy.values()].includes(line)
      ? 'returned_cheque'
      : !group
        ? line.amount > 0
          ? 'without_slip'
          : 'outside'
        : wrong
          ? 'wrong_account'
          : deposited(group) !== banked(group)
            ? 'amount_differs'
            : 'matched'
    dispose(unit, line.on, `bank_line ${key}`, disposition)
    if (disposition === 'without_slip') tell('bank_credit_without_slip', line.amount)
    if (wrong) tell('wrong_account', line.amount)
    if (group && deposited(group) !== banked(group) && [...group.lines].sort(lineOrder)[0] === line)
      tell('bank_amount_differs', Math.abs(deposited(group) - banked(group)))
  }

  for (const month of months) raiseRegister(world, month, raise)
  return {
    dispositions: dispositions.sort(),
    differences: differences.sort(),
    suggestions: suggestions.sort(),
  }
}

/** What the register of sites and rights raises in a month. */
function raiseRegister(
  world: ModelWorld,
  month: string,
  raise: (unit: string, month: string, code: string, key: string, amount: number) => void
) {
  const first = `${month}-01`
  const last = lastOf(month)
  const days = Array.from(
    { length: Number(last.slice(8)) },
    (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`
  )
  const holds = (right: ModelRight, on: string) => right.from <= on && on < right.to
  for (const site of world.sites) {
    if (!site.inUse || !site.seen || site.seen > last) continue
    const rights = world.rights.filter((one) => one.unit === site.unit && one.site === site.site)
    if (rights.length === 0) raise(site.unit, month, 'unlicensed_use', site.site, 0)
    const [latest] = [...rights].sort((a, b) => byText(b.to, a.to) || byText(b.no, a.no))
    if (latest && latest.to <= first && !rights.some((one) => days.some((on) => holds(one, on))))
      raise(site.unit, month, 'expired_right_in_use', site.site, latest.amount)
  }
  for (const right of world.rights) {
    const rivals = world.rights.filter(
      (one) => one !== right && one.unit === right.unit && one.site === right.site
    )
    const later = (one: ModelRight) => byText(one.from, right.from) || byText(one.no, right.no)
    if (
      rivals.some((one) => later(one) < 0 && days.some((on) => holds(one, on) && holds(right, on)))
    )
      raise(right.unit, month, 'double_right', right.no, right.amount)

    const apart =
      (Number(month.slice(0, 4)) - Number(right.from.slice(0, 4))) * 12 +
      Number(month.slice(5)) -
      Number(right.from.slice(5, 7))
    const step = { monthly: 1, quarterly: 3, annual: 12 }[right.billing]
    const begins = `${month}-${String(Math.min(Number(right.from.slice(8)), days.length)).padStart(2, '0')}`
    const billed = world.charges.some(
      (one) => one.open && one.unit === right.unit && one.right === right.no && one.period === first
    )
    if (apart >= 0 && apart % step === 0 && begins < right.to && !billed)
      raise(right.unit, month, 'never_charged', right.no, right.amount)
  }
}
