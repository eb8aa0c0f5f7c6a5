/** What happened in the network, in the audit trail: designs, contributions in and out, keys, comparisons. */

import type { Context } from 'hono';
import { isApi } from '../api/problem.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';

export const NETWORK_EVENTS = [
  'design-saved',
  'design-deleted',
  'contribution-viewed',
  'contribution-released',
  'contribution-refused',
  'contribution-received',
  'contribution-exported',
  'contribution-deleted',
  'comparison-viewed',
  'keys-changed',
  'conversion-saved',
  'conversion-deleted',
  'evidence-exported',
  'improvement-added',
  'improvement-deleted',
] as const;

export type NetworkEvent = (typeof NETWORK_EVENTS)[number];

/** @param name of a file or a design; never of a patient */
export async function note(
  c: Context,
  services: Services,
  what: NetworkEvent,
  name: string,
  dataSet = '',
): Promise<void> {
  await services.engine.transaction((transaction) =>
    addAudit(transaction, {
      at: services.now().toISOString(),
      action: 'network',
      dataSet,
      who: c.get('user').id,
      detail: { what, name, ...(isApi(c) ? { by: 'token' } : {}) },
    }),
  );
}
