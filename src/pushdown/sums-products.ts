/**
 * Coordinates with their numbers, what each patient and rating has of them, and products of two and three.
 * Products are of coordinates that enough patients stand behind.
 */

import type { Stage, SumsDraft } from './sums-draft.ts';
import { coordinateColumns } from './sums-measures.ts';
import { select } from './sums-rows.ts';

export function productStages(draft: SumsDraft): Stage[] {
  const { plan, minimum, order } = draft;
  const keys = coordinateColumns(draft);
  const main = [
    ...new Set([plan.own, ...(plan.other < 0 ? [] : [plan.other]), ...(plan.current ? [-1] : [])]),
  ];
  const same = keys.map((key) => `c.${key} = m.${key}`).join(' and ');
  const drawn = [...new Set([plan.own, ...(plan.other < 0 ? [] : [plan.other])])].filter(
    (frame) => plan.frames[frame]!.typing === 'expected',
  );
  const numbered = 'm.zc_patient, c.zc_n';
  const stages: Stage[] = [
    [
      'zc_sum',
      `${select([...keys, 'sum(zc_q * zc_p) as zc_value', 'count(distinct zc_patient) as zc_patients'], 'zc_amount')}\ngroup by ${keys.join(', ')}`,
    ],
    [
      'zc_coordinate',
      select(
        [...keys, 'zc_value', `row_number() over (order by ${keys.join(', ')}) as zc_n`],
        `zc_sum where zc_patients >= ${Math.max(minimum, 1)}`,
      ),
    ],
    [
      'zc_of_patient',
      `${select(
        [numbered, 'sum(m.zc_q * m.zc_p) as zc_z'],
        `zc_amount as m join zc_coordinate as c on ${same} and m.zc_frame in (${main.join(', ')})`,
      )}\ngroup by ${numbered}`,
    ],
    [
      'zc_pair',
      `${select(
        ['x.zc_n as zc_a', 'y.zc_n as zc_b', 'sum(x.zc_z * y.zc_z) as zc_value', 'count(*) as zc_patients'],
        'zc_of_patient as x join zc_of_patient as y on y.zc_patient = x.zc_patient and y.zc_n <= x.zc_n',
      )}\ngroup by x.zc_n, y.zc_n`,
    ],
  ];
  if (drawn.length > 0) stages.push(...typingStages(drawn, same));
  if (order === 3) {
    stages.push([
      'zc_triple',
      `${select(
        [
          'x.zc_n as zc_a',
          'y.zc_n as zc_b',
          'w.zc_n as zc_c',
          'sum(x.zc_z * y.zc_z * w.zc_z) as zc_value',
          'count(*) as zc_patients',
        ],
        'zc_of_patient as x join zc_of_patient as y on y.zc_patient = x.zc_patient and y.zc_n <= x.zc_n join zc_of_patient as w on w.zc_patient = x.zc_patient and w.zc_n <= y.zc_n',
      )}\ngroup by x.zc_n, y.zc_n, w.zc_n`,
    ]);
  }
  return stages;
}

/** One cluster is drawn per rating: quantities of the same cluster come together, of others never. */
function typingStages(drawn: readonly number[], same: string): Stage[] {
  const numbered = 'm.zc_patient, m.zc_rating, c.zc_n, m.zc_cluster';
  const chance = 'case when x.zc_cluster = y.zc_cluster then x.zc_p else 0 end - x.zc_p * y.zc_p';
  const product = `(${chance}) * x.zc_q * y.zc_q`;
  return [
    [
      'zc_of_rating',
      `${select(
        [numbered, 'sum(m.zc_q) as zc_q', 'max(m.zc_p) as zc_p'],
        `zc_amount as m join zc_coordinate as c on ${same} and m.zc_contract = '' and m.zc_frame in (${drawn.join(', ')})`,
      )}\ngroup by ${numbered}`,
    ],
    [
      'zc_within',
      `${select(
        [
          'x.zc_n as zc_a',
          'y.zc_n as zc_b',
          `sum(${product}) as zc_value`,
          'count(distinct x.zc_patient) as zc_patients',
        ],
        `zc_of_rating as x join zc_of_rating as y on y.zc_rating = x.zc_rating and y.zc_n <= x.zc_n`,
      )}\ngroup by x.zc_n, y.zc_n`,
    ],
  ];
}
