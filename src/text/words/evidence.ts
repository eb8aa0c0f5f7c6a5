/** Words of the evidence for a contract: the conditions and what was seen. */

import type { ConditionId, ConditionStatus } from '../../model/evidence.ts';
import type { Bilingual } from '../../model/text.ts';

export const EVIDENCE_WORDS = {
  title: { nl: 'Voorwaarden', en: 'Conditions' },
  condition: { nl: 'Voorwaarde', en: 'Condition' },
  status: { nl: 'Oordeel', en: 'Verdict' },
  evidence: { nl: 'Bewijs in de gegevens', en: 'Evidence in the data' },
  membersTitle: { nl: 'Per instelling', en: 'Per member' },
  member: { nl: 'Instelling', en: 'Member' },
  n: { nl: 'Trajecten', en: 'Episodes' },
  hasOutcome: { nl: 'Uitkomst gemeten', en: 'Outcome measured' },
  response: { nl: 'Respons (%)', en: 'Response (%)' },
  entries: { nl: 'Verbeteracties', en: 'Improvement actions' },
  followedUp: { nl: 'Met vervolg', en: 'Followed up' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  logTitle: { nl: 'Verbeterlogboek', en: 'Improvement log' },
  date: { nl: 'Datum', en: 'Date' },
  finding: { nl: 'Bevinding', en: 'Finding' },
  action: { nl: 'Actie', en: 'Action' },
  followUpDate: { nl: 'Vervolg op', en: 'Followed up on' },
  followUp: { nl: 'Vervolg', en: 'Follow-up' },
} as const satisfies Record<string, Bilingual>;

export const CONDITION_WORDS: Readonly<Record<ConditionId, Bilingual>> = {
  members: { nl: 'Ten minste drie instellingen vergelijken zich', en: 'At least three members compare' },
  independent: { nl: 'De instellingen zijn zelfstandig', en: 'The members are independent' },
  measured: { nl: 'Elke instelling meet de uitkomst', en: 'Every member measures the outcome' },
  response: { nl: 'De respons is hoog genoeg', en: 'The response is high enough' },
  instrument: { nl: 'Eén meetinstrument, één omrekening', en: 'One instrument, one conversion' },
  'case-mix': { nl: 'Gecorrigeerd voor casemix', en: 'Adjusted for case mix' },
  uncertainty: { nl: 'Onzekerheid bij elke instelling', en: 'Uncertainty for every member' },
  robust: { nl: 'Getoetst of bevindingen standhouden', en: 'Tested whether findings hold' },
  privacy: { nl: 'Geen patiëntgegevens uitgewisseld', en: 'No patient data exchanged' },
  used: { nl: 'Elke instelling doet iets met de uitkomsten', en: 'Every member acts on the results' },
  'followed-up': { nl: 'Acties worden gevolgd', en: 'Actions are followed up' },
};

export const STATUS_WORDS: Readonly<Record<ConditionStatus, Bilingual>> = {
  met: { nl: 'voldaan', en: 'met' },
  'not-met': { nl: 'niet voldaan', en: 'not met' },
  'not-seen': { nl: 'niet te zien in de gegevens', en: 'cannot be seen from the data' },
};

/** What was seen; `{…}` are filled with numbers. */
export const SEEN_WORDS = {
  members: { nl: '{n} instellingen in de vergelijking', en: '{n} members in the comparison' },
  signers: {
    nl: '{n} verschillende handtekeningen onder {all} bijdragen{checked}; of de organisaties zelfstandig zijn staat er niet in',
    en: '{n} different signatures under {all} contributions{checked}; whether the organisations are independent is not in them',
  },
  checked: { nl: ', nagegaan met de sleutellijst', en: ', checked against the list of keys' },
  sameSigner: {
    nl: '{n} handtekeningen onder {all} bijdragen: één ondertekenaar tekende meer dan één',
    en: '{n} signatures under {all} contributions: one signer signed more than one',
  },
  noSigners: { nl: 'geen handtekeningen in deze bestanden', en: 'no signatures in these files' },
  measured: { nl: '{n} van {all} instellingen met een uitkomst', en: '{n} of {all} members with an outcome' },
  response: { nl: 'netwerk {share}; geen norm opgegeven', en: 'network {share}; no norm given' },
  responseNorm: {
    nl: 'netwerk {share}; norm {norm}; {n} van {all} instellingen halen die',
    en: 'network {share}; norm {norm}; {n} of {all} members reach it',
  },
  noResponse: { nl: 'respons niet bekend', en: 'response not known' },
  instrument: { nl: '{instrument}, {conversion}', en: '{instrument}, {conversion}' },
  rawScores: { nl: 'ruwe scores', en: 'raw scores' },
  noInstrument: { nl: 'instrument niet genoemd', en: 'instrument not named' },
  caseMix: { nl: '{n} termen in het model', en: '{n} terms in the model' },
  noCaseMix: { nl: 'geen correctie', en: 'no adjustment' },
  intervals: {
    nl: '{n} van {all} instellingen met een interval',
    en: '{n} of {all} members with an interval',
  },
  robust: {
    nl: '{robust} van {distinct} bevindingen houden stand',
    en: '{robust} of {distinct} findings hold',
  },
  notRobust: { nl: 'niet nagegaan (--sensitivity)', en: 'not examined (--sensitivity)' },
  privacy: {
    nl: '{n} bijdragen met alleen sommen, door de poort ({rules})',
    en: '{n} contributions of sums alone, through the gate ({rules})',
  },
  pooled: {
    nl: 'een eerder gemaakte vergelijking zegt niet hoe de gegevens samenkwamen',
    en: 'a comparison made before does not say how the data came together',
  },
  used: {
    nl: '{n} van {all} instellingen met een actie; {entries} acties',
    en: '{n} of {all} members with an action; {entries} actions',
  },
  noLog: { nl: 'geen verbeterlogboek gegeven (--log)', en: 'no improvement log given (--log)' },
  followedUp: {
    nl: '{n} van {all} instellingen met een vervolg; {entries} van {actions} acties',
    en: '{n} of {all} members with a follow-up; {entries} of {actions} actions',
  },
  noModel: { nl: 'geen model van de uitkomst', en: 'no model of the outcome' },
} as const satisfies Record<string, Bilingual>;
