import type { Random } from '#reporting/sample/random'

const MEN =
  'محمد أحمد محمود علي حسن حسين إبراهيم مصطفى عبدالله عبدالرحمن يوسف عمر خالد سيد رمضان شعبان طه ياسر هاني أشرف عماد إسماعيل رجب كمال صلاح جمال سامي عادل مجدي فتحي'.split(
    ' '
  )
const WOMEN = 'فاطمة زينب عائشة هدى سعاد نجلاء منى هبة أسماء إيمان صفاء سناء أمل نادية كريمة'.split(
  ' '
)
const FAMILIES =
  'السيد الفيومي عبدالعظيم الجندي مرسي قرني عويس عبدالتواب الشريف أبوزيد عبدالقوي معوض طنطاوي الروبي جمعة توفيق بدوي عبدالحميد ريان صوفي القاضي الباسل والي عبدالجواد هيبة'.split(
    ' '
  )
const TRADES = [
  'للدعاية والإعلان',
  'للتجارة والتوزيع',
  'للمقاولات العامة',
  'للاستثمار العقاري',
  'للأغذية والمشروبات',
  'للأجهزة الكهربائية',
]
const FIRMS = [
  'النيل',
  'الفيوم',
  'قارون',
  'المستقبل',
  'الوادي',
  'الأمل',
  'بحر يوسف',
  'الصفا',
  'النور',
  'الريان',
  'الأهرام',
  'العاصمة',
]
const FORMS = ['شركة', 'مؤسسة', 'مكتب']

export const STREETS = [
  'الجمهورية',
  'الحرية',
  'بطل السلام',
  'جمال عبد الناصر',
  'السوق',
  'المحطة',
  'أحمد شوقي',
  'النبوي المهندس',
  'سعد زغلول',
  'الحادقة',
  'المدارس',
  'الكورنيش',
  'بحر يوسف',
  'مصطفى كامل',
  'الثورة',
  'طريق القاهرة الصحراوي',
  'دله',
  'البارودية',
  'كيمان فارس',
  'المسلة',
]

/** Three given names and a family name, as the national register writes them. */
export function personName(random: Random): string {
  const first = random.chance(0.22) ? random.pick(WOMEN) : random.pick(MEN)
  return [first, random.pick(MEN), random.pick(MEN), random.pick(FAMILIES)].join(' ')
}

export function firmName(random: Random): string {
  return `${random.pick(FORMS)} ${random.pick(FIRMS)} ${random.pick(TRADES)}`
}

/** How another hand writes the same name: letters exchanged, «عبد» apart, a family name left out. */
export function otherSpelling(name: string, random: Random): string {
  let text = name
  if (random.chance(0.5)) text = text.replace(/ة(?= |$)/g, 'ه')
  if (random.chance(0.5)) text = text.replace(/[أإ]/g, 'ا')
  if (random.chance(0.4)) text = text.replace(/ى(?= |$)/g, 'ي')
  if (random.chance(0.3)) text = text.replace(/ي(?= |$)/g, 'ى')
  if (random.chance(0.5)) text = text.replace(/عبدال/g, 'عبد ال')
  if (random.chance(0.15)) text = text.split(' ').slice(0, 3).join(' ')
  if (random.chance(0.08)) text = text.replace(/ /, '  ')
  return text
}

/** A national id of someone born in Fayoum between 1955 and 2001, with its check digit. */
export function nationalId(random: Random): string {
  const year = random.int(1955, 2001)
  const digits = [
    year < 2000 ? '2' : '3',
    String(year % 100).padStart(2, '0'),
    String(random.int(1, 12)).padStart(2, '0'),
    String(random.int(1, 28)).padStart(2, '0'),
    '23',
    String(random.int(1, 9999)).padStart(4, '0'),
  ].join('')
  const weights = [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return `${digits}${(11 - (sum % 11)) % 10}`
}

export function mobile(random: Random): string {
  return `01${random.pick(['0', '1', '2', '5'])}${random.digits(8)}`
}
