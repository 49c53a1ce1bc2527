import { createServer } from 'node:http'
import mysql, { type ResultSetHeader } from 'mysql2/promise'

/**
 * The floor: the bare conditional update over HTTP. One statement judges and takes, for nobody in
 * particular; no number, no movement, no approval, no trail. Started as a process of its own: `PORT`.
 */
const pool = mysql.createPool({
  socketPath: process.env.DB_SOCKET,
  host: process.env.DB_HOST,
  port: Number(process.env.DB_PORT),
  user: process.env.DB_USER,
  password: process.env.DB_PASSWORD,
  database: process.env.DB_DATABASE,
  connectionLimit: 16,
})

createServer((request, response) => {
  if (request.method !== 'POST') return void response.writeHead(200).end('ready')
  pool
    .query<ResultSetHeader>(
      'UPDATE bench_balance SET committed = committed + 10 WHERE id = 1 AND committed + 10 <= released'
    )
    .then(
      ([changed]) => response.writeHead(changed.affectedRows === 1 ? 303 : 422).end(),
      (error: Error) => response.writeHead(500).end(error.message)
    )
}).listen(Number(process.env.PORT), '127.0.0.1')
