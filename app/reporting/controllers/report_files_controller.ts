import type { HttpContext } from '@adonisjs/core/http'
import { ReportNotReadyError } from '#reporting/errors'
import ReportRun from '#reporting/models/report_run'

/** The file of a produced report. */
export default class ReportFilesController {
  async show({ auth, params, response }: HttpContext) {
    const report = await ReportRun.visibleTo(auth.user!)
      .where('report_runs.id', params.id)
      .preload('file')
      .firstOrFail()
    if (!report.isReady) throw new ReportNotReadyError(report.number)
    response
      .header('Content-Type', report.file.mediaType)
      .header('Cache-Control', 'private, no-store')
      .header('Content-Disposition', `attachment; filename="${report.fileName}"`)
    return response.download(report.file.absolutePath)
  }
}
