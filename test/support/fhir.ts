/** FHIR bundles for tests, as a ROM vendor writes them (STU3 document) and as others do (R4 collection). */

const SYSTEM = 'https://zorgprestatiemodel.nl/fhir/CodingSystem';

export interface Rated {
  readonly subject: string;
  /** ISO date or moment. */
  readonly date: string;
  /** By item, 1-19. */
  readonly ratings: Readonly<Record<number, number>>;
  /** Kind of problem of item 8. */
  readonly kind?: string;
}

const question = (item: number) => `HV${String(item).padStart(2, '0')}`;
const answer = (item: number, severity: number) =>
  `HA${String(5 * (item - 1) + 1 + severity).padStart(2, '0')}`;

export function observation(rated: Rated, item: number, release: 'STU3' | 'R4'): Record<string, unknown> {
  const severity = rated.ratings[item]!;
  const coding = { system: `${SYSTEM}/HoNOSAnswer`, code: answer(item, severity) };
  return {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: `${SYSTEM}/HoNOSQuestion`, code: question(item), display: 'Vraag' }] },
    subject: { reference: rated.subject, display: 'Voornaam Achternaam' },
    effectiveDateTime: rated.date,
    ...(release === 'STU3'
      ? { valueQuantity: { value: severity, unit: 'ernst', ...coding } }
      : { valueCodeableConcept: { coding: [{ system: 'http://example.org/own', code: 'x' }, coding] } }),
    ...(rated.kind === undefined || item !== 8
      ? {}
      : {
          component: [
            { code: { coding: [{ code: 'I8' }] }, valueCodeableConcept: { coding: [{ code: rated.kind }] } },
          ],
        }),
  };
}

function observations(rated: readonly Rated[], release: 'STU3' | 'R4'): Record<string, unknown>[] {
  return rated.flatMap((one) =>
    Object.keys(one.ratings).map((item) => observation(one, Number(item), release)),
  );
}

/** A document: a Composition first, with what it says of the person. */
export function documentBundle(rated: readonly Rated[]): Record<string, unknown> {
  const composition = {
    resourceType: 'Composition',
    title: 'HoNOS+ vragenlijst',
    date: rated[0]?.date,
    subject: { identifier: { value: 'P-1' }, display: 'Voornaam Achternaam' },
  };
  return bundle('document', [composition, ...observations(rated, 'STU3')]);
}

export function collectionBundle(rated: readonly Rated[]): Record<string, unknown> {
  return bundle('collection', observations(rated, 'R4'));
}

export function bundle(type: string, resources: readonly unknown[]): Record<string, unknown> {
  return { resourceType: 'Bundle', type, entry: resources.map((resource) => ({ resource })) };
}

export function asBytes(document: unknown): Buffer {
  return Buffer.from(JSON.stringify(document));
}
