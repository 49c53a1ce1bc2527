import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ReportDocument from '#core/documents/report_document'
import WorkbookWriter from '#core/sheets/workbook_writer'
import { interleave, round, spreadOf, type Benchmark, type Sample } from '../harness.js'
import { writeFloor } from './floor.js'
import { COLUMNS, registerRows } from './rows.js'

type Write = (file: string, rows: number) => Promise<Record<string, unknown>>

/** Rows to an Excel workbook, beside the bare values compressed to disk. */
export const sheets = outputBenchmark(
  'sheets',
  'a register of ten columns to an Excel workbook',
  [100_000, 1_000_000],
  async (file, rows) => {
    const book = new WorkbookWriter(file, { title: 'كشف المستحقات' })
    await book.sheet({ name: 'المستحقات', columns: COLUMNS, rows: registerRows(rows) })
    const { bytes } = await book.close()
    return { bytes }
  }
)

/** Rows to a printed register, beside the bare values compressed to disk. */
export const documents = outputBenchmark(
  'documents',
  'a register of ten columns to a PDF of Arabic tables',
  [30_000],
  async (file, rows) => {
    const report = new ReportDocument(file, { title: 'كشف المستحقات', orientation: 'landscape' })
    await report.table({ columns: COLUMNS, rows: registerRows(rows) })
    return report.close()
  }
)

function outputBenchmark(name: string, about: string, sizes: number[], write: Write): Benchmark {
  return {
    name,
    about,
    rows: sizes,
    repeats: 5,
    async run({ rows: counts, repeats, say }) {
      const folder = await mkdtemp(join(tmpdir(), 'bench-outputs-'))
      try {
        const results = []
        for (const rows of counts) {
          const file = join(folder, name)
          let made: Record<string, unknown> = {}
          const samples = await interleave(
            repeats,
            () => sample(() => writeFloor(`${file}.floor`, rows)),
            () => sample(async () => (made = await write(file, rows))),
            say
          )
          const floor = spreadOf(samples.floor.map(({ seconds }) => seconds))
          const ours = spreadOf(samples.ours.map(({ seconds }) => seconds))
          results.push({
            name,
            rows,
            floor,
            ours,
            ratio: round(ours.median / floor.median, 2),
            peakRssMb: Math.max(...samples.ours.map(({ peakRssMb }) => peakRssMb ?? 0)),
            rowsPerSecond: Math.round(rows / ours.median),
            ...made,
          })
        }
        return results
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

/** The memory is that of this whole process, the application included. */
async function sample(work: () => Promise<unknown>): Promise<Sample> {
  let peak = 0
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()))
  const watch = setInterval(look, 20)
  const begun = performance.now()
  await work()
  const seconds = (performance.now() - begun) / 1000
  clearInterval(watch)
  look()
  return { seconds, peakRssMb: Math.round(peak / (1024 * 1024)) }
}
