import type { Calendar } from '#reporting/sample/calendar'
import type { Charge, Deposit, Party, Receipt, Right, Site } from '#reporting/sample/facts'
import type { Place, SampleAccount } from '#reporting/sample/places'
import type { Random } from '#reporting/sample/random'

/** A share of a whole that units take in turn: the part between two fractions of it. */
export interface Slice {
  from: number
  to: number
}

/** Everything of one unit, before any file is written. Units are made and written one by one. */
export class UnitWorld {
  readonly parties: Party[] = []
  readonly sites: Site[] = []
  /** By month of the sample. */
  readonly charges: Charge[][]
  /** Rights in force for which a period was left out, by month. */
  readonly neverCharged: Right[][]
  /** Rights whose ending leaves somebody in place. */
  readonly expired: Right[] = []
  receipts: Receipt[] = []
  /** Numbers that no receipt carries, with the month of the next receipt of the book. */
  readonly gaps: { key: string; month: number }[] = []
  deposits: Deposit[] = []
  readonly cashiers: string[]

  constructor(
    readonly place: Place,
    readonly calendar: Calendar,
    readonly random: Random,
    readonly slice: Slice,
    readonly size: { sites: number; bookSize: number },
    /** All accounts of the governorate: money goes astray among them. */
    readonly allAccounts: readonly SampleAccount[]
  ) {
    this.charges = calendar.months.map(() => [])
    this.neverCharged = calendar.months.map(() => [])
    const count = 1 + Math.floor(Math.sqrt(this.portion(size.sites) / 60))
    this.cashiers = Array.from({ length: count }, (_, index) => `${place.short}-C${index + 1}`)
  }

  /** This unit's part of a governorate-wide count. */
  portion(total: number): number {
    return Math.floor(total * this.slice.to) - Math.floor(total * this.slice.from)
  }
}
