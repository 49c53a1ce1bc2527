import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'

/** Starts a server in a process of its own and waits until it answers. */
export async function serve(
  parameters: string[],
  probe: string,
  more: Record<string, string> = {}
) {
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, parameters, {
    cwd: app.makePath(),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...more, PORT: String(port), HOST: '127.0.0.1' },
  })
  const origin = `http://127.0.0.1:${port}`
  for (let turn = 0; turn < 600; turn++) {
    if (
      await fetch(origin + probe).then(
        (response) => response.ok,
        () => false
      )
    )
      return { child, origin }
    if (child.exitCode !== null) break
    await wait(100)
  }
  child.kill('SIGKILL')
  throw new Error(`${parameters.at(-1)} does not serve ${probe}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}
