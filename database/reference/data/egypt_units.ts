/**
 * The units of Egyptian local government as the house first knows them. Codes begin with ISO 3166-2;
 * what follows is ours and permanent. Names may later change on the page, where history is kept.
 */

/** Kind of unit: code, Arabic name, English name. The order is the order of the tree. */
export const KINDS: readonly (readonly [string, string, string])[] = [
  ['ministry', 'وزارة', 'Ministry'],
  ['governorate', 'محافظة', 'Governorate'],
  ['headquarters', 'ديوان عام', 'Headquarters'],
  ['directorate', 'مديرية', 'Directorate'],
  ['markaz', 'مركز ومدينة', 'Markaz and city'],
  ['city', 'مدينة', 'City'],
  ['district', 'حي', 'District'],
  ['village_unit', 'وحدة محلية قروية', 'Village unit'],
]

/** Governorates: code in the national id, ISO 3166-2 code, Arabic name, English name. */
export const GOVERNORATES: readonly (readonly [string, string, string, string])[] = [
  ['01', 'EG-C', 'القاهرة', 'Cairo'],
  ['02', 'EG-ALX', 'الإسكندرية', 'Alexandria'],
  ['03', 'EG-PTS', 'بورسعيد', 'Port Said'],
  ['04', 'EG-SUZ', 'السويس', 'Suez'],
  ['11', 'EG-DT', 'دمياط', 'Damietta'],
  ['12', 'EG-DK', 'الدقهلية', 'Dakahlia'],
  ['13', 'EG-SHR', 'الشرقية', 'Sharqia'],
  ['14', 'EG-KB', 'القليوبية', 'Qalyubia'],
  ['15', 'EG-KFS', 'كفر الشيخ', 'Kafr El Sheikh'],
  ['16', 'EG-GH', 'الغربية', 'Gharbia'],
  ['17', 'EG-MNF', 'المنوفية', 'Monufia'],
  ['18', 'EG-BH', 'البحيرة', 'Beheira'],
  ['19', 'EG-IS', 'الإسماعيلية', 'Ismailia'],
  ['21', 'EG-GZ', 'الجيزة', 'Giza'],
  ['22', 'EG-BNS', 'بني سويف', 'Beni Suef'],
  ['23', 'EG-FYM', 'الفيوم', 'Fayoum'],
  ['24', 'EG-MN', 'المنيا', 'Minya'],
  ['25', 'EG-AST', 'أسيوط', 'Asyut'],
  ['26', 'EG-SHG', 'سوهاج', 'Sohag'],
  ['27', 'EG-KN', 'قنا', 'Qena'],
  ['28', 'EG-ASN', 'أسوان', 'Aswan'],
  ['29', 'EG-LX', 'الأقصر', 'Luxor'],
  ['31', 'EG-BA', 'البحر الأحمر', 'Red Sea'],
  ['32', 'EG-WAD', 'الوادي الجديد', 'New Valley'],
  ['33', 'EG-MT', 'مطروح', 'Matrouh'],
  ['34', 'EG-SIN', 'شمال سيناء', 'North Sinai'],
  ['35', 'EG-JS', 'جنوب سيناء', 'South Sinai'],
]

/** A local unit: last part of its code, Arabic and English name, and the districts inside it. */
type Local = readonly [code: string, ar: string, en: string, districts?: readonly Local[]]

/** Under each governorate, its local units by kind, where public lists name them. */
export const LOCAL_UNITS: Readonly<
  Record<
    string,
    { markaz?: readonly Local[]; city?: readonly Local[]; district?: readonly Local[] }
  >
