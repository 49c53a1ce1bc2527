import { createServer } from 'node:http'
import mysql, { type RowDataPacket } from 'mysql2/promise'

/**
 * The floor: the same rows of the registry by Node's own server and one query each, for nobody in
 * particular. Started as a process of its own: `PORT`.
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

const LISTED = `SELECT STRAIGHT_JOIN a.site_no, a.name, k.name_ar AS class, a.street, a.area_m2, a.is_in_use, u.name_ar AS unit, a.code
  FROM assets a JOIN asset_classes k ON k.id = a.class_id JOIN units u ON u.id = a.unit_id`

type Ask = (query: URLSearchParams) => [string, unknown[]]

const QUERIES: Record<string, Ask> = {
  '/list': () => [`${LISTED} ORDER BY a.id LIMIT 50`, []],
  '/search': (query) => [
    `${LISTED} WHERE MATCH (a.search_text, a.short_words) AGAINST (? IN BOOLEAN MODE) LIMIT 50`,
    [`+${query.get('q')}`],
  ],
  '/window': (query) => {
    const [w, s, e, n] = query.get('bbox')!.split(',').map(Number)
    const box = `POLYGON((${w} ${s},${e} ${s},${e} ${n},${w} ${n},${w} ${s}))`
    return [
      `SELECT s.asset_id, ST_AsGeoJSON(s.shape) AS shape FROM asset_shapes s WHERE MBRIntersects(s.shape, ST_GeomFromText(?)) LIMIT 800`,
      [box],
    ]
  },
  '/biography': (query) => [
    `SELECT a.*, l.hod, l.plot_no, c.facts, r.right_no, p.name AS party FROM assets a LEFT JOIN asset_lands l ON l.asset_id = a.id
     LEFT JOIN asset_changes c ON c.asset_id = a.id LEFT JOIN rights r ON r.asset_id = a.id LEFT JOIN parties p ON p.id = r.party_id
     WHERE a.id = ?`,
    [Number(query.get('id'))],
  ],
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench')
  const ask = QUERIES[pathname]
  if (!ask) return void response.writeHead(404).end()
  pool.query<RowDataPacket[]>(...(ask(searchParams) as [string, unknown[]])).then(
    ([rows]) => {
      const lines = rows.map((row) => `<tr><td>${Object.values(row).join('</td><td>')}</td></tr>`)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<!doctype html><table>${lines.join('')}</table>`)
    },
    (error: Error) => response.writeHead(500).end(error.message)
  )
}).listen(Number(process.env.PORT), '127.0.0.1')
