/** What a trial returns: a figure set against its limit. */

export interface TrialResult {
  /** What was tried, on what. */
  readonly text: string;
  readonly figure: string;
  readonly limit: string;
  readonly verdict: 'holds' | 'fails';
}

export interface TrialModule {
  trial(): Promise<TrialResult | readonly TrialResult[]>;
}