> = {
  'EG-FYM': {
    markaz: [
      ['FYM', 'الفيوم', 'Fayoum'],
      ['SNR', 'سنورس', 'Sinnuris'],
      ['ETS', 'إطسا', 'Itsa'],
      ['TAM', 'طامية', 'Tamiya'],
      ['IBS', 'إبشواي', 'Ibsheway'],
      ['YSF', 'يوسف الصديق', 'Yusuf El Seddik'],
    ],
    city: [['NFY', 'الفيوم الجديدة', 'New Fayoum']],
  },
  'EG-KB': {
    markaz: [
      ['BNH', 'بنها', 'Banha'],
      ['QLB', 'قليوب', 'Qalyub'],
      ['QNK', 'القناطر الخيرية', 'El Qanater El Khayreya'],
      ['SHQ', 'شبين القناطر', 'Shibin El Qanater'],
      ['KHN', 'الخانكة', 'El Khanka'],
      ['KSH', 'كفر شكر', 'Kafr Shukr'],
      ['TKH', 'طوخ', 'Toukh'],
    ],
    city: [
      [
        'SHK',
        'شبرا الخيمة',
        'Shubra El Kheima',
        [
          ['SHR', 'حي شرق شبرا الخيمة', 'East Shubra El Kheima District'],
          ['GHR', 'حي غرب شبرا الخيمة', 'West Shubra El Kheima District'],
        ],
      ],
      ['QHA', 'قها', 'Qaha'],
      ['KHS', 'الخصوص', 'El Khosous'],
      ['OBR', 'العبور', 'El Obour'],
    ],
  },
  'EG-DK': {
    markaz: [
      [
        'MNS',
        'المنصورة',
        'Mansoura',
        [
          ['SHR', 'حي شرق المنصورة', 'East Mansoura District'],
          ['GHR', 'حي غرب المنصورة', 'West Mansoura District'],
        ],
      ],
      ['TLK', 'طلخا', 'Talkha'],
      ['MGH', 'ميت غمر', 'Mit Ghamr'],
      ['DKR', 'دكرنس', 'Dekernes'],
      ['AGA', 'أجا', 'Aga'],
      ['MNN', 'منية النصر', 'Minyat El Nasr'],
      ['SNB', 'السنبلاوين', 'El Senbellawein'],
      ['BNO', 'بني عبيد', 'Beni Ebeid'],
      ['MNZ', 'المنزلة', 'El Manzala'],
      ['TMA', 'تمي الأمديد', 'Temay El Amdid'],
      ['GML', 'الجمالية', 'El Gamaliya'],
      ['SHB', 'شربين', 'Sherbin'],
      ['MTR', 'المطرية', 'El Matareya'],
      ['BLQ', 'بلقاس', 'Belqas'],
      ['MSL', 'ميت سلسيل', 'Mit Salsil'],
      ['NBR', 'نبروه', 'Nabaroh'],
      ['MHD', 'محلة دمنة', 'Mahallat Damana'],
    ],
    city: [
      ['KRD', 'الكردي', 'El Kurdi'],
      ['GMS', 'جمصة', 'Gamasa'],
    ],
  },
  'EG-PTS': {
    district: [
      ['SHR', 'حي الشرق', 'El Sharq District'],
      ['ARB', 'حي العرب', 'El Arab District'],
      ['MNK', 'حي المناخ', 'El Manakh District'],
      ['DWH', 'حي الضواحي', 'El Dawahy District'],
      ['ZHR', 'حي الزهور', 'El Zohour District'],
      ['GNB', 'حي الجنوب', 'El Ganoub District'],
      ['GHR', 'حي غرب', 'Gharb District'],
    ],
    city: [['FOD', 'بورفؤاد', 'Port Fouad']],
  },
  'EG-LX': {
    markaz: [
      ['ZYN', 'الزينية', 'El Zeiniya'],
      ['BYD', 'البياضية', 'El Bayadiya'],
      ['QRN', 'القرنة', 'El Qurna'],
      ['ARM', 'أرمنت', 'Armant'],
      ['TOD', 'الطود', 'El Tod'],
      ['ESN', 'إسنا', 'Esna'],
    ],
    city: [
      ['LXR', 'الأقصر', 'Luxor'],
      ['TYB', 'طيبة الجديدة', 'New Tiba'],
    ],
  },
  'EG-C': {
    district: [
      ['SHB', 'حي شبرا', 'Shubra District'],
      ['RFG', 'حي روض الفرج', 'Rod El Farag District'],
      ['SHL', 'حي الساحل', 'El Sahel District'],
      ['SRB', 'حي الشرابية', 'El Sharabiya District'],
      ['ZHM', 'حي الزاوية الحمراء', 'El Zawya El Hamra District'],
      ['HQB', 'حي حدائق القبة', 'Hadayek El Qobba District'],
      ['AMR', 'حي الأميرية', 'El Amiriya District'],
      ['ZTN', 'حي الزيتون', 'El Zeitoun District'],
      ['MGD', 'حي مصر الجديدة', 'Heliopolis District'],
      ['NZH', 'حي النزهة', 'El Nozha District'],
      ['NSS', 'حي شرق مدينة نصر', 'East Nasr City District'],
      ['NSG', 'حي غرب مدينة نصر', 'West Nasr City District'],
      ['SL1', 'حي السلام أول', 'El Salam First District'],
      ['SL2', 'حي السلام ثان', 'El Salam Second District'],
      ['MRG', 'حي المرج', 'El Marg District'],
      ['MTR', 'حي المطرية', 'El Matareya District'],
      ['AIN', 'حي عين شمس', 'Ain Shams District'],
      ['MNN', 'حي منشأة ناصر', 'Manshiyat Naser District'],
      ['WST', 'حي وسط', 'Wasat District'],
      ['ABD', 'حي عابدين', 'Abdeen District'],
      ['AZB', 'حي الأزبكية', 'El Azbakeya District'],
      ['MSK', 'حي الموسكي', 'El Mosky District'],
      ['BSH', 'حي باب الشعرية', 'Bab El Shaariya District'],
      ['GHR', 'حي غرب', 'Gharb District'],
      ['BLQ', 'حي بولاق', 'Boulaq District'],
      ['WYL', 'حي الوايلي', 'El Wayli District'],
      ['MSR', 'حي المعصرة', 'El Maasara District'],
      ['M15', 'حي 15 مايو', '15 May District'],
      ['HLW', 'حي حلوان', 'Helwan District'],
      ['TBN', 'حي التبين', 'El Tebbin District'],
      ['TRA', 'حي طرة', 'Tora District'],
      ['MAD', 'حي المعادي', 'El Maadi District'],
      ['BST', 'حي البساتين', 'El Basatin District'],
      ['DAR', 'حي دار السلام', 'Dar El Salam District'],
      ['MQT', 'حي المقطم', 'El Mokattam District'],
      ['SYZ', 'حي السيدة زينب', 'El Sayeda Zeinab District'],
      ['KHL', 'حي الخليفة', 'El Khalifa District'],
      ['MQD', 'حي مصر القديمة', 'Old Cairo District'],
    ],
  },
}

