/** One patient's payment as tables: the amounts, then every line and contract behind them. */

import type { Cell, ReportTable } from '../../model/figure.ts';
import type { EpisodeSide, PaymentLine } from '../../model/patient-payment.ts';
import type { ExplainDocument } from '../../model/rules-documents.ts';
import type { MoneyPair } from '../../model/simulation.ts';
import type { Lang } from '../../model/text.ts';
import { formatAmount, formatNumber } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { FORM_WORDS } from '../../text/words/contracts.ts';
import { PAYMENT_WORDS as P } from '../../text/words/payment.ts';
import { TABLE_WORDS, UNIT_WORDS, SIMULATE_WORDS as W } from '../../text/words/tables.ts';
import { columnsIn, isComputed } from './cells.ts';

/** Tables `payment`, `payment-run` and `payment-lines`; none where no scenario was asked for. */
export function paymentTables({ payment }: ExplainDocument, lang: Lang): ReportTable[] {
  if (payment === undefined) return [];
  return [amounts(payment, lang), run(payment, lang), lines(payment, lang)];
}

type Payment = NonNullable<ExplainDocument['payment']>;

function columnsOf(lang: Lang): ReportTable['columns'] {
  const col = columnsIn(lang);
  return [
    col('episode', P.episode, 'text'),
    col('baselineCents', W.baselineEuros, 'price'),
    col('scenarioCents', W.scenarioEuros, 'price'),
    col('differenceCents', W.differenceEuros, 'price'),
  ];
}

function line(label: string, pair: MoneyPair): Cell[] {
  return [label, pair.baselineCents, pair.scenarioCents, pair.differenceCents];
}

function amounts({ total, episodes, left }: Payment, lang: Lang): ReportTable {
  return {
    id: 'payment',
    title: say(P.title, lang),
    columns: columnsOf(lang),
    rows: [
      ...episodes.map((episode) => line(rowName(episode.row, lang), episode)),
      ...left.map(({ row, reason }) => [rowName(row, lang), reason, null, null]),
      ...(isComputed(total) ? [line(say(P.patient, lang), total)] : []),
    ],
  };
}

/** Apart from the patient's: beside a whole file's amounts the cents of one patient would not be shown. */
function run({ run: pair }: Payment, lang: Lang): ReportTable {
  return {
    id: 'payment-run',
    title: say(P.runTitle, lang),
    columns: columnsOf(lang),
    rows: [line(say(P.everyone, lang), pair)],
  };
}

function rowName(row: number, lang: Lang): string {
  return say(P.row, lang, { row: String(row) });
}

function lines({ episodes }: Payment, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'payment-lines',
    title: say(P.linesTitle, lang),
    columns: [
      col('episode', P.episode, 'text'),
      col('side', P.side, 'text'),
      col('what', TABLE_WORDS.what, 'text'),
      col('probability', P.probability, 'probability'),
      col('unit', P.unit, 'text'),
      col('from', P.from, 'text'),
      col('until', P.until, 'text'),
      col('quantity', P.quantity, 'number'),
      col('listedCents', P.listed, 'price'),
      col('override', P.override, 'text'),
      col('index', P.index, 'number'),
      col('volume', P.volume, 'number'),
      col('priceCents', P.price, 'price'),
      col('cents', P.amount, 'price'),
    ],
    rows: episodes.flatMap(({ row, baseline, scenario }) => [
      ...sideRows(rowName(row, lang), say(W.baseline, lang), baseline, lang),
      ...sideRows(rowName(row, lang), say(W.scenario, lang), scenario, lang),
    ]),
  };
}

function sideRows(episode: string, name: string, side: EpisodeSide, lang: Lang): Cell[][] {
  const blank = (count: number): null[] => new Array<null>(count).fill(null);
  const plain = (what: string, cents: number): Cell[] => [episode, name, what, ...blank(10), cents];
  if (side.paidBy === 'current') return [plain(say(P.current, lang), side.cents)];
  const parts = [
    ...side.lines.map((line) => [episode, name, ...lineCells(line, lang)]),
    ...side.gaps.map(({ cluster, probability, unit, days }): Cell[] => [
      episode,
      name,
      `${cluster}: ${say(P.noPrice, lang)}`,
      probability,
      unit === undefined ? '' : say(UNIT_WORDS[unit], lang),
      ...blank(2),
      days,
      ...blank(5),
      0,
    ]),
    ...side.contracts.map(({ payer, form, cents }) =>
      plain(say(P.contract, lang, { form: say(FORM_WORDS[form], lang), payer }), cents),
    ),
  ];
  if (parts.length === 0) return [plain(say(P.nothing, lang), side.cents)];
  return parts.length === 1 ? parts : [...parts, plain(say(P.total, lang), side.cents)];
}

function lineCells(line: PaymentLine, lang: Lang): Cell[] {
  const { override } = line;
  const instead =
    override === undefined
      ? ''
      : override.amountCents === undefined
        ? say(P.times, lang, { factor: formatNumber(override.factor ?? 1, lang, 3) })
        : formatAmount(override.amountCents, lang);
  return [
    line.cluster,
    line.probability,
    say(UNIT_WORDS[line.unit], lang),
    line.from,
    line.until,
    line.quantity,
    line.listedCents,
    instead,
    line.index,
    line.volume,
    line.priceCents,
    line.cents,
  ];
}
