import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Sample } from '../harness.js'
import type { WorldTotals } from './files.js'
import type { Owner } from '../owner.js'

const TABLES: Record<string, string> = {
  floor_charges: `(id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, payment_ref VARCHAR(60) CHARACTER SET ascii NOT NULL,
    head VARCHAR(30) CHARACTER SET ascii, period DATE, due_on DATE NOT NULL, amount DECIMAL(18,2) NOT NULL,
    UNIQUE KEY (payment_ref), KEY (due_on))`,
  floor_receipts: `(id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, book_no VARCHAR(30) CHARACTER SET ascii NOT NULL,
    number INT UNSIGNED NOT NULL, received_on DATE NOT NULL, method VARCHAR(10) CHARACTER SET ascii, amount DECIMAL(18,2) NOT NULL,
    head VARCHAR(30) CHARACTER SET ascii, payer_name VARCHAR(200), payment_ref VARCHAR(60) CHARACTER SET ascii, slip_no VARCHAR(40) CHARACTER SET ascii,
    UNIQUE KEY (book_no, number), KEY (received_on), KEY (payment_ref), KEY (slip_no))`,
  floor_slips: `(id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, number VARCHAR(40) CHARACTER SET ascii NOT NULL, account VARCHAR(40) CHARACTER SET ascii,
    deposited_on DATE, amount DECIMAL(18,2) NOT NULL, method VARCHAR(10) CHARACTER SET ascii, UNIQUE KEY (number))`,
  floor_bank: `(id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, account VARCHAR(40) CHARACTER SET ascii, statement_no VARCHAR(40), booked_on DATE,
    amount DECIMAL(18,2) NOT NULL, reference VARCHAR(140) CHARACTER SET ascii NOT NULL, KEY (reference))`,
  floor_result: `(receipt_id BIGINT UNSIGNED PRIMARY KEY, charge_id BIGINT UNSIGNED NULL, slip_id BIGINT UNSIGNED NULL, bank_id BIGINT UNSIGNED NULL,
    amount DECIMAL(18,2) NOT NULL)`,
}

const FILES: Record<string, string> = {
  floor_charges: 'charges.csv (payment_ref, head, period, due_on, amount)',
  floor_receipts:
    'receipts.csv (book_no, number, received_on, method, amount, head, payer_name, payment_ref, slip_no)',
  floor_slips: 'slips.csv (number, account, deposited_on, amount, method)',
  floor_bank: 'bank.csv (account, statement_no, booked_on, amount, reference)',
}

/**
 * The floor: LOAD DATA of the same rows with their indexes, one join, INSERT of the result. Durable
 * settings as everywhere; checked by the same control totals.
 */
export async function runFloor(
  owner: Owner,
  folder: string,
  expected: WorldTotals
): Promise<Sample> {
  for (const [table, columns] of Object.entries(TABLES)) {
    await owner.query(`DROP TABLE IF EXISTS ${table}`)
    await owner.query(`CREATE TABLE ${table} ${columns} ENGINE=InnoDB CHARACTER SET utf8mb4`)
  }
  const begun = performance.now()
  for (const [table, source] of Object.entries(FILES)) {
    const [, file, columns] = /^(\S+) (.+)$/.exec(source)!
    await owner.query({
      sql: `LOAD DATA LOCAL INFILE 'x' INTO TABLE ${table} CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' LINES TERMINATED BY '\\n' IGNORE 1 LINES ${columns}`,
      infileStreamFactory: () => createReadStream(join(folder, file!), { highWaterMark: 1 << 20 }),
    })
  }
  await owner.query(
    `INSERT INTO floor_result (receipt_id, charge_id, slip_id, bank_id, amount)
     SELECT r.id, c.id, s.id, b.id, LEAST(r.amount, COALESCE(c.amount, 0))
     FROM floor_receipts r
     LEFT JOIN floor_charges c ON c.payment_ref = r.payment_ref
     LEFT JOIN floor_slips s ON s.number = r.slip_no
     LEFT JOIN floor_bank b ON b.reference = CONCAT('DEP ', s.number, ' CASH')`
  )
  const seconds = (performance.now() - begun) / 1000
  const [row] = await owner.query(
    `SELECT COUNT(*) AS receipts, SUM(charge_id IS NOT NULL) AS matched, SUM(bank_id IS NOT NULL) AS banked FROM floor_result`
  )
  if (
    Number(row.receipts) !== expected.receipts ||
    Number(row.matched) !== expected.matched ||
    Number(row.banked) !== expected.receipts
  ) {
    throw new Error(`The floor's answer is wrong: ${JSON.stringify(row)}`)
  }
  for (const table of Object.keys(TABLES)) await owner.query(`DROP TABLE ${table}`)
  return { seconds }
}
