/** The first key of every result: what was used to make it. */

import type { InputMeta, Meta, RulesMeta, Status } from '../model/meta.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { VERSION } from '../package.ts';

export interface MetaParts {
  readonly command: string;
  readonly rules?: RuleSet | undefined;
  readonly inputs: readonly InputMeta[];
  readonly seed?: number | undefined;
  /** As the user gave them, without paths. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Statuses of everything used; official ones are left out, doubles too. */
  readonly statuses?: readonly (Status | '')[];
}

/** Builds `meta`; keys in a fixed order so that equal runs give equal bytes. */
export function makeMeta(parts: MetaParts): Meta {
  const rules: RulesMeta | undefined = parts.rules && {
    id: parts.rules.id,
    status: parts.rules.status,
    sha256: parts.rules.sha256,
  };
  const statuses = [...(parts.statuses ?? []), ...(rules === undefined ? [] : [rules.status])];
  return {
    tool: 'zorgcluster',
    version: VERSION,
    command: parts.command,
    ...(rules === undefined ? {} : { rules }),
    inputs: parts.inputs,
    ...(parts.seed === undefined ? {} : { seed: parts.seed }),
    options: parts.options,
    stamps: stampsOf(statuses),
  };
}

/** What must be stamped: everything that is neither official nor an institution's own. */
function stampsOf(statuses: readonly (Status | '')[]): Status[] {
  const stamped = statuses.filter(
    (status): status is Status => status !== '' && status !== 'official' && status !== 'local',
  );
  return [...new Set(stamped)].sort();
}
