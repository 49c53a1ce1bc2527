import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of, type ManifestEntry } from '#reporting/sample/files/manifest'
import { NotASampleError } from '#reporting/sample/errors'
import type { Code, SubjectType } from '#reporting/sample/facts'
import type { Kind } from '#reporting/sample/truth'

/** `manifest.json`: the files in loading order. */
export interface Manifest {
  governorate: string
  seed: number
  sites: number
  months: string[]
  files: ManifestEntry[]
}

/** `accounts.json`: what is set up before any file is brought in. */
export interface SetUp {
  accounts: {
    unit: string
    account_no: string
    name_ar: string
    name_en: string
    bank_name: string
    purpose: string
    opened_on: string
  }[]
  cashiers: { unit: string; code: string; name: string }[]
}

export interface Tally {
  count: number
  amount: string
}

export interface TruthLine {
  code: Code
  unit: string
  month: string
  subject: { type: SubjectType; key: string }
  amount: string
}

/** `truth.json`: every difference that is in the files, and what the files hold by month. */
export interface TruthFile {
  seed: number
  months: string[]
  units: string[]
  counts: Record<Code, number>
  inputs: ({ month: string } & Record<Kind, Tally>)[]
  differences: TruthLine[]
}

/** Reads one of the three. @throws NotASampleError */
export async function readSampleFile<T>(folder: string, name: string): Promise<T> {
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8')) as T
  } catch {
    throw new NotASampleError(folder, name)
  }
}

/** @throws NotASampleError when a file is not the one that was written */
export async function assertWhole(folder: string, entry: ManifestEntry): Promise<void> {
  const found = await sha256Of(join(folder, entry.file)).catch(() => null)
  if (found !== entry.sha256) throw new NotASampleError(folder, entry.file)
}
