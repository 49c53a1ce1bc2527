/** How a unit's clerks save their files. */
export interface Dialect {
  encoding: 'utf8' | 'windows1256'
  separator: ',' | ';'
  /** Share of the cashiers who write Arabic-Indic digits; that code page has none. */
  arabicDigits: number
}

export interface SampleAccount {
  unit: string
  iban: string
  nameAr: string
  nameEn: string
  bankAr: string
  purpose: 'revenue' | 'electronic'
}

/** A unit of the sample governorate. */
export interface Place {
  code: string
  /** Last part of the code. */
  short: string
  /** One digit that begins its slip numbers and payment references. */
  digit: number
  nameAr: string
  nameEn: string
  latin: string
  /** Share of the governorate's sites. */
  weight: number
  latitude: number
  longitude: number
  dialect: Dialect
  accounts: { cash: SampleAccount; electronic: SampleAccount }
}

/** The sample of demonstrations; tests use trees of their own with the same units. */
export const SAMPLE_GOVERNORATE = 'EG-FYM'

const UTF8: Dialect = { encoding: 'utf8', separator: ',', arabicDigits: 0.5 }
const UTF8_SEMICOLON: Dialect = { encoding: 'utf8', separator: ';', arabicDigits: 0.5 }
const OLD: Dialect = { encoding: 'windows1256', separator: ';', arabicDigits: 0 }
const OLD_COMMA: Dialect = { encoding: 'windows1256', separator: ',', arabicDigits: 0 }

/** The units of the governorate with sites, the smallest first: what they cannot hold falls to the largest. */
export function placesOf(governorate: string): Place[] {
  const place = (...[digit, short, ...rest]: [number, string, ...Rest]) =>
    placeOf(governorate, digit, short, ...rest)
  return [
    place(8, 'NFY', 'الفيوم الجديدة', 'New Fayoum', 0.05, 29.212, 30.872, UTF8_SEMICOLON),
    place(1, 'HQ', 'ديوان عام محافظة الفيوم', 'Fayoum Headquarters', 0.05, 29.309, 30.842, UTF8),
    place(7, 'YSF', 'يوسف الصديق', 'Yusuf El Seddik', 0.07, 29.372, 30.452, OLD),
    place(6, 'IBS', 'إبشواي', 'Ibsheway', 0.09, 29.359, 30.682, OLD_COMMA),
    place(5, 'TAM', 'طامية', 'Tamiya', 0.11, 29.477, 30.962, UTF8),
    place(4, 'ETS', 'إطسا', 'Itsa', 0.14, 29.238, 30.789, OLD),
    place(3, 'SNR', 'سنورس', 'Sinnuris', 0.16, 29.409, 30.866, UTF8_SEMICOLON),
    place(2, 'FYM', 'الفيوم', 'Fayoum', 0.33, 29.3085, 30.8418, UTF8),
  ]
}

/** Accounts of these places, each once. */
export function accountsOf(places: readonly Place[]): SampleAccount[] {
  return [...new Set(places.flatMap(({ accounts }) => [accounts.cash, accounts.electronic]))]
}

type Rest = [
  nameAr: string,
  nameEn: string,
  weight: number,
  latitude: number,
  longitude: number,
  dialect: Dialect,
]

function placeOf(governorate: string, digit: number, short: string, ...rest: Rest): Place {
  const [nameAr, nameEn, weight, latitude, longitude, dialect] = rest
  const code = `${governorate}-${short}`
  const own = bankDigits(governorate)
  const cash: SampleAccount = {
    unit: code,
    iban: iban('0003', String(600 + digit).padStart(4, '0'), `4${digit}${own}30${digit}`),
    nameAr: `حساب إيرادات ${nameAr}`,
    nameEn: `Revenue account, ${nameEn}`,
    bankAr: 'البنك الأهلي المصري',
    purpose: 'revenue',
  }
  const electronic: SampleAccount = {
    unit: code,
    iban: iban('0002', String(300 + digit).padStart(4, '0'), `7${digit}${own}04${digit}`),
    nameAr: `حساب المتحصلات الإلكترونية ${nameAr}`,
    nameEn: `Electronic collections account, ${nameEn}`,
    bankAr: 'بنك مصر',
    purpose: 'electronic',
  }
  // Small units keep one account for everything.
  const two = short === 'FYM' || short === 'HQ' || short === 'SNR'
  return {
    code,
    short,
    digit,
    nameAr,
    nameEn,
    latin: nameEn.toUpperCase(),
    weight,
    latitude,
    longitude,
    dialect,
    accounts: { cash, electronic: two ? electronic : cash },
  }
}

/** Ten digits that a governorate's accounts share; another governorate has others. */
function bankDigits(governorate: string): string {
  let sum = 0n
  for (const character of governorate)
    sum = (sum * 131n + BigInt(character.charCodeAt(0))) % 9_999_999_967n
  return String(sum).padStart(10, '0')
}

/** An Egyptian IBAN with its two check digits (ISO 7064 MOD 97-10). */
function iban(bank: string, branch: string, account: string): string {
  const body = `${bank}${branch}${account.padStart(17, '0')}`
  // E is 14 and G is 16.
  const check = 98n - (BigInt(`${body}141600`) % 97n)
  return `EG${String(check).padStart(2, '0')}${body}`
}
