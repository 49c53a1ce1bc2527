import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'

/** The unit, account and month of the measured world. */
export const WORLD = {
  unit: 'EG-FYM-HQ',
  account: 'EG990019000500000000987654321',
  month: '2026-10',
}

/** What the files hold, computed while writing them: both sides are held to it. */
export interface WorldTotals {
  charges: number
  receipts: number
  slips: number
  bankLines: number
  /** Receipts that pay a charge of the same reference. */
  matched: number
  /** Σ of the receipts, in piastres. */
  received: bigint
}

const RECEIPTS_PER_SLIP = 200
const RECEIPTS_PER_BOOK = 50_000

/**
 * Writes one month of a unit: `rows` charges; of every hundred, 92 are paid in full, 3 in part, 5 not
 * at all, and 1 receipt names nothing known. Slips of 200 receipts, one bank credit for each.
 */
export async function writeFiles(folder: string, rows: number): Promise<WorldTotals> {
  const charges = csv(join(folder, 'charges.csv'), 'payment_ref,head,period,due_on,amount')
  const receipts = csv(
    join(folder, 'receipts.csv'),
    'book_no,number,received_on,method,amount,head,payer_name,payment_ref,slip_no'
  )
  const slips = csv(join(folder, 'slips.csv'), 'number,account,deposited_on,amount,method')
  const bank = csv(join(folder, 'bank.csv'), 'account,statement_no,booked_on,amount,reference')
  const totals: WorldTotals = {
    charges: 0,
    receipts: 0,
    slips: 0,
    bankLines: 0,
    matched: 0,
    received: 0n,
  }
  let inSlip = 0n
  let slipSize = 0

  const closeSlip = async () => {
    if (!slipSize) return
    totals.slips++
    totals.bankLines++
    const number = `SL${totals.slips}`
    const day = dayOf(totals.slips)
    await slips.put(`${number},${WORLD.account},${day},${money(inSlip)},cash`)
    await bank.put(`${WORLD.account},10,${day},${money(inSlip)},DEP ${number} CASH`)
    inSlip = 0n
    slipSize = 0
  }
  const receive = async (amount: bigint, reference: string, head: string) => {
    totals.receipts++
    const at = totals.receipts - 1
    const book = `B${Math.floor(at / RECEIPTS_PER_BOOK) + 1}`
    const slip = `SL${totals.slips + 1}`
    await receipts.put(
      `${book},${(at % RECEIPTS_PER_BOOK) + 1},${dayOf(at)},cash,${money(amount)},${head},${NAMES[at % NAMES.length]},${reference},${slip}`
    )
    totals.received += amount
    inSlip += amount
    if (++slipSize === RECEIPTS_PER_SLIP) await closeSlip()
  }

  for (let at = 0; at < rows; at++) {
    const amount = BigInt(10_000 + ((at * 7919) % 900_000))
    const head = at % 2 ? 'ADV-USE' : 'OCC-USE'
    const reference = `P${String(at).padStart(9, '0')}`
    await charges.put(`${reference},${head},${WORLD.month}-01,${dayOf(at)},${money(amount)}`)
    totals.charges++
    const fate = at % 100
    if (fate < 92) await receive(amount, reference, head)
    else if (fate < 95) await receive(amount / 2n, reference, head)
    if (fate < 95) totals.matched++
    if (fate === 99) await receive(amount, `X${reference}`, head)
  }
  await closeSlip()
  for (const file of [charges, receipts, slips, bank]) await file.close()
  return totals
}

const NAMES = [
  'محمد أحمد علي',
  'شركة النيل للإعلان',
  'فاطمة حسن إبراهيم',
  'عبد الله محمود',
  'مؤسسة الفيوم',
]

const dayOf = (at: number) => `${WORLD.month}-${String((at % 28) + 1).padStart(2, '0')}`

const money = (piastres: bigint) => `${piastres / 100n}.${String(piastres % 100n).padStart(2, '0')}`

function csv(path: string, heading: string) {
  const stream = createWriteStream(path, { highWaterMark: 1 << 20 })
  let text = `${heading}\n`
  return {
    async put(line: string) {
      text += `${line}\n`
      if (text.length < 1 << 18) return
      const more = stream.write(text)
      text = ''
      if (!more) await once(stream, 'drain')
    },
    async close() {
      stream.end(text)
      await once(stream, 'close')
    },
  }
}
