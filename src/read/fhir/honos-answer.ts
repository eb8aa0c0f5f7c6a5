/**
 * One HoNOS+ Observation: which question, which answer, and whether the parts of it agree.
 * Codes: https://zorgprestatiemodel.nl/fhir/CodingSystem/HoNOSQuestion (HV01-HV19) and …/HoNOSAnswer
 * (HA01-HA95), where the number of an answer is 5 x (question - 1) + 1 + severity.
 */

import * as v from 'valibot';

const CODING = v.looseObject({ system: v.optional(v.string()), code: v.optional(v.string()) });
const CONCEPT = v.looseObject({ coding: v.optional(v.array(CODING)), text: v.optional(v.string()) });
const QUANTITY = v.looseObject({
  value: v.optional(v.number()),
  system: v.optional(v.string()),
  code: v.optional(v.string()),
});
const VALUE = {
  valueQuantity: v.optional(QUANTITY),
  valueCodeableConcept: v.optional(CONCEPT),
  valueCoding: v.optional(CODING),
  valueInteger: v.optional(v.number()),
  valueString: v.optional(v.string()),
};

/** What is read of an Observation; everything else, names among it, is not looked at. */
export const OBSERVATION = v.looseObject({
  status: v.optional(v.string()),
  code: v.optional(CONCEPT),
  subject: v.optional(
    v.looseObject({
      reference: v.optional(v.string()),
      identifier: v.optional(v.looseObject({ value: v.optional(v.string()) })),
    }),
  ),
  effectiveDateTime: v.optional(v.string()),
  effectiveInstant: v.optional(v.string()),
  effectivePeriod: v.optional(v.looseObject({ start: v.optional(v.string()) })),
  ...VALUE,
  component: v.optional(v.array(v.looseObject({ code: v.optional(CONCEPT), ...VALUE }))),
});

export type Observation = v.InferOutput<typeof OBSERVATION>;
type Coding = v.InferOutput<typeof CODING>;
type Valued = Pick<Observation, keyof typeof VALUE>;

const QUESTION_SYSTEM = /\/HoNOSQuestion$/i;
const ANSWER_SYSTEM = /\/HoNOSAnswer$/i;
const QUESTION = /^HV(0[1-9]|1\d)$/i;
const ANSWER = /^HA(0[1-9]|[1-8]\d|9[0-5])$/i;
const LOOKS_LIKE_ANSWER = /^HA\d+$/i;
/** Kind of problem of item 8. */
const KIND = 'I8';

/** Severities that say that the answer is not known. */
const NOT_KNOWN: ReadonlySet<number> = new Set([9, -1]);

/**
 * The question, 0-18; 'unknown' where it is one of the questionnaire's system but none of its codes;
 * undefined where the Observation is of something else.
 */
export function questionOf(observation: Observation): number | 'unknown' | undefined {
  let found: 'unknown' | undefined;
  for (const { system, code = '' } of observation.code?.coding ?? []) {
    const own = system !== undefined && QUESTION_SYSTEM.test(system);
    if (!own && system !== undefined) continue;
    const match = QUESTION.exec(code.trim());
    if (match !== null) return Number(match[1]) - 1;
    if (own) found = 'unknown';
  }
  return found;
}

export interface Answer {
  /** As a case file would write it; '' where it is missing or at fault. */
  readonly cell: string;
  readonly fault?: 'fhir-answer-unknown' | 'fhir-answer-disagrees';
}

/** The answer to a question (0-18), from a value, an answer code, or both. */
export function answerOf(observation: Observation, question: number): Answer {
  const value = observation.valueQuantity?.value ?? observation.valueInteger;
  const code = answerCode(observation);
  if (value !== undefined && NOT_KNOWN.has(value) && (code === undefined || !ANSWER.test(code))) {
    return { cell: '' };
  }
  if (code !== undefined) {
    const match = ANSWER.exec(code);
    if (match === null) return { cell: '', fault: 'fhir-answer-unknown' };
    const number = Number(match[1]) - 1;
    const severity = number % 5;
    const agrees = Math.floor(number / 5) === question && (value === undefined || value === severity);
    return agrees ? { cell: String(severity) } : { cell: '', fault: 'fhir-answer-disagrees' };
  }
  if (value !== undefined) return { cell: String(value) };
  const other = Object.keys(observation).some((key) => /^value[A-Z]/.test(key));
  return other ? { cell: '', fault: 'fhir-answer-unknown' } : { cell: '' };
}

/** The code in the answers' system, or one that says nothing of its system. */
function answerCode({ valueQuantity, valueCodeableConcept, valueCoding }: Valued): string | undefined {
  const codings: Coding[] = [
    ...(valueQuantity === undefined ? [] : [valueQuantity]),
    ...(valueCodeableConcept?.coding ?? []),
    ...(valueCoding === undefined ? [] : [valueCoding]),
  ];
  for (const { system, code } of codings) {
    if (code === undefined || code.trim() === '') continue;
    const isAnswer = system === undefined ? LOOKS_LIKE_ANSWER.test(code.trim()) : ANSWER_SYSTEM.test(system);
    if (isAnswer) return code.trim();
  }
  return undefined;
}

/** Kind of problem that item 8 names, A-K; '' where none is given. It does not change the severity. */
export function kindOf(observation: Observation): string {
  const component = observation.component?.find(({ code }) =>
    code?.coding?.some((coding) => coding.code?.trim().toUpperCase() === KIND),
  );
  if (component === undefined) return '';
  const { valueCodeableConcept, valueCoding, valueString, valueQuantity } = component;
  const codes = [
    ...(valueCodeableConcept?.coding ?? []).map(({ code }) => code),
    valueCoding?.code,
    valueQuantity?.code,
    valueString,
    valueCodeableConcept?.text,
  ];
  return codes.find((code) => code !== undefined && code.trim() !== '')?.trim() ?? '';
}

/** The stable key of the person; '' where there is none. `display` holds a name and is not read. */
export function subjectOf({ subject }: Observation): string {
  return (subject?.reference ?? subject?.identifier?.value ?? '').trim();
}

/** When it was rated, as written; '' where it is not said. */
export function momentOf({ effectiveDateTime, effectiveInstant, effectivePeriod }: Observation): string {
  return (effectiveDateTime ?? effectiveInstant ?? effectivePeriod?.start ?? '').trim();
}
