import { setTimeout as wait } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { Answer } from './browser.js'
import { insist } from './fleet.js'

export interface ClientsVerdict<Act extends string = string> {
  /** What was answered with "done", by kind. */
  acknowledged: Record<Act, number>
  lost: number
  doubled: number
  examples: string[]
  /** What was answered with a refusal, or not at all, and how often. */
  unanswered: Record<string, number>
}

/** How often the effect of an act is there, by its `:key` and perhaps its `:name`: once, if all is well. */
export type Questions<Act extends string> = Readonly<Record<Act, string>>

/**
 * People at the house over HTTP. What was answered is noted outside of it; afterwards each must be there
 * once, with all that belongs to it.
 */
export abstract class HttpClients<Act extends string> {
  readonly #done = new Map<Act, Map<string, string>>()
  readonly #unanswered = new Map<string, number>()
  #running = false
  #work: Promise<void>[] = []

  constructor(readonly questions: Questions<Act>) {
    for (const act of Object.keys(questions) as Act[]) this.#done.set(act, new Map())
  }

  /** What is done side by side, each over and over. */
  protected abstract works(): Promise<((n: number) => Promise<void>)[]>

  async start(): Promise<void> {
    const works = await this.works()
    this.#running = true
    this.#work = works.map((work) => this.#repeat(work))
  }

  async stop(): Promise<void> {
    this.#running = false
    await Promise.all(this.#work)
  }

  /** The house said that it is done. */
  protected acknowledge(act: Act, key: string, name: string): void {
    this.#done.get(act)!.set(key, name)
  }

  /** One thing after another; what fails on the way is left and the next one begun. */
  async #repeat(work: (n: number) => Promise<void>): Promise<void> {
    for (let n = 0; this.#running; n++) {
      await work(n).catch((error: Error) => {
        const said = error.message.replaceAll(/\d+/g, '#').slice(-200)
        this.#unanswered.set(said, (this.#unanswered.get(said) ?? 0) + 1)
        return wait(300)
      })
      await wait(50)
    }
  }

  /** Holds what was answered against what is there. */
  async verify(): Promise<ClientsVerdict<Act>> {
    const lost: string[] = []
    const doubled: string[] = []
    for (const [act, done] of this.#done) {
      const question = this.questions[act]
      for (const [key, name] of done) {
        const bindings = question.includes(':name') ? { key, name } : { key }
        const [[row]] = await insist(() => db.rawQuery(question, bindings as never))
        if (Number(row.n) < 1) lost.push(`lost: ${act} ${key}`)
        if (Number(row.n) > 1) doubled.push(`doubled: ${act} ${key}`)
      }
    }
    const acknowledged = [...this.#done].map(([act, { size }]) => [act, size])
    return {
      acknowledged: Object.fromEntries(acknowledged) as Record<Act, number>,
      unanswered: Object.fromEntries(this.#unanswered),
      lost: lost.length,
      doubled: doubled.length,
      examples: [...lost, ...doubled],
    }
  }
}

/**
 * Asks for a step that can be taken once until the house answers. True when it said that it took it;
 * false when it refused, as it must where an earlier try was taken and only its answer was lost.
 */
export async function settled(ask: () => Promise<Answer>): Promise<boolean> {
  return insist(async () => {
    const answer = await ask()
    if (answer.status >= 500) throw new Error(refusal(answer))
    return answer.status < 400
  })
}

/** The number at the end of the address to which an answer leads. */
export function idIn(answer: Answer, path: string): string {
  const [, id] = new RegExp(`${path}/(\\d+)`).exec(answer.location) ?? []
  if (!id) throw new Error(refusal(answer))
  return id
}

export const refusal = ({ status, location, text }: Answer) =>
  `${status} ${location} ${text.slice(-300)}`