/** A unit ready to be opened: parents come before their children. */
export interface SeedUnit {
  code: string
  kind: string
  nameAr: string
  nameEn: string
  parent: string | null
  nationalCode: string | null
}

/** The whole tree, from the ministry down. */
export function seedUnits(): SeedUnit[] {
  const units: SeedUnit[] = []
  const add = (
    code: string,
    kind: string,
    nameAr: string,
    nameEn: string,
    parent: string | null,
    nationalCode: string | null = null
  ) => units.push({ code, kind, nameAr, nameEn, parent, nationalCode })

  add('EG', 'ministry', 'وزارة التنمية المحلية', 'Ministry of Local Development', null)
  for (const [nationalCode, code, ar, en] of GOVERNORATES) {
    add(code, 'governorate', `محافظة ${ar}`, `${en} Governorate`, 'EG', nationalCode)
    add(`${code}-HQ`, 'headquarters', `ديوان عام محافظة ${ar}`, `${en} Headquarters`, code)
    const local = LOCAL_UNITS[code] ?? {}
    for (const [part, name, english, districts] of local.markaz ?? []) {
      add(`${code}-${part}`, 'markaz', `مركز ومدينة ${name}`, `${english} Markaz`, code)
      addDistricts(`${code}-${part}`, districts)
    }
    for (const [part, name, english, districts] of local.city ?? []) {
      add(`${code}-${part}`, 'city', `مدينة ${name}`, `${english} City`, code)
      addDistricts(`${code}-${part}`, districts)
    }
    addDistricts(code, local.district)
  }
  return units

  function addDistricts(parent: string, districts: readonly Local[] = []) {
    for (const [part, name, english] of districts) {
      add(`${parent}-${part}`, 'district', name, english, parent)
    }
  }
}
