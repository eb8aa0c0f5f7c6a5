/** Who asks, and what that person may do. Invariant: a role includes every role below it. */

/** In rising order: looks at results; works with data and single cases; manages rule sets, users and settings. */
export const ROLES = ['viewer', 'analyst', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export interface User {
  /** What the audit trail keeps; letters and digits, empty for nobody. */
  readonly id: string;
  /** Shown in the page's head; empty for nobody and for the local administrator. */
  readonly name: string;
  readonly role: Role | 'nobody';
}

/** Someone who has not signed in. */
export const NOBODY: User = { id: '', name: '', role: 'nobody' };

/** Whoever sits at this machine, as long as there are no accounts and nobody else can reach the server. */
export const LOCAL: User = { id: 'local', name: '', role: 'administrator' };

/** What the program does by itself: the audit trail names it so. */
export const PROGRAM = 'program';

const ORDER: readonly User['role'][] = ['nobody', ...ROLES];

/** True where `role` is `needed` or above it. */
export function covers(role: User['role'], needed: Role | 'anyone'): boolean {
  return needed === 'anyone' || ORDER.indexOf(role) >= ORDER.indexOf(needed);
}

/** What the audit trail calls deeds about accounts. */
export type AccessAction =
  | 'sign-in'
  | 'sign-in-refused'
  | 'sign-out'
  | 'invite'
  | 'link-used'
  | 'account'
  | 'password'
  | 'token'
  | 'token-withdrawn';
