/** The sensitivity panel as tables: finding by variant; and what was not measured. */

import type { BenchmarkResult } from '../../model/benchmark.ts';
import type { Cell, ReportTable } from '../../model/figure.ts';
import type { Computed } from '../../model/meta.ts';
import type { Sensitivity, SensitivityVariant, Verdict } from '../../model/sensitivity.ts';
import type { Lang } from '../../model/text.ts';
import { decimalSign } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { REASON_WORDS } from '../../text/words/reasons.ts';
import {
  FINDING_MEASURE_WORDS,
  VARIANT_WORDS,
  VERDICT_WORDS,
  SENSITIVITY_WORDS as W,
} from '../../text/words/sensitivity.ts';
import { column, columnsIn, isComputed } from './cells.ts';

/** Tables `sensitivity`, `orders` where the panel was asked for. */
export function sensitivityTables(sensitivity: Sensitivity | undefined, lang: Lang): ReportTable[] {
  if (sensitivity === undefined) return [];
  const col = columnsIn(lang);
  const { variants, findings, orders } = sensitivity;
  const variantColumns = (touched: ReadonlySet<string>) => {
    const used = variants.filter(({ id }) => touched.has(id));
    return { used, columns: used.map((variant) => column(variant.id, variantName(variant, lang), 'text')) };
  };
  const ofFindings = variantColumns(new Set(findings.flatMap((each) => each.variants.map((v) => v.variant))));
  const ofOrders = variantColumns(new Set(orders.flatMap((each) => each.variants.map((v) => v.variant))));
  const yesNo = (yes: boolean) => say(yes ? W.yes : W.no, lang);
  return [
    {
      id: 'sensitivity',
      title: say(W.title, lang),
      columns: [
        col('member', W.member, 'text'),
        col('measure', W.measure, 'text'),
        col('finding', W.finding, 'text'),
        col('robust', W.robust, 'text'),
        ...ofFindings.columns,
      ],
      rows: findings.map((each) => [
        each.member,
        say(FINDING_MEASURE_WORDS[each.measure], lang),
        say(VERDICT_WORDS[each.verdict], lang),
        yesNo(each.robust),
        ...ofFindings.used.map((variant): Cell => {
          const done = each.variants.find((one) => one.variant === variant.id);
          return done === undefined ? null : verdictCell(done.verdict, done.holds, lang);
        }),
      ]),
    },
    {
      id: 'orders',
      title: say(W.ordersTitle, lang),
      columns: [
        col('measure', W.measure, 'text'),
        col('order', W.order, 'text'),
        col('robust', W.robust, 'text'),
        ...ofOrders.columns,
      ],
      rows: orders.map((each) => [
        say(FINDING_MEASURE_WORDS[each.measure], lang),
        yesNo(each.order),
        yesNo(each.robust),
        ...ofOrders.used.map((variant): Cell => {
          const done = each.variants.find((one) => one.variant === variant.id);
          if (done === undefined) return null;
          return isComputed(done.holds)
            ? yesNo(done.holds === each.order)
            : reason(done.holds.undefined, lang);
        }),
      ]),
    },
  ];
}

/** Table `unmeasured` where it could be computed. */
export function unmeasuredTable(
  { unmeasured }: Pick<BenchmarkResult, 'unmeasured'>,
  lang: Lang,
): ReportTable[] {
  if (!isComputed(unmeasured)) return [];
  const col = columnsIn(lang);
  return [
    {
      id: 'unmeasured',
      title: say(W.unmeasuredTitle, lang),
      columns: [
        col('shift', W.shift, 'number'),
        col('same', W.same, 'share'),
        col('atMost', W.atMost, 'share'),
      ],
      rows: unmeasured.shifts.map(({ shift, same, atMost }) => [shift, same, atMost]),
    },
  ];
}

/** `Zonder age`, `Meting binnen 30 dagen` */
function variantName({ kind, detail }: SensitivityVariant, lang: Lang): string {
  const shown = /^\d+\.\d+$/.test(detail ?? '') ? detail!.replace('.', decimalSign(lang)) : (detail ?? '');
  return say(VARIANT_WORDS[kind], lang, { detail: shown });
}

function verdictCell(verdict: Computed<Verdict>, holds: Computed<boolean>, lang: Lang): string {
  if (!isComputed(verdict)) return reason(verdict.undefined, lang);
  if (holds === true) return say(W.holds, lang);
  return say(W.becomes, lang, { verdict: say(VERDICT_WORDS[verdict], lang) });
}

function reason(code: string, lang: Lang): string {
  return REASON_WORDS[code]?.[lang] ?? code;
}
