import { createServer, connect } from 'node:net'

/** Is nobody listening on this port of the loopback (or the given host)? */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The first free port from `from` upwards. */
export async function freePort(from, host) {
  for (let port = from; port < from + 500 && port < 65_536; port++) {
    if (await isFree(port, host)) return port
  }
  throw new Error(`No free port between ${from} and ${from + 499}`)
}

/**
 * Connects, sends `ask` when given, and returns the first bytes the other side says; null when
 * it refuses, or stays silent for a second.
 */
export function greeting(where, ask) {
  return new Promise((resolve) => {
    const socket = connect(where)
    const done = (value) => {
      socket.destroy()
      resolve(value)
    }
    socket.setTimeout(1000, () => done(null))
    socket.once('error', () => done(null))
    socket.once('end', () => done(null))
    socket.once('data', done)
    if (ask) socket.write(ask)
  })
}
