/** What the store keeps of accounts: a numbered change of the store, listed in store/migrations.ts. */

export const ACCESS_TABLES: readonly string[] = [
  `create table account (
    id varchar primary key,
    login varchar not null,
    name varchar not null,
    role varchar not null,
    active boolean not null,
    password varchar not null,
    subject varchar not null,
    created_at varchar not null
  )`,
  'create table one_time_link (hash varchar primary key, account varchar not null, until_ms bigint not null)',
  `create table session (
    hash varchar primary key,
    account varchar not null,
    started_ms bigint not null,
    seen_ms bigint not null
  )`,
  `create table access_token (
    hash varchar primary key,
    id varchar not null,
    account varchar not null,
    name varchar not null,
    role varchar not null,
    created_at varchar not null,
    expires_at varchar not null,
    used_on varchar not null
  )`,
];
