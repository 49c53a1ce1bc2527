import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { uploadLimit } from '#core/web/uploads'
import { declarationOf } from '#identity/access/declaration'
import { BrowserOfMany, type Session } from '#tests/support/browser_of_many'
import { aHolder } from '#tests/support/holders'
import { aUnit } from '#tests/support/units'

const MB = 1024 * 1024
const BOUNDARY = 'the-boundary'

/** Begins to send a file of 220 MB and stops after 64 kB; tells what is answered by then. */
async function beginsToSend(session: Session, path: string) {
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${process.env.HOST}:${process.env.PORT}`,
    'Accept: text/html',
    `Cookie: ${session.cookie}`,
    `X-CSRF-Token: ${session.token}`,
    `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
    `Content-Length: ${220 * MB}`,
  ]
  const part = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`
  const socket = connect(Number(process.env.PORT), process.env.HOST)
  socket.write(`${head.join('\r\n')}\r\n\r\n${part}${'x'.repeat(64 * 1024)}`)
  const answer = await new Promise<string>((resolve, reject) => {
    socket.once('data', (data) => resolve(data.toString()))
    socket.once('error', reject)
    socket.setTimeout(3_000, () => resolve('nothing'))
  })
  socket.setTimeout(0)
  return { socket, answer, status: answer.split(' ')[1] ?? answer }
}

const hungUp = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket.on('error', () => {}).once('close', () => resolve())
    socket.resume()
  })

test.group('The door', (group) => {
  let folder = ''
  let browser: BrowserOfMany
  group.setup(async () => {
    browser = await BrowserOfMany.open()
    const before = process.env.TMPDIR
    folder = await mkdtemp(join(tmpdir(), 'door-'))
    process.env.TMPDIR = folder
    return async () => {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
      await rm(folder, { recursive: true })
    }
  })

  test('a stranger who sends 220 MB is answered before they come, and hung up on', async ({
    assert,
  }) => {
    const { socket, answer, status } = await beginsToSend(await browser.session(null), '/imports')
    assert.equal(status, '302')
    assert.match(answer, /location: \/sign-in/i)
    assert.match(answer, /content-security-policy/i)
    assert.deepEqual(await readdir(folder), [])
    await hungUp(socket)
    assert.isBelow(socket.bytesWritten, MB)
  }).timeout(20_000)

  test('so is a person who may not import', async ({ assert }) => {
    const reader = await aHolder(['core.imports.read'])
    const { socket, status } = await beginsToSend(await browser.session(reader), '/imports')
    socket.destroy()
    assert.equal(status, '403')
    assert.deepEqual(await readdir(folder), [])
  })

  test('who may import is listened to, and of a file cut off midway nothing stays', async ({
    assert,
  }) => {
    const maker = await aHolder(['core.imports.create', 'core.imports.read'])
    const { socket, status } = await beginsToSend(await browser.session(maker), '/imports')
    assert.equal(status, 'nothing')
    assert.lengthOf(await readdir(folder), 1)
    socket.destroy()
    for (let turn = 0; turn < 50 && (await readdir(folder)).length; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    assert.deepEqual(await readdir(folder), [])
  }).timeout(20_000)

  test('a file for the unit of others is refused and not kept', async ({ assert, client }) => {
    const above = await aUnit()
    const maker = await aHolder(['core.imports.create'], { unitId: await aUnit(above) })
    const response = await client
      .post('/imports')
      .loginAs(maker)
      .withCsrfToken()
      .fields({ kind: 'charges', unit_id: String(await aUnit(above)) })
      .file('file', Buffer.from('a,b\n1,2\n'), { filename: 'a.csv' })
    response.assertStatus(404)
    assert.deepEqual(await readdir(folder), [])
  })

  test('files come in only where somebody with a permission sends them; every other address takes forms up to 256 kB', async ({
    assert,
  }) => {
    const takers = Object.values(router.toJSON())
      .flat()
      .filter((route) => uploadLimit(route) !== null)
    for (const route of takers) {
      assert.equal(declarationOf(route)?.for, 'holders', route.pattern)
      // The largest are the files of imports; scans and photographs stay far below.
      assert.isAtMost(uploadLimit(route)!, route.name === 'imports.store' ? 220 : 50, route.pattern)
    }
    assert.include(
      takers.map((route) => route.name),
      'imports.store'
    )

    const stranger = await browser.session(null)
    const { socket, status } = await beginsToSend(stranger, '/sign-in')
    socket.destroy()
    assert.equal(status, '415')
    assert.deepEqual(await readdir(folder), [])

    const form = (size: number) =>
      browser.request(stranger, 'POST', '/sign-in', { account: 'x'.repeat(size), password: 'x' })
    assert.equal((await form(300 * 1024)).status, 413)
    assert.notEqual((await form(200 * 1024)).status, 413)
  })

  test('a refused form is refused as its declaration says, with or without a token', async ({
    assert,
  }) => {
    const stranger = await browser.session(null)
    const without = await browser.request({ ...stranger, token: '' }, 'POST', '/imports', {})
    assert.equal(without.status, 401)
    const maker = await browser.session(await aHolder(['core.imports.create']))
    const forged = await browser.request({ ...maker, token: 'forged' }, 'POST', '/imports', {})
    assert.equal(forged.status, 419)
  })
})
