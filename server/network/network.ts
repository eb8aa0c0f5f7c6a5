/** All that the pages of the network keep, as files of the data folder. */

import { createHash } from 'node:crypto';
import {
  type BenchmarkDesign,
  type ContributionDocument,
  type ConversionTable,
  type Issue,
  ownPublicKey,
  parseContribution,
  parseConversion,
  parseDesign,
  parseKeys,
  parseRuleTable,
  Refusal,
  refuse,
} from '../../src/index.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** A file of the data folder, read; or why it cannot be. */
export type Kept<T> =
  | { readonly name: string; readonly value: T; readonly text: string }
  | { readonly name: string; readonly issues: readonly Issue[] };

export interface Network {
  designs(): Promise<Kept<BenchmarkDesign>[]>;
  /** @throws Refusal `design-unknown`, `design-shape`, `contribution-not-json` */
  design(name: string): Promise<BenchmarkDesign>;
  /** @param was fingerprint of the text it takes the place of; absent = the name must be free */
  saveDesign(name: string, design: BenchmarkDesign, was?: string): Promise<void>;
  removeDesign(name: string): Promise<void>;

  contributions(): Promise<Kept<ContributionDocument>[]>;
  contribution(name: string): Promise<Kept<ContributionDocument> | undefined>;
  /** @throws Refusal `contribution-known` where it is there already */
  receive(document: ContributionDocument, text: string, file: string): Promise<string>;
  /** One's own, by the way of the ledger: the same again is no fault. */
  keepOwn(document: ContributionDocument, text: string): Promise<string>;
  removeContribution(name: string): Promise<void>;

  conversions(): Promise<Kept<ConversionTable>[]>;
  saveConversion(table: ConversionTable, text: string): Promise<void>;
  removeConversion(name: string): Promise<void>;

  /** Public keys by member, as `keys/members.json` has them; empty where there is none. */
  memberKeys(): Promise<ReadonlyMap<string, string>>;
  /** @throws Refusal `member-key` */
  saveMemberKey(member: string, key: string): Promise<void>;
  saveMemberKeys(keys: ReadonlyMap<string, string>): Promise<void>;
  removeMemberKey(member: string): Promise<void>;
  ownKey(): Promise<string | undefined>;
}

const MEMBERS = 'members';
const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/;

/** Of a file's text: to know whether it changed since it was shown. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The file of a contribution: named by its content, so that the same one comes once. */
export function contributionName({ sha256 }: ContributionDocument): string {
  return `bijdrage-${sha256.slice(0, 12)}`;
}

export function createNetwork(home: string): Network {
  const designs = createShelf(home, 'designs', '.json');
  const contributions = createShelf(home, 'contributions', '.json');
  const conversions = createShelf(home, 'conversions', '.csv');
  const keys = createShelf(home, 'keys', '.json');

  async function memberKeys(): Promise<ReadonlyMap<string, string>> {
    const text = await keys.read(MEMBERS);
    return text === undefined ? new Map() : parseKeys(text, `${MEMBERS}.json`);
  }
  const saveMemberKeys = async (known: ReadonlyMap<string, string>): Promise<void> => {
    if (![...known.values()].every((key) => PUBLIC_KEY.test(key))) throw refuse('member-key');
    await keys.write(MEMBERS, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
  };

  return {
    designs: () => allOf(designs, (text, name) => parseDesign(text, `${name}.json`)),
    design: async (name) => {
      const text = await designs.read(name);
      if (text === undefined) throw refuse('design-unknown', { id: name });
      return parseDesign(text, `${name}.json`);
    },
    saveDesign: (name, design, was) =>
      designs.write(name, `${JSON.stringify(design, null, 2)}\n`, (present) => {
        if (was === undefined && present !== undefined) throw refuse('design-taken', { id: name });
        if (was !== undefined && (present === undefined || fingerprint(present) !== was)) {
          throw refuse('design-changed', { id: name });
        }
      }),
    removeDesign: (name) => designs.remove(name),

    contributions: () => allOf(contributions, (text, name) => parseContribution(text, `${name}.json`)),
    contribution: async (name) => {
      const text = await contributions.read(name);
      return text === undefined
        ? undefined
        : kept(name, text, (each) => parseContribution(each, `${name}.json`));
    },
    receive: async (document, text, file) => {
      const name = contributionName(document);
      await contributions.write(name, text, (present) => {
        if (present !== undefined) throw refuse('contribution-known', { name: file });
      });
      return name;
    },
    keepOwn: async (document, text) => {
      const name = contributionName(document);
      await contributions.write(name, text);
      return name;
    },
    removeContribution: (name) => contributions.remove(name),

    conversions: () =>
      allOf(conversions, (text, name) => parseConversion(parseRuleTable(`${name}.csv`, text))),
    saveConversion: ({ instrument, version, sha256 }, text) => {
      const plain = `${instrument}-${version}`.replace(/[^\w-]+/g, '-').replace(/^[-_]+/, '');
      return conversions.write(`${plain.slice(0, 50)}-${sha256.slice(0, 8)}`, text);
    },
    removeConversion: (name) => conversions.remove(name),

    memberKeys,
    saveMemberKeys,
    saveMemberKey: async (member, key) => {
      await saveMemberKeys(new Map([...(await memberKeys()), [member, key]]));
    },
    removeMemberKey: async (member) => {
      await saveMemberKeys(new Map([...(await memberKeys())].filter(([name]) => name !== member)));
    },
    ownKey: () => ownPublicKey(home),
  };
}

async function allOf<T>(shelf: Shelf, parse: (text: string, name: string) => T): Promise<Kept<T>[]> {
  const found = await Promise.all(
    (await shelf.names()).map(async (name) => {
      const text = await shelf.read(name);
      return text === undefined ? [] : [kept(name, text, (each) => parse(each, name))];
    }),
  );
  return found.flat();
}

function kept<T>(name: string, text: string, parse: (text: string) => T): Kept<T> {
  try {
    return { name, text, value: parse(text) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { name, issues: error.issues };
  }
}
