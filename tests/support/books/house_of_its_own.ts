import db from '@adonisjs/lucid/services/db'
import { Scratch } from '#tests/support/books/scratch'

/**
 * A house with nothing in it but its reference data, in which this process works until `leave` is called:
 * what it finds there, it made itself. Commands are run on it as on a real one.
 */
export class HouseOfItsOwn extends Scratch {
  #known: unknown = null

  async enter(): Promise<void> {
    await this.create()
    await this.ace(['migration:run', '--force'], { asOwner: true })
    await this.ace(['db:grants'], { asOwner: true })
    await this.ace(['reference:load'])
    const known = db.manager.get('mysql')!.config as { connection: object }
    this.#known = known
    await db.manager.close('mysql')
    db.manager.patch('mysql', {
      ...known,
      connection: { ...known.connection, database: this.name },
    } as never)
  }

  async leave(): Promise<void> {
    if (this.#known) {
      await db.manager.close('mysql')
      db.manager.patch('mysql', this.#known as never)
    }
    await this.drop()
  }

  /** What a command that answers in JSON says of this house. */
  async asks<T>(...command: string[]): Promise<T> {
    const said = await this.ace([...command, '--json']).catch((error: { stdout?: string }) => {
      // What it names, it names with an exit code of its own.
      if (error.stdout) return error.stdout
      throw error
    })
    return JSON.parse(said) as T
  }
}
