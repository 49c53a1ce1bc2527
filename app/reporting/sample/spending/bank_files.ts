import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runImportCommand } from '#core/imports/command'
import type User from '#identity/models/user'
import { SampleFileRefusedError } from '#reporting/sample/errors'
import { actorOf } from '#reporting/sample/spending/desk'

/** A file that a bank or an old system gave, to be brought in through the import of its kind. */
export interface SampleFile {
  kind: string
  /** Code of the unit. */
  unit: string
  name: string
  content: string
}

/** Brings a file in as the operator does on the command line. @throws SampleFileRefusedError */
export const importInSample = (file: SampleFile): Promise<void> => run(file, { commit: true })

/** Checks a file for a person; another has to approve it. @throws SampleFileRefusedError */
export const checkInSample = (file: SampleFile, by: User): Promise<void> =>
  run(file, { commit: false, by: actorOf(by) })

async function run(
  { kind, unit, name, content }: SampleFile,
  how: { commit: boolean; by?: ReturnType<typeof actorOf> }
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'diwan-sample-'))
  try {
    const file = join(folder, name)
    await writeFile(file, content)
    const { output } = await runImportCommand({ kind, file, unit, ...how })
    if (output.error || Number(output.rejected) > 0) {
      throw new SampleFileRefusedError(name, output.error ?? output.reasons)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
