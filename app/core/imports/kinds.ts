import { DomainError, sentence } from '#core/domain_error'
import type { ImportDefinition } from '#core/imports/definition'
import type { ImportOutcome } from '#core/imports/result'
import type { Trx } from '#core/within'

type Lazy = () => Promise<{ default: ImportDefinition }>

/** What the trail is told of an import; core knows no trail, so the application plugs it in. */
export interface ImportEvent {
  action: 'import.approved' | 'import.committed' | 'import.undone' | 'import.cancelled'
  importId: number
  unitId: number
  kind: string
  fileName: string
  sha256: string
  outcome: Partial<ImportOutcome> & Record<string, unknown>
  /** Why, in the words of the person; of an undo. */
  reason?: string
}

export type ImportJournal = (
  event: ImportEvent,
  by: { id: number | null; name: string; requestId?: string },
  trx: Trx
) => Promise<void>

/** Told before the rows of an import are taken back, in the same transaction. */
export type UndoWatch = (undone: { importId: number; kind: string }, trx: Trx) => Promise<void>

/** A kind of import nobody defined. */
export class UnknownKindError extends DomainError {
  static override code = 'E_UNKNOWN_IMPORT_KIND'
}

const kinds = new Map<string, Lazy>()
let journal: ImportJournal | null = null
const undoings: UndoWatch[] = []

/**
 * The kinds of imports of the whole house. Domains define them, `start/imports.ts` registers them:
 * the pipeline itself may import no domain.
 */
export const importKinds = {
  register(kind: string, load: Lazy): void {
    kinds.set(kind, load)
  },

  names(): string[] {
    return [...kinds.keys()]
  },

  /** @throws UnknownKindError */
  async definition(kind: string): Promise<ImportDefinition> {
    const load = kinds.get(kind)
    if (!load) {
      const known = [...kinds.keys()].join(', ')
      throw new UnknownKindError(
        sentence(`«${kind}» ليس نوع استيراد.`, `"${kind}" is no kind of import.`),
        { facts: { kind }, cure: sentence(`الأنواع: ${known}.`, `The kinds: ${known}.`) }
      )
    }
    return (await load()).default
  },

  /** Domains above the importing one whose records rest on its rows. */
  beforeUndo(watch: UndoWatch): void {
    undoings.push(watch)
  },

  async tellUndoing(...undone: Parameters<UndoWatch>): Promise<void> {
    for (const watch of undoings) await watch(...undone)
  },

  /** Where commits and undos are recorded. */
  journalBy(keeper: ImportJournal): void {
    journal = keeper
  },

  async record(...entry: Parameters<ImportJournal>): Promise<void> {
    // An import that leaves no trace must not happen.
    if (!journal) throw new Error('No trail is plugged into the imports (start/imports.ts)')
    await journal(...entry)
  },
}
