/**
 * Pictures of the main pages for the documentation.
 *
 *     node scripts/screenshots.mjs --url http://127.0.0.1:3333 [--only charges,home] [--out docs/screenshots]
 *
 * The server must be running with the sample governorate. Which pages, as whom and how, is data:
 * scripts/screenshots.json (`path`, or `firstOf` for the page of a list's first row). A page that is not
 * there, or not for that role, is named and makes the exit code 1.
 */
import { spawnSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3333' },
    out: { type: 'string', default: 'docs/screenshots' },
    only: { type: 'string' },
    accounts: { type: 'string' },
  },
})

const root = new URL('../', import.meta.url).pathname
const pages = JSON.parse(await readFile(new URL('screenshots.json', import.meta.url), 'utf8'))
const wanted = values.only?.split(',')
const accounts = await sampleAccounts()
await mkdir(join(root, values.out), { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--lang=ar-EG'],
})
const signedIn = new Map()
const missing = []
try {
  for (const page of pages.filter(({ name }) => !wanted || wanted.includes(name))) {
    const said = await take(page)
    console.log(`${said ? '✗' : '✓'} ${page.name}${said ? `: ${said}` : ''}`)
    if (said) missing.push(page.name)
  }
} finally {
  await browser.close()
}
process.exitCode = missing.length ? 1 : 0

/** @returns what stood in the way, or null */
async function take({ name, path, firstOf, role, theme, locale, width = 1440 }) {
  const context = await contextOf(role)
  if (typeof context === 'string') return context
  const cookies = { locale: locale ?? 'ar', theme: theme ?? 'light' }
  await context.addCookies(
    Object.entries(cookies).map(([key, value]) => ({ name: key, value, url: values.url }))
  )
  const page = await context.newPage()
  try {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 })
    let answer = await page.goto(new URL(path ?? firstOf, values.url).href)
    if (answer.status() !== 200) return `answered ${answer.status()}`
    if (firstOf) {
      const link = await page
        .locator('.rows tbody a')
        .first()
        .getAttribute('href', { timeout: 3000 })
      answer = await page.goto(new URL(link, values.url).href)
      if (answer.status() !== 200) return `answered ${answer.status()}`
    }
    await page.evaluate('document.fonts.ready.then(() => null)')
    await page.waitForTimeout(700)
    await page.screenshot({ path: join(root, values.out, `${name}.png`) })
    return null
  } catch (error) {
    return error.message.split('\n')[0]
  } finally {
    await page.close()
  }
}

/** A browser in which the sample's account of the role is signed in; without a role, a stranger's. */
async function contextOf(role) {
  const known = signedIn.get(role)
  if (known) return known
  const context = await browser.newContext({ locale: 'ar-EG', timezoneId: 'Africa/Cairo' })
  if (role) {
    const account = accounts.find((one) => one.role === role)
    if (!account) return `the sample has no account for ${role}`
    const page = await context.newPage()
    await page.goto(new URL('/sign-in', values.url).href)
    await page.locator('input[name=account]').fill(account.email)
    await page.locator('input[name=password]').fill(account.password)
    await page.locator('main button[type=submit]').click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { timeout: 20_000 })
    await page.close()
  }
  signedIn.set(role, context)
  return context
}

async function sampleAccounts() {
  if (values.accounts) return JSON.parse(await readFile(values.accounts, 'utf8'))
  const ace = ['scripts/ace.mjs', 'sample:accounts', '--json']
  const { stdout } = spawnSync(process.execPath, ace, { cwd: root, encoding: 'utf8' })
  const told = JSON.parse(stdout.trim().split('\n').at(-1))
  if (!Array.isArray(told)) throw new Error(told.error?.message ?? 'no accounts of the sample')
  return told
}
