import { createServer } from 'node:http'
import mysql, { type RowDataPacket } from 'mysql2/promise'

/**
 * The floor: the same rows by the plainest means, Node's own server, one query, text put together. No
 * person, no rights, no session, no layout. Started as a process of its own: `PORT`, `UNIT`, `MONTH`.
 */
const pool = mysql.createPool({
  socketPath: process.env.DB_SOCKET,
  host: process.env.DB_HOST,
  port: Number(process.env.DB_PORT),
  user: process.env.DB_USER,
  password: process.env.DB_PASSWORD,
  database: process.env.DB_DATABASE,
  connectionLimit: 16,
  dateStrings: true,
})

const QUERIES: Record<string, [string, unknown[]]> = {
  '/list': [
    `SELECT c.payment_ref, h.name_ar AS head, p.name AS party, a.site_no, c.period, c.due_on, c.amount, d.matched, d.disposition, u.name_ar AS unit
     FROM charges c JOIN revenue_heads h ON h.id = c.head_id JOIN units u ON u.id = c.unit_id
     LEFT JOIN parties p ON p.id = c.party_id LEFT JOIN assets a ON a.id = c.asset_id
     LEFT JOIN dispositions d ON d.kind = 'charge' AND d.fact_id = c.id
     ORDER BY c.id DESC LIMIT 50`,
    [],
  ],
  '/secretary': [
    `SELECT u.name_ar, SUM(t.due), SUM(t.due_matched), SUM(t.collected), SUM(t.banked),
       (SELECT COUNT(*) FROM differences x WHERE x.unit_id = u.id AND x.month = ? AND x.state <> 'cleared') AS open,
       (SELECT SUM(x.amount) FROM differences x WHERE x.unit_id = u.id AND x.month = ? AND x.state <> 'cleared') AS amount
     FROM revenue_month_totals t JOIN unit_closure c ON c.descendant_id = t.unit_id AND c.ancestor_id = ? JOIN units u ON u.id = t.unit_id
     WHERE t.month = ? GROUP BY u.id`,
    [process.env.MONTH, process.env.MONTH, Number(process.env.UNIT), process.env.MONTH],
  ],
  '/site': [
    `SELECT c.payment_ref, c.period, c.due_on, c.amount, d.matched, d.disposition FROM charges c
     LEFT JOIN dispositions d ON d.kind = 'charge' AND d.fact_id = c.id WHERE c.asset_id = 77 ORDER BY c.period DESC LIMIT 50`,
    [],
  ],
}

createServer((request, response) => {
  const query = QUERIES[request.url ?? '']
  if (!query) return void response.writeHead(404).end()
  pool.query<RowDataPacket[]>(...(query as [string, unknown[]])).then(
    ([rows]) => {
      const lines = rows.map(
        (row) =>
          `<tr>${Object.values(row)
            .map((cell) => `<td>${cell}</td>`)
            .join('')}</tr>`
      )
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<!doctype html><table>${lines.join('')}</table>`)
    },
    (error: Error) => response.writeHead(500).end(error.message)
  )
}).listen(Number(process.env.PORT), '127.0.0.1')
