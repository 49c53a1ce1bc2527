import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class QueueWork extends BaseCommand {
  static override commandName = 'queue:work'
  static override description = 'Run the worker: jobs, relay, sweeper and schedules'
  static override options: CommandOptions = { startApp: true, staysAlive: true }

  @flags.boolean({ description: 'Jobs only: another worker keeps the daily schedules' })
  declare jobsOnly: boolean

  override async run() {
    const { WorkerProcess } = await import('#core/jobs/worker')
    const { sealTrail } = await import('#audit/seal')
    const { default: MoveRightsJob } = await import('#registry/jobs/move_rights_job')
    const { default: ChargeUsageJob } = await import('#registry/jobs/charge_usage_job')
    const { default: TakeEffectJob } = await import('#registry/jobs/take_effect_job')
    const { default: RaiseAlertsJob } = await import('#budget/jobs/raise_alerts_job')
    const { default: BillMonthJob } = await import('#revenue/jobs/bill_month_job')
    const { default: PostRecurringJob } = await import('#accounts/jobs/post_recurring_job')
    const { default: HoldingNoticesJob } = await import('#accounts/jobs/raise_holding_notices_job')
    const schedules = [
      { everySeconds: 600, run: () => sealTrail() },
      { everySeconds: 600, run: () => TakeEffectJob.ofToday() },
      { everySeconds: 3600, run: () => MoveRightsJob.ofToday() },
      { everySeconds: 3600, run: () => ChargeUsageJob.ofToday() },
      { everySeconds: 3600, run: () => BillMonthJob.ofThisMonth() },
      { everySeconds: 3600, run: () => PostRecurringJob.ofThisMonth() },
      { everySeconds: 3600, run: () => RaiseAlertsJob.ofThisHour() },
      { everySeconds: 3600, run: () => HoldingNoticesJob.ofToday() },
    ]
    const worker = new WorkerProcess(this.jobsOnly ? [] : schedules)
    this.app.terminating(() => worker.stop())
    await worker.start()
    // Told to end while it was starting: the hook above found nothing to stop.
    if (this.app.isTerminating || this.app.isTerminated) return worker.stop()
    this.logger.info('worker ready')
  }
}
