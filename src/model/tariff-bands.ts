/** Tariffs by minutes, as in the Dutch list of 2013: every product of a group covers a band of minutes. */

export interface TariffBand {
  readonly code: string;
  readonly group: string;
  readonly label: string;
  /** First and last minute, both included; absent = not by minutes, or without end. */
  readonly minMinutes?: number;
  readonly maxMinutes?: number;
  readonly amountCents: number;
}

export interface TariffBands {
  readonly id: string;
  readonly bands: readonly TariffBand[];
  readonly sha256: string;
}
