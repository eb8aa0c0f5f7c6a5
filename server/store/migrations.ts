/** Shape of the store, as numbered changes. A released migration is never edited; add the next number. */

import type { Migration } from '../../src/index.ts';
import { ACCESS_TABLES } from '../access/tables.ts';

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    title: 'data sets, their columns, mappings, runs and the audit trail',
    statements: [
      `create table data_set (
        id varchar primary key,
        name varchar not null,
        origin varchar not null,
        created_at varchar not null,
        sha256 varchar not null,
        bytes bigint not null,
        rows_read integer not null,
        rows_used integer not null,
        rows_rejected integer not null,
        first_day integer,
        last_day integer,
        patients integer not null,
        members integer not null,
        rules_id varchar not null,
        rules_status varchar not null,
        rules_sha256 varchar not null,
        rules_clusters integer not null,
        recognised varchar not null,
        issues varchar not null
      )`,
      'create table case_column (data_set varchar, position integer, name varchar, kind varchar)',
      'create table mapping (header varchar primary key, canonical varchar not null, used_at varchar not null)',
      `create table run (
        id varchar primary key,
        noted_at varchar not null,
        kind varchar not null,
        data_set varchar not null,
        address varchar not null
      )`,
      'create sequence audit_number',
      `create table audit (
        number bigint primary key default nextval('audit_number'),
        noted_at varchar not null,
        action varchar not null,
        data_set varchar not null,
        detail varchar not null
      )`,
    ],
  },
  {
    version: 2,
    title: 'columns pointed out are remembered per institution, also those not to be read',
    statements: [
      `create table column_choice (
        institution varchar not null,
        canonical varchar not null,
        header varchar not null,
        used boolean not null,
        instead varchar not null,
        used_at varchar not null,
        primary key (institution, canonical, header)
      )`,
      "insert into column_choice select '', canonical, header, true, '', used_at from mapping",
      'drop table mapping',
    ],
  },
  {
    version: 3,
    title: 'the audit trail says who; what is there already was done on this machine without accounts',
    statements: ["alter table audit add column who varchar default 'local'"],
  },
  {
    version: 4,
    title: 'a day on which a data set goes, work that was cut off, upkeep still to do, a chained audit trail',
    statements: [
      // An ISO day; blank = kept until someone deletes it.
      "alter table data_set add column delete_on varchar default ''",
      // Entries from before the chain have no link.
      "alter table audit add column link varchar default ''",
      `create table cut_off (
        id varchar primary key,
        name varchar not null,
        noted_at varchar not null,
        kind varchar not null
      )`,
      'create table upkeep (what varchar primary key)',
    ],
  },
  { version: 5, title: 'accounts, their links, sessions and tokens', statements: ACCESS_TABLES },
  {
    version: 6,
    title: 'a run keeps who made it, and the fingerprints of what it was made from',
    statements: ['who', 'version', 'input_sha256', 'rules_id', 'rules_sha256']
      .map((column) => `alter table run add column ${column} varchar default ''`)
      .concat('alter table run add column input_rows integer default 0'),
  },
];
