import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { addDays, today, type Day } from '#core/days'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import type User from '#identity/models/user'
import KeepDocument from '#registry/actions/keep_document'
import CarryOutRemoval from '#registry/encroachments/actions/carry_out_removal'
import DecideLegalisation from '#registry/encroachments/actions/decide_legalisation'
import EstablishFacts from '#registry/encroachments/actions/establish_facts'
import Legalise from '#registry/encroachments/actions/legalise'
import type { CaseInput } from '#registry/encroachments/actions/case_record'
import OpenCase from '#registry/encroachments/actions/open_case'
import OrderRemoval from '#registry/encroachments/actions/order_removal'
import ScreenCase from '#registry/encroachments/actions/screen_case'
import type { CaseState } from '#registry/encroachments/life'
import EncroachmentCase from '#registry/models/encroachment_case'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

let made = 0

/** A day so many days before today. */
export const ago = (days: number): Day => addDays(today(), -days)

/** A unit with everyone a case needs: officer, surveyor, lawyer, head, executor. */
export class CasesWorld {
  private constructor(
    readonly unitId: number,
    readonly officer: User,
    readonly surveyor: User,
    readonly lawyer: User,
    readonly head: User,
    readonly executor: User
  ) {}

  static async make(): Promise<CasesWorld> {
    const unitId = await aUnit()
    const person = (role: string, fullName: string) => aPerson({ unitId, roles: [role], fullName })
    return new CasesWorld(
      unitId,
      await person('property_officer', 'مسؤول الأملاك'),
      await person('surveyor', 'المسّاح'),
      await person('legal_officer', 'عضو القانونية'),
      await person('property_head', 'مدير الأملاك'),
      await person('removal_officer', 'مسؤول الإزالة')
    )
  }

  by = (user: User, on?: Day) => ({ by: user.asActor(), on })

  open(changes: Partial<CaseInput> = {}): Promise<EncroachmentCase> {
    return new OpenCase().handle(
      {
        unitId: this.unitId,
        source: 'inspection',
        sourceRef: `REF-${process.pid}-${++made}`,
        kind: 'building',
        ground: 'built',
        description: 'سور ومبنى من دور واحد على أرض أملاك دولة',
        occupierName: 'سيد عبد الله',
        areaM2: '100.0000',
        detectedOn: ago(300),
        ...changes,
      },
      { by: this.officer.asActor() }
    )
  }

  async paper(caseId: number, title = 'كشف رسمي'): Promise<number> {
    const from = join(tmpdir(), `case-${process.pid}-${++made}`)
    await writeFile(from, `%PDF-1.4 ${process.pid} ${made}`)
    const { document } = await new KeepDocument().handle(
      {
        unitId: this.unitId,
        kind: 'letter',
        title,
        file: { from, originalName: 'scan.pdf' },
        links: [{ type: 'encroachment', id: caseId }],
      },
      { by: SYSTEM }
    )
    return Number(document.id)
  }

  async minutes(kase: EncroachmentCase, changes: { possessionFrom?: Day; areaM2?: string } = {}) {
    await new ScreenCase().unlawful(kase.id, {
      ...this.by(this.officer, ago(290)),
      note: 'أرض دولة',
    })
    await new EstablishFacts().inspect(kase.id, this.by(this.surveyor, ago(280)))
    return new EstablishFacts().writeMinutes(
      kase.id,
      {
        number: `${++made}`,
        inspectedOn: ago(280),
        findings: 'مبنى من الطوب الأحمر وسور',
        possessionFrom: ago(310),
        possessionShownBy: 'إيصال كهرباء',
        ...changes,
      },
      this.by(this.surveyor, ago(279))
    )
  }

  async answer(kase: EncroachmentCase, verdict: 'manifest' | 'arguable' = 'manifest') {
    const documentIds = [await this.paper(kase.id)]
    return new EstablishFacts().answerTitle(
      kase.id,
      { verdict, reasons: 'لا سند للحائز', documentIds },
      this.by(this.lawyer, ago(270))
    )
  }

