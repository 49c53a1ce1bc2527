import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Month } from '#core/fiscal'
import { Calendar } from '#reporting/sample/calendar'
import { FolderTakenError } from '#reporting/sample/errors'
import { writeLand } from '#reporting/sample/files/land_files'
import { writeMoney } from '#reporting/sample/files/money_files'
import { inLoadingOrder, type ManifestEntry } from '#reporting/sample/files/manifest'
import { writeRegistry } from '#reporting/sample/files/registry_files'
import { writeStatements } from '#reporting/sample/files/statement_files'
import { writeTruth } from '#reporting/sample/files/truth_file'
import {
  accountsOf,
  placesOf,
  SAMPLE_GOVERNORATE,
  type Place,
  type SampleAccount,
} from '#reporting/sample/places'
import { Quotas } from '#reporting/sample/quotas'
import { Random } from '#reporting/sample/random'
import { tellBank } from '#reporting/sample/stories/bank'
import { tellCharges } from '#reporting/sample/stories/charges'
import { tellDeposits } from '#reporting/sample/stories/deposits'
import { tellReceipts } from '#reporting/sample/stories/receipts'
import { tellRights } from '#reporting/sample/stories/rights'
import { Truth } from '#reporting/sample/truth'
import { BankWriter, type Statements } from '#reporting/sample/world/bank'
import { makeCharges } from '#reporting/sample/world/charges'
import { makeDeposits } from '#reporting/sample/world/deposits'
import { belongingsOf } from '#reporting/sample/world/equipment'
import { parcelsOf } from '#reporting/sample/world/land'
import { makeSites } from '#reporting/sample/world/registry'
import { numberReceipts } from '#reporting/sample/world/books'
import { UnitWorld } from '#reporting/sample/world/unit_world'
import type { Code } from '#reporting/sample/facts'

export interface SampleOptions {
  seed: number
  sites: number
  months: number
  /** The last month of the sample; the one before the current when left out. */
  lastMonth?: Month
  /** Code of the governorate: `EG-FYM` when left out; units below it carry the same last parts. */
  governorate?: string
  /** Degrees of latitude by which it lies south of the Fayoum: two on one ground would overlap. */
  southward?: number
  folder: string
}

export interface SampleSummary {
  folder: string
  seed: number
  months: string[]
  files: number
  rows: Record<string, number>
  differences: Record<Code, number>
}

/** What a sample's folder holds; `partial` is a workbook whose writing was cut off. */
const OURS =
  /^(((parties|sites-and-licences|charges|receipts|slips|settlements|statement|land-register)-.+\.(xlsx|csv|sta|geojson))(\.\d+\.partial)?|(accounts|manifest|truth)\.json)$/

/** A large governorate prints larger books. */
const LARGE = 20_000
/** Parcels of land to a site: most of what is let is no land, most land is not let. */
const PARCELS = 0.08

/**
 * Writes the files that a governorate would really have of so many sites and months, and
 * `truth.json` with every difference that is in them. The same options give the same bytes. Units
 * are made one after another, so that memory holds no more than the largest.
 * @throws TooFewSitesError, FolderTakenError
 */
