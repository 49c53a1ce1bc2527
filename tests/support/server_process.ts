import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'

/** A web process of its own on the test database, for what one process cannot show. */
export interface ServerProcess {
  base: string
  stop(): Promise<void>
}

export async function aServerProcess(set: Record<string, string> = {}): Promise<ServerProcess> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--import', '@poppinss/ts-exec', app.makePath('bin/server.ts')],
    {
      cwd: app.makePath(),
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...set },
      stdio: ['ignore', 'pipe', 'pipe'],
    }
  )
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const base = `http://127.0.0.1:${port}`
  for (let round = 0; round < 150; round++) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said.slice(-2000)}`)
    const answer = await fetch(`${base}/health`).catch(() => null)
    if (answer?.ok) {
      return {
        base,
        async stop() {
          child.kill('SIGTERM')
          await Promise.race([ended, wait(5000).then(() => child.kill('SIGKILL'))])
        },
      }
    }
    await wait(200)
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not answer: ${said.slice(-2000)}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
