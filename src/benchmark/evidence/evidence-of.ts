/** The conditions of a contract, each judged by what the files at hand show and by nothing else. */

import { sentence } from '../../issue/sentence.ts';
import type { BenchmarkMember, BenchmarkResult } from '../../model/benchmark.ts';
import type {
  ConditionId,
  ConditionStatus,
  Evidence,
  EvidenceCondition,
  EvidenceFacts,
  EvidenceMember,
} from '../../model/evidence.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import { formatNumber, formatShare } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { SEEN_WORDS as W } from '../../text/words/evidence.ts';

/** A network of fewer is none. */
const FEWEST_MEMBERS = 3;

type Seen = readonly [status: ConditionStatus, words: Bilingual, params?: Readonly<Record<string, string>>];

/**
 * met: the files show it; not-met: they show that it is not so; not-seen: they cannot show it either way. Entries of
 * the log count for members of the comparison only.
 */
export function evidenceOf(result: BenchmarkResult, facts: EvidenceFacts, lang: Lang): Evidence {
  const members = result.members.map((member) => evidenceMember(member, facts));
  const number = (value: number) => formatNumber(value, lang);
  const input: JudgedBy = { result, facts, members, number, lang };
  const conditions = (Object.keys(CONDITIONS) as ConditionId[]).map((condition): EvidenceCondition => {
    const [status, words, params] = CONDITIONS[condition](input);
    return { condition, status, evidence: say(words, lang, params) };
  });
  const count = (status: ConditionStatus) => conditions.filter((each) => each.status === status).length;
  const strangers = new Set(
    (facts.log ?? [])
      .map(({ member }) => member)
      .filter((name) => !members.some((each) => each.member === name)),
  );
  return {
    conditions,
    members,
    counts: { met: count('met'), 'not-met': count('not-met'), 'not-seen': count('not-seen') },
    notes: [
      sentence({ code: 'note-evidence' }, lang),
      ...(strangers.size === 0
        ? []
        : [sentence({ code: 'note-log-strangers', params: { n: strangers.size } }, lang)]),
    ],
  };
}

function evidenceMember(member: BenchmarkMember, { log = [] }: EvidenceFacts): EvidenceMember {
  const own = log.filter((entry) => entry.member === member.member);
  const { response, responseShares } = member;
  const counted = 'undefined' in response ? (responseShares ?? response) : response;
  return {
    member: member.member,
    n: member.n,
    hasOutcome: !('undefined' in member.outcome),
    response: 'undefined' in counted ? counted : counted.rate,
    entries: own.length,
    followedUp: own.filter((entry) => entry.followUp !== undefined).length,
  };
}

interface JudgedBy {
  readonly result: BenchmarkResult;
  readonly facts: EvidenceFacts;
  readonly members: readonly EvidenceMember[];
  readonly number: (value: number) => string;
  readonly lang: Lang;
}

const CONDITIONS: Readonly<Record<ConditionId, (input: JudgedBy) => Seen>> = {
  members: ({ members, number }) => [
    verdict(members.length >= FEWEST_MEMBERS),
    W.members,
    { n: number(members.length) },
  ],
  // Signatures can show that two are one, never that two are independent.
  independent: ({ facts, members, number, lang }) => {
    if (facts.signers === 0) return ['not-seen', W.noSigners];
    const params = { n: number(facts.signers), all: number(members.length) };
    if (facts.signers < members.length) return ['not-met', W.sameSigner, params];
    return ['not-seen', W.signers, { ...params, checked: facts.keysChecked ? say(W.checked, lang) : '' }];
  },
  measured: ({ members, number }) => {
    const measured = members.filter(({ hasOutcome }) => hasOutcome).length;
    return [
      verdict(measured === members.length && measured > 0),
      W.measured,
      { n: number(measured), all: number(members.length) },
    ];
  },
  response: ({ result, facts, members, number, lang }) => {
    const { response } = result;
    if ('undefined' in response || typeof response.rate !== 'number') return ['not-seen', W.noResponse];
    const share = formatShare(response.rate, lang);
    const { minResponse } = facts;
    if (minResponse === undefined) return ['not-seen', W.response, { share }];
    const enough = members.filter(
      (each) => typeof each.response === 'number' && each.response >= minResponse,
    );
    const params = {
      share,
      norm: formatShare(minResponse, lang),
      n: number(enough.length),
      all: number(members.length),
    };
    if (enough.length === members.length) return ['met', W.responseNorm, params];
    const known = members.every((each) => typeof each.response === 'number');
    return [known ? 'not-met' : 'not-seen', W.responseNorm, params];
  },
  instrument: ({ facts: { instrument, conversion }, lang }) =>
    instrument === ''
      ? ['not-seen', W.noInstrument]
      : ['met', W.instrument, { instrument, conversion: conversion || say(W.rawScores, lang) }],
  'case-mix': ({ result, number }) => {
    const { outcome } = result.models;
    if ('undefined' in outcome) return ['not-met', W.noModel];
    const terms = outcome.coefficients.length - 1;
    return terms > 0 ? ['met', W.caseMix, { n: number(terms) }] : ['not-met', W.noCaseMix];
  },
  uncertainty: ({ result, number }) => {
    const withInterval = result.members.filter(
      ({ outcome }) => !('undefined' in outcome) && typeof outcome.low === 'number',
    ).length;
    return [
      verdict(withInterval === result.members.length && withInterval > 0),
      W.intervals,
      { n: number(withInterval), all: number(result.members.length) },
    ];
  },
  robust: ({ result: { sensitivity }, number }) =>
    sensitivity === undefined
      ? ['not-seen', W.notRobust]
      : ['met', W.robust, { robust: number(sensitivity.robust), distinct: number(sensitivity.distinct) }],
  privacy: ({ facts, members, number }) =>
    facts.from === 'result'
      ? ['not-seen', W.pooled]
      : ['met', W.privacy, { n: number(members.length), rules: facts.gateRules.join(', ') }],
  used: ({ facts, members, number }) => {
    if (facts.log === undefined) return ['not-seen', W.noLog];
    const active = members.filter(({ entries }) => entries > 0).length;
    const entries = members.reduce((sum, each) => sum + each.entries, 0);
    const params = { n: number(active), all: number(members.length), entries: number(entries) };
    return [verdict(active === members.length), W.used, params];
  },
  'followed-up': ({ facts, members, number }) => {
    if (facts.log === undefined) return ['not-seen', W.noLog];
    const active = members.filter(({ followedUp }) => followedUp > 0).length;
    const sum = (of: (each: EvidenceMember) => number) =>
      members.reduce((total, each) => total + of(each), 0);
    return [
      verdict(active === members.length),
      W.followedUp,
      {
        n: number(active),
        all: number(members.length),
        entries: number(sum((each) => each.followedUp)),
        actions: number(sum((each) => each.entries)),
      },
    ];
  },
};

function verdict(holds: boolean): ConditionStatus {
  return holds ? 'met' : 'not-met';
}
