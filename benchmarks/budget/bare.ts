import mysql, { type ResultSetHeader } from 'mysql2/promise'
import { answersOf, type Answers } from './clients.js'

/** As many as the application's own pool holds (config/database.ts). */
export const CONNECTIONS = 16

/** One statement judges and takes on the line's own row; no number, no movement, no approval, no trail. */
export const TAKE = `UPDATE budget_balances SET committed = committed + 10
  WHERE line_id = 1 AND frozen + reserved + committed + paid + 10 <= released`

/**
 * The first floor: the bare conditional update in a transaction with its commit, asked by so many at
 * once over as many connections as the application has; nothing between them and the database.
 */
export async function takeBare(asked: number, clients: number): Promise<Answers> {
  const pool = mysql.createPool({
    socketPath: process.env.DB_SOCKET,
    host: process.env.DB_HOST,
    port: Number(process.env.DB_PORT),
    user: process.env.DB_USER,
    password: process.env.DB_PASSWORD,
    database: process.env.DB_DATABASE,
    connectionLimit: CONNECTIONS,
  })
  try {
    return await answersOf(asked, clients, async () => {
      const connection = await pool.getConnection()
      try {
        await connection.beginTransaction()
        const [changed] = await connection.query<ResultSetHeader>(TAKE)
        await connection.commit()
        return changed.affectedRows === 1 ? 303 : 422
      } finally {
        connection.release()
      }
    })
  } finally {
    await pool.end()
  }
}
