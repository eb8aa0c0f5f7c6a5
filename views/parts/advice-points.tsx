/** Why one cluster and not the next: points per answer as signed bars, and the red rules that applied. */

import type { FiredRedRule, RuleItem } from '../../src/index.ts';
import { number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { SignedBars } from './signed-bars.tsx';

const BARS_SHOWN = 10;

/**
 * Label and name of a question: `7 Depressieve stemming`.
 *
 * @param code of the item, or the name of its column: they differ in capitals only
 */
export function itemName(items: readonly RuleItem[], code: string, view: View): string {
  const item = items.find((each) => each.code.toLowerCase() === code.toLowerCase());
  return item === undefined ? code : `${item.label} ${item.name[view.lang]}`;
}

export interface PointsProps {
  readonly view: View;
  readonly first: string;
  readonly second: string;
  readonly constant: number;
  /** Largest first. */
  readonly points: readonly { readonly item: string; readonly difference: number }[];
  readonly total: number;
  readonly items: readonly RuleItem[];
  /** A last line below the total. */
  readonly after?: { readonly label: string; readonly value: number };
}

export function PointsAgainst(props: PointsProps) {
  const { view, first, second, items } = props;
  const words = view.t.clusters;
  const params = { cluster: first, second };
  const text = (value: number) =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${number(Math.abs(value), view.lang, 2)}`;
  const top = props.points.slice(0, BARS_SHOWN);
  const rest = props.points.slice(BARS_SHOWN).reduce((sum, item) => sum + item.difference, 0);
  const bars = [
    ...top.map((item) => ({ label: itemName(items, item.item, view), value: item.difference })),
    ...(props.points.length > BARS_SHOWN ? [{ label: words.contributionRest, value: rest }] : []),
    { label: words.contributionConstant, value: props.constant },
    { label: words.contributionTotal, value: props.total, strong: true },
    ...(props.after === undefined ? [] : [{ ...props.after, strong: true }]),
  ];
  return (
    <section class="card">
      <h2>{fill(words.contributionsTitle, params)}</h2>
      <p class="hint">{fill(words.contributionsLead, params)}</p>
      <SignedBars
        title={fill(words.contributionsTitle, params)}
        head={words.ratingItem}
        valueHead={words.contributionPoints}
        bars={bars.map((bar) => ({ ...bar, text: text(bar.value) }))}
      />
    </section>
  );
}

export interface FiredRulesProps {
  readonly view: View;
  readonly fired: readonly (Pick<FiredRedRule, 'parts'> & { readonly cluster: string })[];
  readonly items: readonly RuleItem[];
  /** The rule set they stand in. */
  readonly source: string;
}

export function FiredRules({ view, fired, items, source }: FiredRulesProps) {
  const words = view.t.clusters;
  return (
    <section class="card">
      <h2>{words.redTitle}</h2>
      {fired.length === 0 ? (
        <p>{words.redNone}</p>
      ) : (
        <>
          <ul>
            {fired.map(({ cluster, parts }) => (
              <li>
                {fill(words.redRule, {
                  cluster,
                  items: parts
                    .map((part) => `${itemName(items, part.item, view)} = ${part.severity}`)
                    .join(' + '),
                })}
              </li>
            ))}
          </ul>
          <p class="hint">{fill(words.redSource, { id: source })}</p>
        </>
      )}
    </section>
  );
}
