import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import type User from '#identity/models/user'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'

/** Of everyone who sits at a desk. */
export const PASSWORD = 'حصر الأملاك 2026!'

const HOUSE = () => `http://${process.env.HOST}:${process.env.PORT}`

/** What an eye would find wrong on the pages of a walk, all at once. */
export const faults: Record<string, unknown[]> = {}
let walk = 'story'
let looks = 0

/** A walk begins: nothing is found yet, and its pictures carry its name. */
export function beginWalk(name: string): void {
  for (const where of Object.keys(faults)) delete faults[where]
  walk = name
  looks = 0
}

/** One person at his own browser, signed in through the page of sign-in. */
export class Desk {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page
  ) {}

  static async of(
    browser: Browser,
    user: User,
    options: BrowserContextOptions = {}
  ): Promise<Desk> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'ar-EG',
      timezoneId: 'Africa/Cairo',
      ...options,
    })
    await prefer(context, { locale: 'ar', theme: 'light' })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    const desk = new Desk(context, page)
    page.on('pageerror', (error) => desk.#note('script', String(error)))
    page.on('response', (answer) => {
      if (answer.status() >= 500) desk.#note('server', `${answer.status()} ${answer.url()}`)
    })
    await page.goto(`${HOUSE()}/sign-in`)
    await page.getByLabel('البريد').or(page.locator('input[name=account]')).first().fill(user.email)
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    return desk
  }

  #note(where: string, ...found: unknown[]) {
    if (found.length) (faults[where] ??= []).push(...found)
  }

  /** What stands before the person, kept when the story breaks off. */
  snapshot = (name: string) => picture(this.page, `${walk}-99-${name}`)

  /** Until a sentence of the page's own script holds; its policy lets nothing be polled from outside. */
  until = (holds: string) =>
    this.page.evaluate(
      `new Promise((done) => {
        const look = async () => ((await (${holds})) ? done() : requestAnimationFrame(look))
        void look()
      })`
    )

  /** Until nothing is on its way to the page any more. */
  settled = () => this.until('!window.up || !window.up.network.isBusy()')

  /** Opens a page by its entry in the side menu. */
  async menu(entry: string): Promise<void> {
    const side = this.page.getByRole('navigation', { name: 'القائمة الرئيسية' })
    const link = side.getByRole('link', { name: entry, exact: true })
    const path = await link.getAttribute('href')
    await link.click()
    await this.page.waitForURL((url) => url.pathname === path)
    await this.settled()
  }

  link = (name: string | RegExp) =>
    this.page.locator('main').getByRole('link', { name, exact: typeof name === 'string' })
  button = (name: string | RegExp) =>
    this.page.locator('main').getByRole('button', { name, exact: typeof name === 'string' })
  says = (text: string | RegExp) => this.page.getByText(text).first().waitFor()
  /** The state beside the title of a paper: its history tells others. */
  stands = (state: string) => this.page.locator('.page-title', { hasText: state }).waitFor()

  /** Fills fields without a mouse: Tab from where the person stands to each, then typed or chosen. */
  async type(fields: Record<string, string>): Promise<void> {
    const { page } = this
    const waiting = new Map(Object.entries(fields))
    for (let step = 0; step < 150 && waiting.size > 0; step++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate<[string, string]>(
        '[document.activeElement.name ?? "", document.activeElement.type ?? ""]'
      )
      const value = waiting.get(at[0])
      if (value === undefined) continue
      waiting.delete(at[0])
      if (at[1] === 'select-one') await this.#choose(value)
      else if (at[1] === 'date') await this.#typeDay(value)
      else {
        await page.keyboard.press('Control+A')
        await page.keyboard.insertText(value)
      }
    }
    if (waiting.size) throw new Error(`Tab never came to ${[...waiting.keys()].join(', ')}`)
  }

  /** Arrows down a list until the wanted choice stands there. */
  async #choose(text: string) {
    const chosen = () =>
      this.page.evaluate<string>('document.activeElement.selectedOptions[0]?.text.trim() ?? ""')
    await this.page.keyboard.press('Home')
    for (let step = 0; step < 60 && !(await chosen()).includes(text); step++) {
      await this.page.keyboard.press('ArrowDown')
    }
    if (!(await chosen()).includes(text)) throw new Error(`the list has no «${text}»`)
  }

  /** A day as this browser's own field takes it, part by part. */
  async #typeDay(day: string) {
    const [year, month, date] = day.split('-')
    await this.page.keyboard.type(`${month}${date}${year}`)
  }

  /** Agrees to the question that stands before a decision. */
  async agree(): Promise<void> {
    const dialog = this.page.locator('dialog.ask')
    await dialog.locator('button.btn-primary, button.btn-danger').click()
    await dialog.waitFor({ state: 'detached' })
  }

  /** Looks at the page: accessibility, contrast, untranslated words, and what sticks out; keeps a picture. */
  async look(name: string): Promise<void> {
    const { page } = this
    await this.settled()
    await picture(page, `${walk}-${String(++looks).padStart(2, '0')}-${name}`)
    const wide = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    )
    const missing = await page.locator('body', { hasText: 'translation missing' }).count()
    this.#note(name, ...(await axeFindings(page)), ...(await faintTexts(page)))
    const odd = await page.evaluate<string[]>(
      'document.body.textContent.match(/undefined|NaN|\\[object|Invalid Date/g) ?? []'
    )
    if (odd.length) this.#note(name, odd)
    if (wide > 0) this.#note(name, `the page is ${wide} px wider than its window`)
    if (missing) this.#note(name, 'a text is missing')
  }

  close = () => this.context.close()
}