export async function generateSample(options: SampleOptions): Promise<SampleSummary> {
  const { seed, sites, months: count, folder } = options
  const last = options.lastMonth ?? Month.current().previous()
  const months = Month.range(last.plus(1 - count), last)
  const names = months.map(String)
  await emptyFolder(folder)

  const calendar = new Calendar(months)
  const random = new Random(`diwan-sample-${seed}`)
  const truth = new Truth(names)
  const quotas = new Quotas(sites, names, random.fork('quotas'))
  const statements: Statements = new Map()
  const entries: ManifestEntry[] = []
  const cashiers: { unit: string; code: string; name: string }[] = []

  const places = placesOf(options.governorate ?? SAMPLE_GOVERNORATE).map((place) => ({
    ...place,
    latitude: place.latitude - (options.southward ?? 0),
  }))
  const accounts = accountsOf(places)
  let from = 0
  for (const place of places) {
    const to = place === places.at(-1) ? 1 : from + place.weight
    quotas.turnOf(to - from)
    const world = new UnitWorld(
      place,
      calendar,
      random.fork(place.short),
      { from, to },
      {
        sites,
        bookSize: sites > LARGE ? 5000 : 500,
      },
      accounts
    )
    from = to
    entries.push(...(await tellUnit(world, { quotas, truth, statements, folder })))
    cashiers.push(
      ...world.cashiers.map((code, index) => ({
        unit: place.code,
        code,
        name: `صراف ${index + 1} – ${place.nameAr}`,
      }))
    )
  }
  quotas.settle()

  for (const account of accounts) {
    const lines = statements.get(account.iban) ?? []
    const stream = random.fork(account.iban)
    entries.push(await writeStatements({ account, lines }, calendar, stream, truth, folder))
  }
  const land = landOf(places, sites, random.fork('land'))
  entries.push(...(await writeLand(options.governorate ?? SAMPLE_GOVERNORATE, land, folder)))
  const manifest = inLoadingOrder(entries)
  await writeJson(folder, 'accounts.json', {
    accounts: accounts.map(accountRecord(months[0]!)),
    cashiers,
  })
  await writeTruth(join(folder, 'truth.json'), {
    seed,
    units: places.map(({ code }) => code),
    truth,
  })
  await writeJson(folder, 'manifest.json', {
    governorate: options.governorate ?? SAMPLE_GOVERNORATE,
    seed,
    sites,
    months: names,
    files: manifest,
  })
  return {
    folder,
    seed,
    months: names,
    files: manifest.length,
    rows: rowsByKind(manifest),
    differences: truth.counts(),
  }
}

/** Land and belongings of all units; one unit's land is known by its corners alone. */
function landOf(places: readonly Place[], sites: number, random: Random) {
  const parcels = places.map((place) => {
    const count = Math.max(4, Math.round(place.weight * sites * PARCELS))
    return { place, parcels: parcelsOf(place, count, random.fork(place.short)) }
  })
  const surveyed = ({ place }: { place: Place }) => place.short === 'YSF'
  return {
    outlines: parcels.filter((one) => !surveyed(one)).flatMap((one) => one.parcels),
    corners: parcels.filter(surveyed).flatMap((one) => one.parcels),
    belongings: places.flatMap((place) =>
      belongingsOf(place, random.fork(`belongings/${place.short}`))
    ),
  }
}

/** From empty ground to the unit's files. */
async function tellUnit(
  world: UnitWorld,
  {
    quotas,
    truth,
    statements,
    folder,
  }: { quotas: Quotas; truth: Truth; statements: Statements; folder: string }
): Promise<ManifestEntry[]> {
  makeSites(world)
  tellRights(world, truth)
  makeCharges(world)
  tellCharges(world, quotas)
  tellReceipts(world, quotas)
  const books = numberReceipts(world, quotas)
  makeDeposits(world)
  tellDeposits(world, quotas)
  tellBank(world, quotas, new BankWriter(statements, world.place, world.random.fork('bank')))
  return [
    ...(await writeRegistry(world, folder)),
    ...(await writeMoney({ world, folder, truth }, books)),
  ]
}

function accountRecord(first: Month) {
  return (account: SampleAccount) => ({
    unit: account.unit,
    account_no: account.iban,
    name_ar: account.nameAr,
    name_en: account.nameEn,
    bank_name: account.bankAr,
    purpose: account.purpose,
    opened_on: first.plus(-24).first,
  })
}

/** A new folder, an empty one, or one of an earlier sample, whole or not, whose files go first. */
async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const found = await readdir(folder)
  if (!found.every((file) => OURS.test(file))) throw new FolderTakenError(folder)
  for (const file of found) await rm(join(folder, file))
}

function writeJson(folder: string, name: string, value: unknown): Promise<void> {
  return writeFile(join(folder, name), `${JSON.stringify(value, null, 1)}\n`)
}

function rowsByKind(entries: readonly ManifestEntry[]): Record<string, number> {
  const rows: Record<string, number> = {}
  for (const { kind, rows: count } of entries) rows[kind] = (rows[kind] ?? 0) + count
  return rows
}
