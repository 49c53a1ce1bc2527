import type { PassThrough } from 'node:stream'
import { formatDay } from '#core/days'
import ReportDocument from '#core/documents/report_document'
import { writtenFeddan } from '#registry/geo/feddan'
import type EncroachmentCase from '#registry/models/encroachment_case'
import type RemovalOrder from '#registry/models/removal_order'

interface Facts {
  kase: EncroachmentCase
  order: RemovalOrder
  minutes: {
    number: string
    inspected_on: string
    maker: string
    issuer: string
    surveyor: string
  }
  /** Where the case is looked up. */
  url: string
}

const KINDS: Readonly<Record<string, string>> = {
  building: 'بناء',
  added_floor: 'تعلية',
  fence: 'سور',
  cultivation: 'زراعة',
  excavation: 'حفر وتجريف',
  fill: 'ردم',
  occupation: 'إشغال',
  other: 'تعد آخر',
}

/**
 * The removal order (قرار إزالة) as it is signed and served: number, legal basis, what was found and
 * answered, what is ordered, the days to leave and to challenge it. An order of the State is in Arabic
 * whatever the reader's language; its foot carries the fingerprint of what was issued.
 */
export async function printRemovalOrder(
  { kase, order, minutes, url }: Facts,
  target: PassThrough
): Promise<void> {
  const day = (value: string) => formatDay(value, 'ar')
  const area = String(kase.areaM2).replace(/\.?0+$/, '')
  const document = new ReportDocument(target, {
    title: 'قرار إزالة تعد بالطريق الإداري',
    subtitle: `رقم ${order.orderNo}`,
    organisation: [kase.unit.nameAr, 'إدارة أملاك الدولة'],
    locale: 'ar',
    reportNumber: order.orderNo!,
    qr: url,
    question: [
      ['رقم الملف', kase.caseNo],
      ['تاريخ القرار', day(order.issuedOn!)],
      ['الحائز', kase.occupierName],
      ['نوع التعدي', KINDS[kase.kind] ?? kase.kind],
      ['المساحة', `${area} م² (${writtenFeddan(kase.areaM2!)})`],
      ['الموقع', kase.place ?? '—'],
    ],
  })
  document.heading('بعد الاطلاع على')
  document.paragraph(`${order.legalBasis}؛`)
  document.paragraph(
    `ومحضر المعاينة رقم ${minutes.number} المؤرخ ${day(minutes.inspected_on)} المحرر بمعرفة ${minutes.surveyor}؛`
  )
  document.paragraph(
    'وعلى رأي الشئون القانونية المؤيد بالمستندات بأن التعدي ظاهر ولا يستند الحائز فيه إلى سند له مظهر الحق؛'
  )
  document.heading('قرر')
  document.paragraph(
    `المادة الأولى: يزال بالطريق الإداري التعدي الواقع على أملاك الدولة من ${kase.occupierName}، وبيانه: ${order.subject}`
  )
  document.paragraph(
    `المادة الثانية: يمهل الحائز لإزالة التعدي بنفسه حتى يوم ${day(order.leaveBy!)}، فإن لم يفعل نفذ القرار على نفقته مع إلزامه برد الشيء إلى أصله.`
  )
  document.paragraph(
    'المادة الثالثة: يستحق مقابل انتفاع عن كل يوم من تاريخ وضع اليد حتى تمام الإزالة، ويحصل بالطريق الإداري.'
  )
  document.paragraph(
    `المادة الرابعة: لذوي الشأن التظلم من هذا القرار أو الطعن فيه حتى يوم ${day(order.grievanceUntil!)}.`
  )
  document.paragraph('المادة الخامسة: يعلن هذا القرار إلى الحائز، وعلى الجهات المختصة تنفيذه.')
  document.details([
    ['مهلة الإزالة الذاتية', day(order.leaveBy!)],
    ['آخر موعد للتظلم', day(order.grievanceUntil!)],
    ['أعلن في', order.noticedOn ? day(order.noticedOn) : 'لم يعلن بعد'],
    ['موعد التأمين', order.securityOn ? day(order.securityOn) : 'لم يحدد بعد'],
  ])
  document.signatures([
    { role: 'أعده', name: minutes.maker },
    { role: 'السلطة المختصة', name: minutes.issuer },
    { role: 'خاتم شعار الجمهورية' },
  ])
  await document.close({ seal: order.documentHash!.toString('hex').slice(0, 16) })
}