  /** A case brought to a state of the way of removal or legalisation. */
  async at(state: CaseState, changes: Partial<CaseInput> = {}): Promise<EncroachmentCase> {
    const kase = await this.open(changes)
    const removal = new CarryOutRemoval()
    const file = new Legalise()
    const steps: [CaseState, () => Promise<unknown>][] =
      state in FILE_ORDER
        ? [
            ['minuted', () => this.minutes(kase)],
            ['filed', () => this.file(kase)],
            ['fees_paid', () => this.payFees(kase)],
            [
              'file_inspected',
              () => file.inspect(kase.id, { ...this.by(this.surveyor, ago(240)), note: 'مطابق' }),
            ],
            [
              'valued',
              () =>
                file.value(
                  kase.id,
                  { valuation: Money.of('50000') },
                  this.by(this.officer, ago(230))
                ),
            ],
            [
              'rejected',
              () =>
                new DecideLegalisation().reject(kase.id, {
                  by: this.head,
                  on: ago(220),
                  committeeNo: '7',
                  note: 'داخل حرم الطريق',
                }),
            ],
          ]
        : [
            ['minuted', () => this.minutes(kase)],
            ['manifest', () => this.answer(kase)],
            ['ordered', () => this.draft(kase)],
            ['issued', () => new OrderRemoval().issue(kase.id, { by: this.head, on: ago(250) })],
            ['notified', () => this.notify(kase)],
            [
              'scheduled',
              () =>
                removal.setSecurity(
                  kase.id,
                  { securityOn: ago(200), body: 'مديرية الأمن' },
                  this.by(this.executor, ago(230))
                ),
            ],
            ['executed', () => this.execute(kase)],
            ['restored', () => removal.restore(kase.id, this.by(this.executor, ago(190)))],
            [
              'handed_over',
              () =>
                removal.handOver(
                  kase.id,
                  { to: 'حماية أملاك الدولة' },
                  this.by(this.executor, ago(185))
                ),
            ],
            [
              'removed',
              () =>
                removal.reinspect(
                  kase.id,
                  { clear: true },
                  { ...this.by(this.surveyor, ago(180)), note: 'الموقع خال' }
                ),
            ],
          ]
    for (const [reached, step] of steps) {
      await step()
      if (reached === state) break
    }
    return EncroachmentCase.findOrFail(kase.id)
  }

  draft(kase: EncroachmentCase, by = this.officer) {
    return new OrderRemoval().draft(
      kase.id,
      { subject: 'إزالة مبنى من دور واحد وسور' },
      this.by(by, ago(260))
    )
  }

  notify(kase: EncroachmentCase) {
    return new CarryOutRemoval().serveNotice(
      kase.id,
      { how: 'police', proof: 'محضر إعلان 12 أحوال' },
      this.by(this.executor, ago(240))
    )
  }

  execute(kase: EncroachmentCase, by = this.executor, on = ago(200)) {
    return new CarryOutRemoval().execute(kase.id, { ...this.by(by, on), note: 'أزيل بالكامل' })
  }

  file(kase: EncroachmentCase, portalNo = `N-${process.pid}-${++made}`) {
    return new Legalise().file(
      kase.id,
      {
        portalNo,
        filedOn: ago(260),
        applicantName: 'سيد عبد الله',
        ground: 'built',
        areaM2: '100.0000',
      },
      this.by(this.officer, ago(260))
    )
  }

  payFees(kase: EncroachmentCase, amount = '600.00') {
    return new Legalise().payFees(
      kase.id,
      { receiptNo: '881', amount: Money.of(amount) },
      this.by(this.officer, ago(250))
    )
  }

  async accrued(caseId: number): Promise<{ amount: string; days: number }> {
    const row = await db
      .from('usage_accruals')
      .where('case_id', caseId)
      .sum('amount as amount')
      .sum('days as days')
      .firstOrFail()
    return { amount: row.amount ?? '0.00', days: Number(row.days ?? 0) }
  }
}

const FILE_ORDER: Partial<Record<CaseState, true>> = {
  filed: true,
  fees_paid: true,
  file_inspected: true,
  valued: true,
  rejected: true,
}
