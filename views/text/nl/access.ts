/** Dutch words of accounts, roles and signing in. */

export const access = {
  otherRoleTitle: 'Daar is een andere rol voor nodig',
  otherRole: 'Dit kan alleen met de rol {role}. Vraag uw beheerder erom.',
  role: { viewer: 'lezer', analyst: 'analist', administrator: 'beheerder' },
};
