/** English words of accounts, roles and signing in. */

export const access = {
  otherRoleTitle: 'That takes another role',
  otherRole: 'This takes the role {role}. Ask your administrator for it.',
  role: { viewer: 'viewer', analyst: 'analyst', administrator: 'administrator' },
};
