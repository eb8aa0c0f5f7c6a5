/** Words of the tables about rule sets and explanations. */

import type { Bilingual } from '../../model/text.ts';

export const RULES_WORDS = {
  listTitle: { nl: 'Regelsets', en: 'Rule sets' },
  id: { nl: 'Naam', en: 'Id' },
  title: { nl: 'Titel', en: 'Title' },
  status: { nl: 'Status', en: 'Status' },
  validFrom: { nl: 'Geldig vanaf', en: 'Valid from' },
  always: { nl: 'altijd', en: 'always' },
  items: { nl: 'Vragen', en: 'Items' },
  clusters: { nl: 'Clusters', en: 'Clusters' },
  redRules: { nl: 'Rode regels', en: 'Red rules' },
  sha256: { nl: 'Controlegetal (sha256)', en: 'Checksum (sha256)' },
  source: { nl: 'Bron', en: 'Source' },
  maxMissing: { nl: 'Ten hoogste open vragen', en: 'Missing items at most' },
  property: { nl: 'Eigenschap', en: 'Property' },
  value: { nl: 'Waarde', en: 'Value' },
  headTitle: { nl: 'Regelset', en: 'Rule set' },
  clustersTitle: { nl: 'Clusters', en: 'Clusters' },
  cluster: { nl: 'Cluster', en: 'Cluster' },
  name: { nl: 'Omschrijving', en: 'Name' },
  supercluster: { nl: 'Hoofdgroep', en: 'Supercluster' },
  review: { nl: 'Reviewtermijn', en: 'Review term' },
  constant: { nl: 'Constante', en: 'Constant' },
  day: { nl: '{n} dagen', en: '{n} days' },
  month: { nl: '{n} maanden', en: '{n} months' },
} as const satisfies Record<string, Bilingual>;

export const EXPLAIN_WORDS = {
  ranking: {
    nl: 'Rangorde binnen hoofdgroep {supercluster}',
    en: 'Ranking within supercluster {supercluster}',
  },
  rank: { nl: 'Rang', en: 'Rank' },
  probability: { nl: 'Kans (%)', en: 'Probability (%)' },
  score: { nl: 'Score', en: 'Score' },
  because: { nl: 'Rode regel', en: 'Red rule' },
  impossible: { nl: 'onmogelijk', en: 'impossible' },
  contributions: {
    nl: 'Hoe de score ontstaat: {first} tegenover {second}',
    en: 'How the score comes about: {first} against {second}',
  },
  everyContribution: {
    nl: 'Wat elke score aan elk cluster toevoegt',
    en: 'What each rating adds to each cluster',
  },
  contributionsOne: { nl: 'Hoe de score van {first} ontstaat', en: 'How the score of {first} comes about' },
  item: { nl: 'Vraag', en: 'Item' },
  label: { nl: 'Nr', en: 'No.' },
  rating: { nl: 'Ernst', en: 'Rating' },
  missing: { nl: 'open', en: 'missing' },
  difference: { nl: 'Verschil', en: 'Difference' },
  constant: { nl: 'Constante', en: 'Constant' },
  sum: { nl: 'Som (score)', en: 'Sum (score)' },
  changes: {
    nl: 'Wat het advies zou veranderen (één andere ernst)',
    en: 'What would change the advice (one other rating)',
  },
  from: { nl: 'Nu', en: 'Now' },
  to: { nl: 'Wordt', en: 'Becomes' },
  advised: { nl: 'Dan advies', en: 'Then advised' },
  noneFits: { nl: 'geen cluster past', en: 'no cluster fits' },
  rule: { nl: 'Regel en bron', en: 'Rule and source' },
  formula: {
    nl: 'score = constante + som van coëfficiënten; kans = exp(score) gedeeld door de som daarvan binnen de hoofdgroep; een rode regel maakt een cluster onmogelijk',
    en: 'score = constant + sum of coefficients; probability = exp(score) divided by the sum of these within the supercluster; a red rule makes a cluster impossible',
  },
  formulaLabel: { nl: 'Rekenregel', en: 'Formula' },
  outcome: { nl: 'Uitkomst', en: 'Result' },
  tie: {
    nl: 'gelijke stand: het laagste cluster staat vooraan',
    en: 'a tie: the lowest cluster is named first',
  },
  row: { nl: 'rij {row}', en: 'row {row}' },
} as const satisfies Record<string, Bilingual>;
